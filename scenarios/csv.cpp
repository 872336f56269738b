#include "scenarios/csv.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "models/nearest_name.hpp"

namespace hubwatt {
namespace {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t";
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

// Walks over a text record by record. A quoted cell is unescaped in place: it only ever shrinks.
class RecordReader {
 public:
  RecordReader(char* begin, char* end) : at_(begin), end_(end) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (std::string_view(begin, static_cast<std::size_t>(end - begin)).starts_with(byte_order_mark)) at_ += 3;
  }

  // Appends the cells of the next record that is not an empty line; false at the end of the text.
  bool next(std::vector<std::string_view>& cells) {
    while (at_ != end_ && (*at_ == '\n' || *at_ == '\r')) skip_line_end();
    if (at_ == end_) return false;
    begin_ = at_;
    record_line_ = line_;
    while (read_cell(cells)) ++at_;  // over the comma
    if (at_ != end_) skip_line_end();
    return true;
  }

  const char* begin() const { return begin_; }
  int line() const { return record_line_; }
  bool quote_left_open() const { return open_; }

 private:
  // Reads up to the next comma (true) or line end (false).
  bool read_cell(std::vector<std::string_view>& cells) {
    if (at_ != end_ && *at_ == '"') {
      cells.push_back(read_quoted());
    } else {
      const char* first = at_;
      while (at_ != end_ && *at_ != ',' && *at_ != '\n' && *at_ != '\r') ++at_;
      cells.push_back({first, static_cast<std::size_t>(at_ - first)});
    }
    return at_ != end_ && *at_ == ',';
  }

  std::string_view read_quoted() {
    char* const first = ++at_;
    char* out = first;
    for (;; ++at_) {
      if (at_ == end_) {
        open_ = true;
        break;
      }
      if (*at_ == '\n') ++line_;
      if (*at_ == '"') {
        if (at_ + 1 == end_ || at_[1] != '"') {
          ++at_;
          break;
        }
        ++at_;  // a doubled quote is one
      }
      *out++ = *at_;
    }
    // Text between the closing quote and the comma belongs to no cell of RFC 4180; it is kept, so that it
    // shows.
    while (at_ != end_ && *at_ != ',' && *at_ != '\n' && *at_ != '\r') *out++ = *at_++;
    return {first, static_cast<std::size_t>(out - first)};
  }

  void skip_line_end() {
    if (*at_ == '\r' && at_ + 1 != end_ && at_[1] == '\n') ++at_;
    ++at_;
    ++line_;
  }

  char* at_;
  char* end_;
  const char* begin_ = nullptr;
  int line_ = 1;
  int record_line_ = 1;
  bool open_ = false;
};

}  // namespace

CsvTable::CsvTable(std::string_view text, std::string file, std::vector<Diagnostic>& mistakes)
    : file_(std::move(file)), text_(text.begin(), text.end()) {
  const char* const start = text_.data();
  RecordReader records(text_.data(), text_.data() + text_.size());
  std::vector<std::string_view> names;
  if (!records.next(names)) {
    mistakes.push_back({file_, 1, 1, "", "is empty (a header row is needed)", ""});
    return;
  }
  for (const std::string_view name : names) {
    if (column(trimmed(name))) {
      const int at = static_cast<int>(name.data() - start) + 1;
      mistakes.push_back({file_, 1, at, "", "column \"" + std::string(name) + "\" is there twice", ""});
    }
    header_.emplace_back(trimmed(name));
  }

  std::vector<Diagnostic> found;
  const std::size_t width = header_.size();
  for (;;) {
    const std::size_t before = cells_.size();
    if (!records.next(cells_)) break;
    const std::size_t wide = cells_.size() - before;
    if (wide != width) {
      cells_.resize(before);
      found.push_back({file_, records.line(), 1, "",
                       "row " + std::to_string(lines_.size() + found.size() + 1) + " has " +
                           std::to_string(wide) + " cells (the header has " + std::to_string(width) + ")",
                       ""});
      continue;
    }
    lines_.push_back({records.line(), static_cast<std::size_t>(records.begin() - start)});
  }
  if (records.quote_left_open()) {
    found.push_back(
        {file_, records.line(), 1, "", "a quote is opened and never closed", "double a quote in a cell"});
  }
  report_first(std::move(found), mistakes);
}

std::optional<std::size_t> CsvTable::column(std::string_view name) const {
  const auto found = std::find(header_.begin(), header_.end(), name);
  if (found == header_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - header_.begin());
}

std::optional<std::size_t> CsvTable::require_column(std::string_view name,
                                                    std::vector<Diagnostic>& mistakes) const {
  const auto found = column(name);
  if (!found && !header_.empty()) {
    mistakes.push_back(
        {file_, 1, 1, "", "has no column \"" + std::string(name) + "\"", suggestion_for(name, header_)});
  }
  return found;
}

std::optional<double> CsvTable::number(std::size_t row, std::size_t column) const {
  return read_number(cell(row, column));
}

Diagnostic CsvTable::mistake_at(std::size_t row, std::size_t column, std::string problem,
                                std::string suggestion) const {
  const Line& line = lines_[row];
  const auto offset = static_cast<std::size_t>(cell(row, column).data() - text_.data());
  const int at = static_cast<int>(offset - line.begin) + 1;
  return {file_,
          line.number,
          at,
          "",
          "row " + std::to_string(row + 1) + ": " + std::move(problem),
          std::move(suggestion)};
}

std::optional<double> read_number(std::string_view text) {
  text = trimmed(text);
  if (text.starts_with('+') && !text.starts_with("+-")) text.remove_prefix(1);
  double value = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

void report_first(std::vector<Diagnostic> found, std::vector<Diagnostic>& mistakes) {
  constexpr std::size_t shown = 10;
  const std::size_t count = found.size();
  for (std::size_t i = 0; i < std::min(count, shown); ++i) mistakes.push_back(std::move(found[i]));
  if (count <= shown) return;
  mistakes.push_back({found[shown].file, found[shown].line, found[shown].column, "",
                      "and " + std::to_string(count - shown) + " more such rows from here on", ""});
}

}  // namespace hubwatt
