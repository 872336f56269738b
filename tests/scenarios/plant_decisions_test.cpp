#include "scenarios/plant_decisions.hpp"

#include <fstream>
#include <set>

#include "models/units.hpp"
#include "scenarios/scenario_reader.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {

// The first hub of a library scenario, idle, at the begin of an hour.
struct IdleSite {
  Scenario scenario;
  JobTable jobs;
  Site site;

  explicit IdleSite(const std::string& file, std::vector<std::string> overrides = {})
      : scenario(read_scenario(file, overrides, std::nullopt)),
        site(scenario.platform.hubs[0], 0, scenario.platform, scenario.seed, jobs, [](JobSlot, double) {}) {
    site.begin_hour(scenario.period.start);
  }
};

const char* const library_file = "scenarios/library/training-week.toml";

}  // namespace

TEST_CASE(
    "a cooling policy is shown the coming day, local time, and points of which the first is the design") {
  IdleSite at(library_file);
  const std::int64_t start = at.scenario.period.start;
  for (std::int64_t hour = 0; hour < 30; ++hour) {
    const std::int64_t now = start + 3600 * hour;
    at.site.begin_hour(now);
    const CoolingQuestion question = cooling_question(at.site, 3600.0 * static_cast<double>(hour), now);
    const hw_cooling_view& view = question.view;
    const LocalHour local = local_hour(now, at.site.hub().utc_offset);
    CHECK(view.hour_of_day == static_cast<double>(local.hour_of_day));
    REQUIRE(view.point_count == question.choices.size());
    CHECK(view.points == question.points.data());
    CHECK(view.points[0].allowed == 1);
    CHECK(view.points[0].storage_w == 0.0);
    CHECK(std::string_view(view.points[0].mode) == "design");
    CHECK(view.wet_bulb_forecast_degc[0] == Approx(view.wet_bulb_degc));
    CHECK(view.dry_bulb_forecast_degc[0] == Approx(view.dry_bulb_degc));
    CHECK(view.price_forecast_cny_per_kwh[0] == Approx(view.price_cny_per_kwh));
    CHECK(view.carbon_forecast_kg_per_kwh[0] == Approx(view.carbon_kg_per_kwh));
    CHECK(view.heat_w >= view.it_power_w);
    CHECK(view.water_stress > 0.0);
  }
}

TEST_CASE("a hub without a store shows no store") {
  IdleSite at(library_file);
  const CoolingQuestion question = cooling_question(at.site, 0.0, at.scenario.period.start);
  CHECK(question.view.storage_capacity_j == 0.0);
  CHECK(question.view.storage_stored_j == 0.0);
  CHECK(question.view.storage_charge_w == 0.0);
  CHECK(question.view.storage_discharge_w == 0.0);
  for (const hw_cooling_point& point : question.points) CHECK(point.storage_w == 0.0);
}

TEST_CASE("the load of the coming day is that of the day before, once there is one") {
  LoadMemory memory;
  const Power now = 5.0 * unit::MW;
  for (int hour = 0; hour < 60; ++hour) {
    for (std::size_t ahead = 0; ahead < 24; ++ahead) {
      const Power expected = hour < 24 ? now : (hour - 24.0 + static_cast<double>(ahead)) * unit::MW;
      CHECK(memory.day_before(ahead, now) / unit::MW == Approx(expected / unit::MW));
    }
    memory.add((hour - 0.5) * unit::MW, 0.5 * unit::hour);
    memory.add((hour + 0.5) * unit::MW, 0.5 * unit::hour);
    memory.end_hour();
    memory.end_hour();  // an hour without time is none
  }
}
