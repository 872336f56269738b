#include <chrono>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "models/units.hpp"
#include "scenarios/weather_file.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {

// Puts `value` into field `place` (from 0) of a line.
void set_field(std::string& line, std::size_t place, const std::string& value) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i < place; ++i) begin = line.find(',', begin) + 1;
  line.replace(begin, line.find(',', begin) - begin, value);
}

// The header and the first day of the TMY3 file of Chicago O'Hare (NREL), the day repeated to a year.
std::vector<std::string> chicago_lines() {
  using namespace std::chrono;
  std::ifstream in("tests/data/chicago-day.epw");
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  REQUIRE(lines.size() == 32);
  const std::vector<std::string> day(lines.begin() + 8, lines.end());
  for (std::size_t hour = 24; hour < 8760; ++hour) {
    const year_month_day date{sys_days{year{2025} / January / 1} + days{hour / 24}};
    lines.push_back(day[hour % 24]);
    set_field(lines.back(), 1, std::to_string(static_cast<unsigned>(date.month())));
    set_field(lines.back(), 2, std::to_string(static_cast<unsigned>(date.day())));
  }
  return lines;
}

InputFile file_of(const std::vector<std::string>& lines) {
  InputFile file{"chicago.epw", ""};
  for (const std::string& line : lines) file.text += line + "\n";
  return file;
}

}  // namespace

TEST_CASE("an EPW file gives dry bulb, humidity, pressure, irradiance and wind by hour") {
  std::vector<Diagnostic> mistakes;
  const auto weather = read_epw(file_of(chicago_lines()), mistakes);
  CHECK(mistakes.empty());
  REQUIRE(weather);
  CHECK(weather->dry_bulb.rows().size() == 8760);
  CHECK(weather->dry_bulb.at({0, false}).celsius() == Approx(-12.2));
  CHECK(weather->relative_humidity.at({0, false}) == Approx(0.73));
  REQUIRE(weather->pressure);
  CHECK(weather->pressure->at({0, false}) / unit::Pa == Approx(99500.0));
  REQUIRE(weather->wind_speed);
  CHECK(weather->wind_speed->at({0, false}) / unit::m_per_s == Approx(2.6));
  REQUIRE(weather->global_irradiance);
  CHECK(weather->global_irradiance->at({0, false}) / unit::W_per_m2 == 0.0);
  CHECK(weather->global_irradiance->at({11, false}) / unit::W_per_m2 > 50.0);
}

TEST_CASE("missing hours of an EPW file are named with their row") {
  auto lines = chicago_lines();
  set_field(lines[8 + 16], 6, "99.9");
  set_field(lines[8 + 17], 8, "999");
  set_field(lines[8 + 18], 9, "999999");
  std::vector<Diagnostic> mistakes;
  CHECK(!read_epw(file_of(lines), mistakes));
  REQUIRE(mistakes.size() == 3);
  CHECK(mistakes[0].line == 25);
  CHECK(mistakes[0].problem == "row 17: dry bulb is missing (99.9)");
  CHECK(mistakes[1].problem == "row 18: relative humidity is missing (999)");
  CHECK(mistakes[2].problem == "row 19: pressure is missing (999999)");
}

TEST_CASE("what no model needs may be missing from an EPW file") {
  auto lines = chicago_lines();
  set_field(lines[100], 13, "9999");
  set_field(lines[100], 21, "999");
  for (std::size_t i = 8; i < lines.size(); ++i) set_field(lines[i], 9, "999999");
  std::vector<Diagnostic> mistakes;
  const auto weather = read_epw(file_of(lines), mistakes);
  CHECK(mistakes.empty());
  REQUIRE(weather);
  CHECK(!weather->pressure);
  CHECK(!weather->global_irradiance);
  CHECK(!weather->wind_speed);
}

TEST_CASE("an EPW file with hours out of order, left out or split is refused") {
  auto swapped = chicago_lines();
  std::swap(swapped[10], swapped[11]);
  auto short_by_one = chicago_lines();
  short_by_one.pop_back();
  auto half_hours = chicago_lines();
  half_hours[7] = "DATA PERIODS,1,2,Data,Sunday, 1/ 1,12/31";
  auto two_periods = chicago_lines();
  two_periods[7] = "DATA PERIODS,2,1,Data,Sunday, 1/ 1,12/31";
  auto leap_day = chicago_lines();
  for (std::size_t hour = 0; hour < 24; ++hour) {
    set_field(leap_day[8 + 59 * 24 + hour], 1, "2");
    set_field(leap_day[8 + 59 * 24 + hour], 2, "29");
  }
  auto quarter_hours = chicago_lines();
  const std::vector<std::string> rows(quarter_hours.begin() + 8, quarter_hours.end());
  for (int more = 0; more < 3; ++more) quarter_hours.insert(quarter_hours.end(), rows.begin(), rows.end());
  auto impossible = chicago_lines();
  set_field(impossible[8], 6, "85.0");
  const std::vector<std::pair<std::vector<std::string>, std::string>> cases = {
      {swapped, "row 3: is of hour 4 (hour 3 is due)"},
      {short_by_one, "has 8759 hours (a year has 8760 or 8784)"},
      {half_hours, "has 2 rows per hour (1 is read)"},
      {two_periods, "has 2 data periods (1 is read)"},
      {leap_day, "row 1417: is of 2/29 (month/day; 3/1 is due)"},
      {quarter_hours, "has 35040 hours (a year has 8760 or 8784)"},
      {impossible, "row 1: dry bulb is 85.0 (-70 to 70 degC)"},
      {{"time,temp", "0,1"}, "is not an EPW file (its first line starts with LOCATION)"},
  };
  for (const auto& [lines, problem] : cases) {
    INFO(problem);
    std::vector<Diagnostic> mistakes;
    CHECK(!read_epw(file_of(lines), mistakes));
    REQUIRE(!mistakes.empty());
    CHECK(mistakes[0].problem == problem);
  }
}

TEST_CASE("a file cut off anywhere is a mistake, not a year") {
  const std::string whole = file_of(chicago_lines()).text;
  for (std::size_t length = 0; length < whole.size() - 200; length += 9973) {
    std::vector<Diagnostic> mistakes;
    REQUIRE(!read_epw(InputFile{"cut.epw", whole.substr(0, length)}, mistakes));
    REQUIRE(!mistakes.empty());
  }
}
