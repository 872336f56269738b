// Rows of a CSV file of a run directory, one after the other, so that a year of many hubs needs no more
// memory than a day. For files that the program itself wrote: what does not read as such is damaged and
// refused with its line.
#pragma once

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hubwatt {

class CsvRows {
 public:
  // Throws InputError where the file cannot be read or has no header.
  explicit CsvRows(const std::filesystem::path& path);

  // Position of a column. Throws InputError where there is none.
  std::size_t column(std::string_view name) const;

  // The next row; false at the end. Throws InputError where it is not as wide as the header.
  bool next();

  // Cells of the row that next() read.
  std::string_view text(std::size_t column) const { return cells_[column]; }
  // Throws InputError where the cell is no finite number.
  double number(std::size_t column) const;
  // Empty where the cell is.
  std::optional<double> number_if_any(std::size_t column) const;

  // Throws InputError that names the file and the line of the row.
  [[noreturn]] void refuse(const std::string& problem) const;

 private:
  bool read_record();

  std::filesystem::path path_;
  std::ifstream file_;
  std::string line_;
  int number_ = 0;  // of the line, from 1
  std::vector<std::string> header_;
  std::vector<std::string> cells_;
};

}  // namespace hubwatt
