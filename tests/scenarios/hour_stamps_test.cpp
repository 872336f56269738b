#include "scenarios/hour_stamps.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "models/hourly.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;
using namespace std::chrono;

namespace {

std::string text_of(sys_seconds wall) {
  const auto midnight = floor<days>(wall);
  const year_month_day date{midnight};
  return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                     duration_cast<hours>(wall - midnight).count(),
                     duration_cast<minutes>(wall - midnight).count() % 60);
}

std::vector<std::string> year_from(sys_seconds begin, std::size_t rows, seconds step = hours{1}) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < rows; ++i) out.push_back(text_of(begin + static_cast<int>(i) * step));
  return out;
}

std::vector<std::string> problems(const std::vector<std::string>& times,
                                  const std::string& name = "time_local") {
  std::string text = name + ",x\n";
  for (const std::string& time : times) text += time + ",1\n";
  std::vector<Diagnostic> mistakes;
  const CsvTable table(text, "x.csv", mistakes);
  if (check_row_count(table, "it", mistakes)) check_hour_stamps(table, mistakes);
  std::vector<std::string> out;
  for (const Diagnostic& mistake : mistakes) out.push_back(mistake.text());
  return out;
}

const sys_seconds year_2014 = sys_days{year{2014} / January / 1};
const sys_seconds year_2012 = sys_days{year{2012} / January / 1};
constexpr std::size_t early_march = (31 + 28) * 24;

}  // namespace

TEST_CASE("the forms in which files write an hour are read") {
  const sys_seconds due = sys_days{year{2014} / 3 / 5} + hours{7};
  for (const char* text : {"2014-03-05 07:00", "2014-03-05T07:00", "2014/3/5 7:00", " 2014-03-05 07:00:00 ",
                           "2014-03-05T07:00:00.000", "2014-03-05T07:00:00+08:00", "2014-03-05T07:00Z",
                           "2014-03-05 07:00-0330"}) {
    INFO(text);
    const auto stamp = read_hour_stamp(text);
    REQUIRE(stamp);
    CHECK(stamp->wall == due);
  }
  CHECK(read_hour_stamp("2014-03-05T07:00:00+08:00")->offset_minutes == 480);
  CHECK(read_hour_stamp("2014-03-05 07:00-0330")->offset_minutes == -210);
  CHECK(!read_hour_stamp("2014-03-05 07:00")->offset_minutes);
  CHECK(read_hour_stamp("2014-12-31 24:00")->wall == sys_days{year{2015} / January / 1});
  for (const char* text : {"", "7", "2014-03-05", "2014-13-05 07:00", "2014-02-29 07:00", "2014-03-05 25:00",
                           "2014-03-05 07:60", "05/03/2014 07:00", "2014-03-05 07:00 CET",
                           "2014-03-05 07:00+x", "2014-03-05 07:00-3201", "2014-03-05 07:00+08:60"}) {
    INFO(text);
    CHECK(!read_hour_stamp(text));
  }
}

TEST_CASE("hours that run through a year are fine, with and without 29 February") {
  CHECK(problems(year_from(year_2014, 8760)).empty());
  CHECK(problems(year_from(year_2012, 8784)).empty());
  CHECK(problems(year_from(year_2014, 24)).empty());
  std::vector<std::string> cut = year_from(year_2012, 8784);
  cut.erase(cut.begin() + early_march, cut.begin() + early_march + 24);
  CHECK(problems(cut).empty());
  CHECK(problems({"whenever"}).empty());                         // one row holds for all hours
  CHECK(problems(year_from(year_2012, 24), "station").empty());  // no name of a time
}

TEST_CASE("a clock of daylight saving shows by the hour it skips and the hour it has twice") {
  std::vector<std::string> berlin;
  for (std::size_t h = 0; h < 8760; ++h) {
    const sys_seconds standard = year_2014 + static_cast<int>(h) * hours{1};
    const bool summer = standard >= sys_seconds{sys_days{year{2014} / 3 / 30}} + hours{2} &&
                        standard < sys_seconds{sys_days{year{2014} / 10 / 26}} + hours{2};
    berlin.push_back(text_of(standard + (summer ? hours{1} : hours{0})));
  }
  const auto found = problems(berlin);
  REQUIRE(found.size() == 2);
  CHECK(found[0].find("x.csv:2116:1: row 2115: the hour before 2014-03-30 03:00 is missing") == 0);
  CHECK(found[0].find("daylight saving") != std::string::npos);
  CHECK(found[1].find("row 7155: 2014-10-26 02:00 is there twice") != std::string::npos);

  std::vector<std::string> with_offset = year_from(year_2014, 24);
  for (std::size_t h = 0; h < 24; ++h) with_offset[h] += h < 2 ? "+01:00" : "+02:00";
  const auto offsets = problems(with_offset);
  REQUIRE(offsets.size() == 1);
  CHECK(offsets[0].find("row 3: the offset from UTC changes from +01:00 to +02:00") != std::string::npos);
}

TEST_CASE("gaps, doubles, disorder and wrong begins are named with their row") {
  struct Case {
    std::vector<std::string> times;
    std::string says;
  };
  std::vector<std::string> gap = year_from(year_2014, 8764);
  gap.erase(gap.begin() + 100, gap.begin() + 104);
  std::vector<std::string> back = year_from(year_2014, 24);
  std::swap(back[5], back[6]);
  std::vector<std::string> empty = year_from(year_2014, 24);
  empty[3] = "";
  std::vector<std::string> nonsense = year_from(year_2014, 24);
  nonsense[3] = "noon";
  std::vector<std::string> short_by_one = year_from(year_2014, 8760);
  short_by_one.erase(short_by_one.begin() + 4000);
  const std::vector<Case> cases = {
      {gap, "row 101: 4 hours before 2014-01-05 08:00 are missing"},
      {back, "row 6: the hour before 2014-01-01 06:00 is missing"},
      {empty, "row 4: its time is missing"},
      {nonsense, "row 4: its time is noon (not a date with an hour)"},
      {year_from(year_2014 + hours{1}, 8760),
       "row 1: begins at 2014-01-01 01:00 (1 January 00:00 of the hub's"},
      {year_from(year_2014 - hours{8}, 8760), "row 1: begins at 2013-12-31 16:00"},
      {year_from(year_2014 + hours{1}, 24), "row 1: begins at 2014-01-01 01:00 (00:00 is due)"},
      {year_from(year_2014, 8784), "row 8761: goes on into another year (2014 has 8760 hours)"},
      {year_from(year_2014, 24, minutes{15}), "row 2: 2014-01-01 00:15 comes 15 min after the row before"},
      {short_by_one, "has 8759 rows (it has 1, 24, 8760 or 8784)"},
  };
  for (const Case& one : cases) {
    const auto found = problems(one.times);
    INFO(one.says);
    REQUIRE_FALSE(found.empty());
    CHECK(found[0].find(one.says) != std::string::npos);
  }
  const auto both = problems(short_by_one);
  REQUIRE(both.size() == 2);
  CHECK(both[1].find("row 4001: the hour before 2014-06-16 17:00 is missing") != std::string::npos);
}

TEST_CASE("an hour dropped or doubled anywhere in a year is found at its row") {
  const std::vector<std::string> whole = year_from(year_2014, 8760);
  for (std::size_t at = 1; at < 8759; at += 487) {
    std::vector<std::string> dropped = whole;
    dropped.erase(dropped.begin() + static_cast<std::ptrdiff_t>(at));
    dropped.insert(dropped.begin(), whole.front());  // and one doubled, so that the number is right
    const auto found = problems(dropped);
    REQUIRE(found.size() == 2);
    CHECK(found[0].find("row 2: 2014-01-01 00:00 is there twice") != std::string::npos);
    CHECK(found[1].find(fmt::format("row {}: the hour before", at + 2)) != std::string::npos);
  }
}
