#include "tools/csv_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

#include "models/error.hpp"
#include "scenarios/csv.hpp"

namespace hubwatt {

namespace {

constexpr std::size_t block_size = 1 << 16;

// "-12.5" of at most 18 digits; empty where a text is anything else. The digits as a whole number, where they have 53
// bits at most, and the power of ten are both exact, so their quotient is rounded once, as reading the text would be.
std::optional<double> plain_number(std::string_view text) {
  static constexpr std::array<double, 19> powers{1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8, 1e9,
                                                 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18};
  const char* at = text.data();
  const char* const end = at + text.size();
  const bool minus = at != end && *at == '-';
  if (minus) ++at;
  if (at == end || end - at > 18) return std::nullopt;
  std::uint64_t digits = 0;
  const auto pass_digits = [&] {
    const char* const first = at;
    for (; at != end && static_cast<unsigned>(*at - '0') <= 9; ++at)
      digits = 10 * digits + static_cast<unsigned>(*at - '0');
    return static_cast<std::size_t>(at - first);
  };
  if (pass_digits() == 0) return std::nullopt;
  std::size_t decimals = 0;
  if (at != end && *at == '.') {
    ++at;
    decimals = pass_digits();
    if (decimals == 0) return std::nullopt;
  }
  if (at != end || digits > (std::uint64_t{1} << 53)) return std::nullopt;
  const double value = static_cast<double>(digits) / powers[decimals];
  return minus ? -value : value;
}

// The highest bit of each byte that is a comma, the first letter in the lowest byte. Bit by bit, so that no byte carries
// into the next.
std::uint64_t commas(const char* letters) {
  constexpr std::uint64_t ones = 0x0101010101010101, low = 0x7f * ones;
  std::uint64_t text = 0;
  if constexpr (std::endian::native == std::endian::little)
    std::memcpy(&text, letters, sizeof text);
  else
    for (int i = 7; i >= 0; --i) text = text << 8 | static_cast<unsigned char>(letters[i]);
  const std::uint64_t other = text ^ (',' * ones);  // a byte of nought where there is a comma
  return ~(((other & low) + low) | other | low);
}

}  // namespace

CsvRows::CsvRows(const std::filesystem::path& path) : path_(path), file_(std::fopen(path.c_str(), "rb")) {
  if (!file_)
    throw InputError(Diagnostic{path.string(), 0, 0, "", "cannot be read", "run the scenario again"});
  if (!read_record()) refuse("has no header");
  header_.assign(cells_.begin(), cells_.end());
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
  if (const auto value = plain_number(cells_[column])) return *value;
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

// Reads on; what is not yet passed moves to the front. False at the end of the file.
bool CsvRows::fill() {
  std::copy(block_.begin() + static_cast<std::ptrdiff_t>(begin_),
            block_.begin() + static_cast<std::ptrdiff_t>(end_), block_.begin());
  end_ -= begin_, begin_ = 0;
  if (block_.size() < 2 * end_ + block_size) block_.resize(2 * end_ + block_size);
  const std::size_t more = std::fread(block_.data() + end_, 1, block_.size() - end_, file_.get());
  if (more == 0 && std::ferror(file_.get()) != 0) refuse("cannot be read to its end");
  end_ += more;
  return more > 0;
}

// Where the line that goes on at `from` ends; reads on as far as that takes. Null at the end of the file. Places in
// the block are told anew from begin_ after this.
char* CsvRows::end_of_line(char* from) {
  for (;;) {
    if (void* const found = std::memchr(from, '\n', static_cast<std::size_t>(block_.data() + end_ - from)))
      return static_cast<char*>(found);
    const std::size_t passed = end_ - begin_;
    const bool more = fill();
    from = block_.data() + begin_ + passed;
    if (!more) return nullptr;
  }
}

// A record is a line, or several where a quoted field holds line breaks.
bool CsvRows::read_record() {
  if (begin_ == end_ && !fill()) return false;
  std::size_t quotes = 0, counted = 0;  // quotes in so much of the record
  for (;;) {
    char* const end = end_of_line(block_.data() + begin_ + counted);
    ++number_;
    if (end == nullptr) refuse(quotes % 2 == 1 ? "ends within quotes" : "ends within a line");
    char* const begin = block_.data() + begin_;
    if (std::memchr(begin + counted, '"', static_cast<std::size_t>(end - begin) - counted) != nullptr)
      quotes += static_cast<std::size_t>(std::count(begin + counted, end, '"'));
    counted = static_cast<std::size_t>(end - begin) + 1;
    if (quotes % 2 == 1) continue;
    cells_.clear();
    if (quotes == 0)
      split(begin, end);
    else
      split_quoted(begin, end);
    begin_ += counted;
    return true;
  }
}

// Eight letters at a time: a table has some hundred million.
void CsvRows::split(char* begin, char* end) {
  const char* cell = begin;
  const auto cell_ends = [&](const char* at) {
    cells_.emplace_back(cell, static_cast<std::size_t>(at - cell));
    cell = at + 1;
  };
  const char* at = begin;
  for (; end - at >= 8; at += 8)
    for (std::uint64_t found = commas(at); found != 0; found &= found - 1)
      cell_ends(at + std::countr_zero(found) / 8);
  for (; at != end; ++at)
    if (*at == ',') cell_ends(at);
  cell_ends(end);
}

// In place: cells only shrink.
void CsvRows::split_quoted(char* begin, char* end) {
  bool quoted = false;
  char* cell = begin;
  char* to = begin;
  for (char* at = begin; at != end; ++at) {
    if (*at == '"' && quoted && at + 1 != end && at[1] == '"') {
      *to++ = *at++;
    } else if (*at == '"') {
      quoted = !quoted;
    } else if (*at == ',' && !quoted) {
      cells_.emplace_back(cell, static_cast<std::size_t>(to - cell));
      cell = to = at + 1;
    } else {
      *to++ = *at;
    }
  }
  cells_.emplace_back(cell, static_cast<std::size_t>(to - cell));
}

}  // namespace hubwatt
