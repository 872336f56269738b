#include "scenarios/calendar_notes.hpp"

#include "models/units.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {

Scenario run_of(std::int64_t start, double days, std::size_t price_rows) {
  Scenario scenario;
  scenario.period = {start, days * unit::day, unit::hour};
  Hub hub;
  hub.id = "a";
  hub.utc_offset = 8.0 * unit::hour;
  hub.grid.price = Hourly<Price>(std::vector<Price>(price_rows, 0.4 * unit::cny_per_kWh));
  scenario.platform.hubs.push_back(hub);
  return scenario;
}

constexpr std::int64_t year_2024 = 1704038400, year_2025 = 1735660800;  // 1 January 00:00+08:00

}  // namespace

TEST_CASE("a file of another length than the year is said to be stretched or cut") {
  CHECK(calendar_notes(run_of(year_2024, 366, 8760)) ==
        std::vector<std::string>{
            "hub a: grid.price has 8760 hours; 29 February 2024 takes those of the day before"});
  CHECK(calendar_notes(run_of(year_2025, 365, 8784)) ==
        std::vector<std::string>{
            "hub a: grid.price has 8784 hours; those of 29 February are left out in 2025"});
}

TEST_CASE("nothing is said where file and year agree, or the run stops short of the end of February") {
  CHECK(calendar_notes(run_of(year_2024, 366, 8784)).empty());
  CHECK(calendar_notes(run_of(year_2025, 365, 8760)).empty());
  CHECK(calendar_notes(run_of(year_2024, 366, 24)).empty());
  CHECK(calendar_notes(run_of(year_2024, 366, 1)).empty());
  CHECK(calendar_notes(run_of(year_2024, 59, 8760)).empty());
  CHECK(calendar_notes(run_of(year_2024, 60, 8760)).size() == 1);
  CHECK(calendar_notes(run_of(year_2024 + 86400LL * 60, 300, 8760)).empty());
  CHECK(calendar_notes(run_of(year_2024, 3 * 365, 8760)).size() == 1);
}
