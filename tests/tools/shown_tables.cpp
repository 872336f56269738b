#include "tests/tools/shown_tables.hpp"

#include <algorithm>

#include "tools/display_width.hpp"

namespace hubwatt::test {

namespace {

ShownRow cells_of(std::string_view line) {
  ShownRow out;
  for (std::size_t at = line.find_first_not_of(' '); at < line.size();) {
    const std::size_t end = std::min(line.find("  ", at), line.size());
    out.push_back({std::string(line.substr(at, end - at)), hubwatt::display_width(line.substr(0, end))});
    at = line.find_first_not_of(' ', end);
  }
  return out;
}

}  // namespace

std::vector<ShownTable> tables_in(std::string_view text) {
  std::vector<ShownTable> out(1);
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    ShownRow row = cells_of(line);
    if (row.size() > 1)
      out.back().push_back(std::move(row));
    else if (!out.back().empty())
      out.emplace_back();
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  if (out.back().empty()) out.pop_back();
  return out;
}

bool is_figure(const ShownCell& cell) {
  return std::string_view("-+0123456789").find(cell.text.front()) != std::string_view::npos;
}

std::vector<std::string> ragged_columns(const std::vector<ShownTable>& tables) {
  std::vector<std::string> out;
  for (std::size_t t = 0; t < tables.size(); ++t) {
    const ShownTable& table = tables[t];
    for (std::size_t c = 1; c < table.front().size(); ++c) {
      const auto of_column = [c](const auto& holds) {
        return [c, holds](const ShownRow& row) { return row.size() <= c || holds(row[c]); };
      };
      const std::size_t end = table.front()[c].end;
      if (!std::all_of(table.begin() + 1, table.end(), of_column(is_figure))) continue;
      if (!std::all_of(table.begin(), table.end(),
                       of_column([end](const ShownCell& cell) { return cell.end == end; })))
        out.push_back("table " + std::to_string(t) + ", column " + std::to_string(c));
    }
  }
  return out;
}

}  // namespace hubwatt::test
