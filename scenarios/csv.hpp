// A table of comma-separated values with a header row (RFC 4180: quotes, CRLF or LF; a byte order mark and
// empty lines are skipped). Cells stay views into one copy of the text; numbers are read without a locale.
// Messages count physical lines and columns from 1, as an editor does.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/error.hpp"

namespace hubwatt {

class CsvTable {
 public:
  // Reads `text`; `file` names it in messages. Adds a mistake for each row that is not as wide as the header
  // (the row is left out), for a quote that never closes, for a repeated column and for a missing header.
  CsvTable(std::string_view text, std::string file, std::vector<Diagnostic>& mistakes);

  CsvTable(CsvTable&&) noexcept = default;
  CsvTable& operator=(CsvTable&&) noexcept = default;
  CsvTable(const CsvTable&) = delete;
  CsvTable& operator=(const CsvTable&) = delete;

  const std::string& file() const { return file_; }
  const std::vector<std::string>& header() const { return header_; }
  std::size_t rows() const { return lines_.size(); }

  // Position of a column; empty where there is none.
  std::optional<std::size_t> column(std::string_view name) const;

  // The same, but a missing column is a mistake with the nearest name as suggestion.
  std::optional<std::size_t> require_column(std::string_view name, std::vector<Diagnostic>& mistakes) const;

  std::string_view cell(std::size_t row, std::size_t column) const {
    return cells_[row * header_.size() + column];
  }

  // The cell as a finite number with nothing else in it but blanks at its ends; empty where it is not one.
  std::optional<double> number(std::size_t row, std::size_t column) const;

  // A mistake at a cell: "file:line:column: problem; suggestion".
  Diagnostic mistake_at(std::size_t row, std::size_t column, std::string problem,
                        std::string suggestion = {}) const;
  int line(std::size_t row) const { return lines_[row].number; }

 private:
  struct Line {
    int number = 0;
    std::size_t begin = 0;  // offset in text_
  };
  std::string file_;
  std::vector<char> text_;  // not std::string: a move must leave the views valid
  std::vector<std::string> header_;
  std::vector<std::string_view> cells_;
  std::vector<Line> lines_;
};

// Reads a whole text as a finite number, blanks at its ends allowed.
std::optional<double> read_number(std::string_view text);

// Moves the first ten of `found` to `mistakes` and, where there are more, one last line that counts the rest.
void report_first(std::vector<Diagnostic> found, std::vector<Diagnostic>& mistakes);

}  // namespace hubwatt
