// Calendar arithmetic on seconds since 1970-01-01T00:00Z: what hour, weekday and year it is at a place with a
// fixed offset from UTC. No daylight saving: the hubs modelled keep one offset all year.
// Source: proleptic Gregorian calendar through <chrono>.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "models/hourly.hpp"
#include "models/quantity.hpp"

namespace hubwatt {

// A local moment, cut to the hour.
struct LocalHour {
  int year = 1970;
  int month = 1;         // 1..12
  int day = 1;           // 1..31
  int hour_of_day = 0;   // 0..23
  int weekday = 0;       // 0 = Monday .. 6 = Sunday
  HourOfYear of_year;
};

inline LocalHour local_hour(std::int64_t utc_seconds, Duration utc_offset) {
  using namespace std::chrono;
  const auto offset = static_cast<std::int64_t>(utc_offset.base());
  const sys_seconds local{seconds{utc_seconds + offset}};
  const auto midnight = floor<days>(local);
  const year_month_day date{midnight};
  const sys_days new_year{date.year() / January / 1};
  LocalHour out;
  out.year = static_cast<int>(date.year());
  out.month = static_cast<int>(static_cast<unsigned>(date.month()));
  out.day = static_cast<int>(static_cast<unsigned>(date.day()));
  out.hour_of_day = static_cast<int>(duration_cast<hours>(local - midnight).count());
  out.weekday = static_cast<int>(std::chrono::weekday{midnight}.iso_encoding()) - 1;
  out.of_year = {static_cast<int>(duration_cast<hours>(local - sys_seconds{new_year}).count()), date.year().is_leap()};
  return out;
}

// "2025-07-07T00:00:00+08:00"
inline std::string iso_text(std::int64_t utc_seconds, Duration utc_offset) {
  using namespace std::chrono;
  const auto offset = static_cast<std::int64_t>(utc_offset.base());
  const sys_seconds local{seconds{utc_seconds + offset}};
  const auto midnight = floor<days>(local);
  const year_month_day date{midnight};
  const hh_mm_ss clock{local - midnight};
  const auto two = [](long long n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
  const std::int64_t minutes_off = (offset < 0 ? -offset : offset) / 60;
  return std::to_string(static_cast<int>(date.year())) + "-" + two(static_cast<unsigned>(date.month())) + "-" +
         two(static_cast<unsigned>(date.day())) + "T" + two(clock.hours().count()) + ":" +
         two(clock.minutes().count()) + ":" + two(clock.seconds().count()) + (offset < 0 ? "-" : "+") +
         two(minutes_off / 60) + ":" + two(minutes_off % 60);
}

}  // namespace hubwatt
