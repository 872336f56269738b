// Rows of a CSV file of a run directory, one after the other, so that a year of many hubs needs no more
// memory than a day. For files that the program itself wrote: what does not read as such is damaged and
// refused with its line.
#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>
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

  // Cells of the row that next() read, there until the next one.
  std::string_view text(std::size_t column) const { return cells_[column]; }
  // Throws InputError where the cell is no finite number.
  double number(std::size_t column) const;
  // Empty where the cell is.
  std::optional<double> number_if_any(std::size_t column) const;

  // Throws InputError that names the file and the line of the row.
  [[noreturn]] void refuse(const std::string& problem) const;

 private:
  bool read_record();
  char* end_of_line(char* from);
  bool fill();
  void split(char* begin, char* end);
  void split_quoted(char* begin, char* end);

  struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  std::filesystem::path path_;
  std::unique_ptr<std::FILE, Closer> file_;
  std::vector<char> block_;          // what is read of the file and not yet passed
  std::size_t begin_ = 0, end_ = 0;  // of it
  int number_ = 0;                   // of the line, from 1
  std::vector<std::string> header_;
  std::vector<std::string_view> cells_;
};

}  // namespace hubwatt
