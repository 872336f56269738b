#include "scenarios/hour_stamps.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <charconv>

#include "models/hourly.hpp"

namespace hubwatt {
namespace {

using namespace std::chrono;

constexpr std::string_view usual_names[] = {"time",       "time_local",    "local_time", "timestamp",
                                            "datetime",   "date_time",     "date",       "valid_time",
                                            "hour_begin", "interval_start"};

constexpr std::string_view standard_time =
    "write the local standard time of the hub, 24 hours each day; days of 23 and 25 hours come from daylight "
    "saving";

// Reads fields from the front of a text.
class Front {
 public:
  explicit Front(std::string_view text) : text_(text) {}

  bool done() const { return text_.empty(); }
  bool eat(std::string_view any_of) {
    if (text_.empty() || any_of.find(text_.front()) == std::string_view::npos) return false;
    text_.remove_prefix(1);
    return true;
  }
  // A whole number of at most `digits` digits; -1 where there is none.
  int number(std::size_t digits) {
    int value = -1;
    const char* const last = text_.data() + std::min(digits, text_.size());
    const auto [end, error] = std::from_chars(text_.data(), last, value);
    if (error != std::errc{} || value < 0 || text_.front() == '-') return -1;
    text_.remove_prefix(static_cast<std::size_t>(end - text_.data()));
    return value;
  }
  bool only_zeros() {
    while (eat("0")) {
    }
    return true;
  }

 private:
  std::string_view text_;
};

// "Z", "+08:00", "-0330" or nothing; false where it is anything else.
bool read_offset(Front& front, std::optional<int>& minutes) {
  if (front.done()) return true;
  if (front.eat("Z")) {
    minutes = 0;
    return front.done();
  }
  const bool behind = front.eat("-");
  if (!behind && !front.eat("+")) return false;
  const int hours = front.number(2);
  front.eat(":");
  const int rest = front.done() ? 0 : front.number(2);
  constexpr int widest = 14;  // hours: the Line Islands
  if (hours < 0 || hours > widest || rest < 0 || rest > 59 || !front.done()) return false;
  minutes = (behind ? -1 : 1) * (60 * hours + rest);
  return true;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

std::string text_of(sys_seconds wall) {
  const auto midnight = floor<days>(wall);
  const year_month_day date{midnight};
  const hh_mm_ss clock{wall - midnight};
  return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                     clock.hours().count(), clock.minutes().count());
}

std::string offset_text(int minutes) {
  const int size = std::abs(minutes);
  return fmt::format("{}{:02}:{:02}", minutes < 0 ? '-' : '+', size / 60, size % 60);
}

bool is_29_february_left_out(sys_seconds before, sys_seconds after) {
  const year_month_day missing{floor<days>(before) + days{1}};
  return after - before == hours{25} && missing.month() == February && missing.day() == day{29} &&
         before - floor<days>(before) == hours{23};
}

// What is wrong between two rows that follow each other; empty where nothing is.
std::string problem_between(const HourStamp& before, const HourStamp& after) {
  if (before.offset_minutes != after.offset_minutes && before.offset_minutes && after.offset_minutes) {
    return fmt::format("the offset from UTC changes from {} to {}", offset_text(*before.offset_minutes),
                       offset_text(*after.offset_minutes));
  }
  const seconds step = after.wall - before.wall;
  if (step == hours{1}) return "";
  if (step == seconds{0}) return fmt::format("{} is there twice", text_of(after.wall));
  if (step < seconds{0}) return fmt::format("{} comes after {}", text_of(after.wall), text_of(before.wall));
  if (step % hours{1} != seconds{0} || step < hours{1}) {
    return fmt::format("{} comes {} min after the row before (60 are due)", text_of(after.wall),
                       duration_cast<minutes>(step).count());
  }
  const auto missing = duration_cast<hours>(step).count() - 1;
  return missing == 1 ? fmt::format("the hour before {} is missing", text_of(after.wall))
                      : fmt::format("{} hours before {} are missing", missing, text_of(after.wall));
}

std::string advice_on_parts(long long minutes) {
  if (60 % minutes != 0) return fmt::format("rows of {} min: average them to hours", minutes);
  return fmt::format("rows of {} min: average every {} of them to an hour", minutes, 60 / minutes);
}

// Empty where the file has no dates, or its first two are not parts of an hour apart.
std::string advice_on_step(const CsvTable& table) {
  const auto column = stamp_column(table);
  if (!column || table.rows() < 2) return "";
  const auto first = read_hour_stamp(table.cell(0, *column)),
             second = read_hour_stamp(table.cell(1, *column));
  const long long step = second ? duration_cast<minutes>(second->wall - first->wall).count() : 60;
  return step > 0 && step < 60 ? advice_on_parts(step) : "";
}

void check_begin(const CsvTable& table, std::size_t column, const HourStamp& first,
                 std::vector<Diagnostic>& mistakes) {
  const auto midnight = floor<days>(first.wall);
  const year_month_day date{midnight};
  const bool whole_year = table.rows() >= hours_common_year;
  const bool new_year = date.month() == January && date.day() == day{1};
  if (first.wall != midnight || (whole_year && !new_year)) {
    mistakes.push_back(
        table.mistake_at(0, column,
                         fmt::format("begins at {} ({} is due)", text_of(first.wall),
                                     whole_year ? "1 January 00:00 of the hub's local time" : "00:00"),
                         "a row is the hour that begins at its time"));
  } else if (table.rows() == hours_leap_year && !date.year().is_leap()) {
    mistakes.push_back(table.mistake_at(
        hours_common_year, column,
        fmt::format("goes on into another year ({} has 8760 hours)", static_cast<int>(date.year())),
        "cut the file at the end of the year"));
  }
}

}  // namespace

std::optional<HourStamp> read_hour_stamp(std::string_view text) {
  Front front(trimmed(text));
  const int y = front.number(4);
  if (y < 1000 || !front.eat("-/")) return std::nullopt;
  const int m = front.number(2);
  if (m < 1 || !front.eat("-/")) return std::nullopt;
  const int d = front.number(2);
  if (d < 1 || !front.eat("T ")) return std::nullopt;
  const int h = front.number(2);
  if (h < 0 || h > 24 || !front.eat(":")) return std::nullopt;
  const int minute = front.number(2);
  const int second = front.eat(":") ? front.number(2) : 0;
  if (minute < 0 || minute > 59 || second < 0 || second > 59) return std::nullopt;
  if (front.eat(".") && !front.only_zeros()) return std::nullopt;
  const year_month_day date{year{y}, month{static_cast<unsigned>(m)}, day{static_cast<unsigned>(d)}};
  HourStamp out{sys_days{date} + hours{h} + minutes{minute} + seconds{second}, std::nullopt};
  if (!date.ok() || !read_offset(front, out.offset_minutes)) return std::nullopt;
  return out;
}

bool check_row_count(const CsvTable& table, std::string_view what, std::vector<Diagnostic>& mistakes) {
  const std::size_t rows = table.rows();
  if (is_hourly_row_count(rows)) return true;
  std::string advice = advice_on_step(table);
  if (advice.empty()) advice = advice_on_row_count(rows);
  mistakes.push_back({table.file(), 0, 0, "",
                      fmt::format("has {} rows ({} has 1, 24, 8760 or 8784)", rows, what),
                      std::move(advice)});
  constexpr std::size_t some_hours = 48;  // as many as gaps and doubled hours may come to
  if (rows + some_hours > hours_common_year && rows < hours_leap_year + some_hours)
    check_hour_stamps(table, mistakes);
  return false;
}

bool is_usual_stand_in(double value) {
  constexpr double used[] = {-99.0, -99.9, -999.0, -999.9, -9999.0, -99999.0,
                             99.9,  999.0, 999.9,  9999.0, 99999.0, 999999.0};
  return std::find(std::begin(used), std::end(used), value) != std::end(used);
}

std::string advice_on_row_count(std::size_t rows) {
  for (const std::size_t year : {hours_common_year, hours_leap_year}) {
    if (rows + 1 == year || rows == year + 1)
      return rows < year ? "an hour is missing; write the local standard time, 24 hours each day"
                         : "there is an hour too many; write the local standard time, 24 hours each day";
    for (const std::size_t parts : {2, 3, 4, 6, 12, 60}) {
      if (rows == parts * year) return advice_on_parts(60 / static_cast<long long>(parts));
    }
  }
  if (rows > hours_leap_year) return "cut one calendar year from it";
  if (rows > 24 && rows % 24 == 0) return fmt::format("{} days: a whole calendar year is due", rows / 24);
  return "give one row per hour of a local calendar year";
}

std::optional<std::size_t> stamp_column(const CsvTable& table) {
  if (table.rows() == 0) return std::nullopt;
  for (std::size_t column = 0; column < table.header().size(); ++column) {
    std::string name = table.header()[column];
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (std::find(std::begin(usual_names), std::end(usual_names), name) == std::end(usual_names)) continue;
    if (read_hour_stamp(table.cell(0, column))) return column;
  }
  return std::nullopt;
}

void check_hour_stamps(const CsvTable& table, std::vector<Diagnostic>& mistakes) {
  const auto column = stamp_column(table);
  if (!column || table.rows() == 1) return;
  std::vector<Diagnostic> found;
  HourStamp before = *read_hour_stamp(table.cell(0, *column));
  check_begin(table, *column, before, found);
  const bool may_skip_a_day = table.rows() == hours_common_year;
  for (std::size_t row = 1; row < table.rows(); ++row) {
    const auto stamp = read_hour_stamp(table.cell(row, *column));
    if (!stamp) {
      const std::string_view cell = table.cell(row, *column);
      found.push_back(table.mistake_at(row, *column,
                                       cell.empty()
                                           ? std::string("its time is missing")
                                           : fmt::format("its time is {} (not a date with an hour)", cell)));
      before.wall += hours{1};
      continue;
    }
    std::string problem = problem_between(before, *stamp);
    if (may_skip_a_day && is_29_february_left_out(before.wall, stamp->wall)) problem.clear();
    if (!problem.empty())
      found.push_back(table.mistake_at(row, *column, std::move(problem), std::string(standard_time)));
    before = *stamp;
  }
  report_first(std::move(found), mistakes);
}

}  // namespace hubwatt
