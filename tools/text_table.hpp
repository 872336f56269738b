// A table of text for a terminal: words to the left, columns of figures to the right, wide enough for what they
// hold as a terminal shows it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tools/display_width.hpp"

namespace hubwatt {

class TextTable {
 public:
  explicit TextTable(std::vector<std::string> header) { add(std::move(header)); }
  void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
  bool empty() const { return rows_.size() <= 1; }

  std::string text() const {
    std::vector<std::size_t> widths;
    for (const auto& row : rows_)
      for (std::size_t c = 0; c < row.size(); ++c) {
        if (c == widths.size()) widths.push_back(0);
        widths[c] = std::max(widths[c], display_width(row[c]));
      }
    std::string out;
    for (const auto& row : rows_) {
      std::string line = "  ";
      for (std::size_t c = 0; c < row.size(); ++c) {
        const std::string pad(widths[c] - display_width(row[c]), ' ');
        if (c > 0) line += "  ";
        line += holds_figures(c) ? pad + row[c] : row[c] + pad;
      }
      line.erase(line.find_last_not_of(' ') + 1);
      out += line + "\n";
    }
    return out;
  }

 private:
  // All of a column's cells below the header begin as a figure does ("-" stands for none). A row may end before it.
  bool holds_figures(std::size_t column) const {
    if (column == 0) return false;
    return std::all_of(rows_.begin() + 1, rows_.end(), [column](const std::vector<std::string>& row) {
      return column >= row.size() || row[column].empty() ||
             std::string_view("-+0123456789").find(row[column][0]) != std::string_view::npos;
    });
  }

  std::vector<std::vector<std::string>> rows_;
};

}  // namespace hubwatt
