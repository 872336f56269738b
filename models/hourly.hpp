// A figure by hour of the local calendar year, or one figure for all hours. Rows: 1 (constant), 24 (a day,
// repeated), 8760 or 8784 (a year from 1 January 00:00 local time). In a leap year 8760 rows give 29 February
// the hours of 28 February; in a common year 8784 rows skip it.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace hubwatt {

// Position in a local calendar year.
struct HourOfYear {
  int hour = 0;           // since 1 January 00:00, 0..8783
  bool leap_year = false;
};

inline constexpr std::size_t hours_common_year = 8760;
inline constexpr std::size_t hours_leap_year = 8784;

constexpr bool is_hourly_row_count(std::size_t rows) {
  return rows == 1 || rows == 24 || rows == hours_common_year || rows == hours_leap_year;
}

// Row of a table of `rows` rows (see is_hourly_row_count) for that hour.
constexpr std::size_t hourly_row(std::size_t rows, HourOfYear at) {
  constexpr int end_of_28_february = (31 + 28) * 24;
  const auto hour = static_cast<std::size_t>(at.hour);
  if (rows == 1) return 0;
  if (rows == 24) return hour % 24;
  if (rows == hours_common_year && at.leap_year && at.hour >= end_of_28_february) return hour - 24;
  if (rows == hours_leap_year && !at.leap_year && at.hour >= end_of_28_february) return hour + 24;
  return hour;
}

template <class T>
class Hourly {
 public:
  Hourly() : rows_(1) {}
  Hourly(T constant) : rows_{constant} {}                               // NOLINT: a constant is a series
  explicit Hourly(std::vector<T> rows) : rows_(std::move(rows)) {}      // is_hourly_row_count(rows.size())

  T at(HourOfYear hour) const { return rows_[hourly_row(rows_.size(), hour)]; }
  bool constant() const { return rows_.size() == 1; }
  const std::vector<T>& rows() const { return rows_; }

 private:
  std::vector<T> rows_;
};

}  // namespace hubwatt
