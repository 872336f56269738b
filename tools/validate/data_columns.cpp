#include "tools/validate/data_columns.hpp"

#include "tools/validate/trial_run.hpp"

namespace hubwatt::validation {

namespace {

CsvTable read_table(const std::string& path) {
  std::vector<Diagnostic> mistakes;
  CsvTable table(trial::file_text(path), path, mistakes);
  if (!mistakes.empty()) throw InputError(mistakes);
  return table;
}

}  // namespace

DataColumns::DataColumns(const std::string& path) : table_(read_table(path)) {}

std::size_t DataColumns::place(const std::string& column) const {
  std::vector<Diagnostic> mistakes;
  const auto found = table_.require_column(column, mistakes);
  if (!found) throw InputError(mistakes);
  return *found;
}

std::vector<double> DataColumns::numbers(const std::string& column) const {
  const std::size_t at = place(column);
  std::vector<double> out;
  for (std::size_t row = 0; row < rows(); ++row) {
    const auto number = table_.number(row, at);
    if (!number) throw InputError(table_.mistake_at(row, at, "no number"));
    out.push_back(*number);
  }
  return out;
}

std::vector<std::string> DataColumns::texts(const std::string& column) const {
  const std::size_t at = place(column);
  std::vector<std::string> out;
  for (std::size_t row = 0; row < rows(); ++row) out.emplace_back(table_.cell(row, at));
  return out;
}

}  // namespace hubwatt::validation
