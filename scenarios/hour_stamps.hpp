// Whether the rows of an hourly file are the hours they should be: their number, and where the file has a column of
// dates, that these run hour by hour through a local calendar year. A file whose clock follows daylight saving has a
// day of 23 and one of 25 hours; read by position, everything between them would be an hour off, so it is refused.
// Not here: the figures in the rows.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/error.hpp"
#include "scenarios/csv.hpp"

namespace hubwatt {

struct HourStamp {
  std::chrono::sys_seconds wall;      // of the clock as written
  std::optional<int> offset_minutes;  // from UTC, where written
};

// "2014-01-31 05:00", also with T, slashes, seconds, single digits, an offset ("+08:00", "Z"); hour 24 is the next
// day's 0. Empty where the text is no date with an hour.
std::optional<HourStamp> read_hour_stamp(std::string_view text);

// Whether a column has so many rows (models/hourly.hpp); else a mistake with what to do, and where a clock went wrong.
bool check_row_count(const CsvTable& table, std::string_view what, std::vector<Diagnostic>& mistakes);

// What to do about a number of rows that is not that of an hour, a day or a year (models/hourly.hpp).
std::string advice_on_row_count(std::size_t rows);

// Whether a number is one of those that files write where a value is missing: -99, -9999, 9999, ...
bool is_usual_stand_in(double value);

// The column that bears a usual name of dates ("time_local", "timestamp", ...) and whose first cell is one.
std::optional<std::size_t> stamp_column(const CsvTable& table);

// Adds a mistake for each row of that column that does not follow the one before by an hour, for a file that does not
// begin with 1 January 00:00 (of one day: 00:00), and for one of 8784 rows that begins in a common year. A year of
// 8760 rows may leave out 29 February.
void check_hour_stamps(const CsvTable& table, std::vector<Diagnostic>& mistakes);

}  // namespace hubwatt
