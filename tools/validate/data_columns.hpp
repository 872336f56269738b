// Tables of measured data, column by column; most are under tests/data/measured.
#pragma once

#include <string>
#include <vector>

#include "scenarios/csv.hpp"

namespace hubwatt::validation {

class DataColumns {
 public:
  // Throws InputError where the file is no table.
  explicit DataColumns(const std::string& path);

  std::size_t rows() const { return table_.rows(); }
  // Throws InputError where a cell is no number.
  std::vector<double> numbers(const std::string& column) const;
  std::vector<std::string> texts(const std::string& column) const;

 private:
  std::size_t place(const std::string& column) const;

  CsvTable table_;
};

}  // namespace hubwatt::validation
