#include "tools/csv_rows.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "models/error.hpp"
#include "scenarios/csv.hpp"

namespace hubwatt {

CsvRows::CsvRows(const std::filesystem::path& path) : path_(path), file_(path, std::ios::binary) {
  if (!file_)
    throw InputError(Diagnostic{path.string(), 0, 0, "", "cannot be read", "run the scenario again"});
  if (!read_record()) refuse("has no header");
  header_ = cells_;
}

std::size_t CsvRows::column(std::string_view name) const {
  const auto found = std::find(header_.begin(), header_.end(), name);
  if (found == header_.end()) refuse(fmt::format("has no column {}, so another version wrote it", name));
  return static_cast<std::size_t>(found - header_.begin());
}

bool CsvRows::next() {
  if (!read_record()) return false;
  if (cells_.size() != header_.size())
    refuse(fmt::format("holds {} fields where the header holds {}", cells_.size(), header_.size()));
  return true;
}

double CsvRows::number(std::size_t column) const {
  const auto value = read_number(cells_[column]);
  if (!value) refuse(fmt::format("holds \"{}\" for {}, which is no number", cells_[column], header_[column]));
  return *value;
}

std::optional<double> CsvRows::number_if_any(std::size_t column) const {
  if (cells_[column].empty()) return std::nullopt;
  return number(column);
}

void CsvRows::refuse(const std::string& problem) const {
  throw InputError(Diagnostic{path_.string(), number_, 0, "", problem + "; the file is damaged",
                              "run the scenario again"});
}

// A record is a line, or several where a quoted field holds line breaks. Cells keep their memory from row to row.
bool CsvRows::read_record() {
  std::size_t count = 0;
  bool quoted = false;
  std::string* cell = nullptr;
  const auto open_cell = [&] {
    if (count == cells_.size()) cells_.emplace_back();
    cell = &cells_[count++];
    cell->clear();
  };
  do {
    if (!std::getline(file_, line_)) {
      if (quoted) refuse("ends within quotes");
      return false;
    }
    ++number_;
    if (file_.eof()) refuse("ends within a line");
    if (quoted)
      *cell += '\n';
    else
      open_cell();
    for (std::size_t i = 0; i < line_.size(); ++i) {
      const char c = line_[i];
      if (c == '"' && quoted && i + 1 < line_.size() && line_[i + 1] == '"')
        *cell += line_[++i];
      else if (c == '"')
        quoted = !quoted;
      else if (c == ',' && !quoted)
        open_cell();
      else
        *cell += c;
    }
  } while (quoted);
  cells_.resize(count);
  return true;
}

}  // namespace hubwatt
