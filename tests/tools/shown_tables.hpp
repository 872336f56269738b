// Tables of a text report as a reader sees them: cells by the columns of the terminal they stand in.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hubwatt::test {

struct ShownCell {
  std::string text;
  std::size_t end;  // display column after its last sign
};

using ShownRow = std::vector<ShownCell>;
using ShownTable = std::vector<ShownRow>;  // the head first

// Rows that follow each other with two cells or more; cells are two spaces and more apart.
std::vector<ShownTable> tables_in(std::string_view text);

// Begins as figures do ("-" stands for none).
bool is_figure(const ShownCell& cell);

// Columns of figures that do not end in one display column all the way down, as "table 2, column 3".
std::vector<std::string> ragged_columns(const std::vector<ShownTable>& tables);

}  // namespace hubwatt::test
