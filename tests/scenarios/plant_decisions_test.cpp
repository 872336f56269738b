#include "scenarios/plant_decisions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "models/units.hpp"
#include "policies/search.hpp"
#include "scenarios/cooling_limits.hpp"
#include "scenarios/scenario_reader.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {

// The first hub of a library scenario with its racks idle, at the begin of an hour.
struct IdleSite {
  Scenario scenario;
  JobTable jobs;
  Site site;

  explicit IdleSite(Scenario made)
      : scenario(std::move(made)),
        site(scenario.platform.hubs[0], 0, scenario.platform, scenario.seed, jobs, [](JobSlot, double) {}) {
    site.begin_hour(scenario.period.start);
  }
};

Scenario week(std::vector<std::string> overrides = {}) {
  return read_scenario("scenarios/library/training-week.toml", overrides, std::nullopt);
}

// The same with chilled water and a tank that takes the idle heat of some hours.
Scenario week_with_tank() {
  Scenario scenario =
      week({"hub.horinger.cooling=\"chilled-water\"", "hub.horinger.design_it_power=\"1 MW\""});
  Hub& hub = scenario.platform.hubs[0];
  hub.cold_store = ThermalStorage{.capacity = 1.5 * unit::MWh,
                                  .charge = 300.0 * unit::kW,
                                  .discharge = 300.0 * unit::kW,
                                  .loss_per_day = 0.01,
                                  .initial_charge = 0.5};
  return scenario;
}

struct Lived {
  double bill_cny = 0.0, energy_kwh = 0.0;  // of days 2 to 8
  std::vector<double> stored;               // share of the capacity at the begin of each hour
  int turns = 0;                            // from filling to emptying or back
};

// Eight days under a policy; the first fills the policy's memory.
Lived live(const char* name) {
  IdleSite at(week_with_tank());
  CoolingPolicy policy(Instance(find_policy(name, Decision::cooling, {}), Decision::cooling, {}, 1));
  Lived out;
  StorageAction last = StorageAction::rest;
  for (int hour = 0; hour < 8 * 24; ++hour) {
    const std::int64_t now = at.scenario.period.start + 3600LL * hour;
    at.site.begin_hour(now);
    decide_cooling(at.site, policy, 3600.0 * hour, now);
    const StorageAction action = at.site.decisions.cold;
    if (action != StorageAction::rest && last != StorageAction::rest && action != last) ++out.turns;
    if (action != StorageAction::rest) last = action;
    out.stored.push_back(at.site.stores.cold / at.site.hub().cold_store->capacity);
    at.site.account(3600.0 * (hour + 1));
    at.site.end_hour();
    const double kwh = at.site.facility_power() / unit::kW;
    if (hour < 24) continue;
    out.energy_kwh += kwh;
    out.bill_cny += kwh * (at.site.conditions.price / unit::cny_per_kWh);
  }
  return out;
}

auto with_flow(const CoolingQuestion& question, int sign) {
  return std::count_if(question.points.begin(), question.points.end(), [&](const hw_cooling_point& point) {
    return (point.storage_w > 0.0) - (point.storage_w < 0.0) == sign;
  });
}

}  // namespace

TEST_CASE("a cooling policy is shown the coming day in local time, and the design first") {
  IdleSite at(week());
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
  IdleSite at(week());
  const CoolingQuestion question = cooling_question(at.site, 0.0, at.scenario.period.start);
  CHECK(question.view.storage_capacity_j == 0.0);
  CHECK(question.view.storage_stored_j == 0.0);
  CHECK(question.view.storage_charge_w == 0.0);
  CHECK(question.view.storage_discharge_w == 0.0);
  for (const hw_cooling_point& point : question.points) CHECK(point.storage_w == 0.0);
}

TEST_CASE("a hub with a store offers every setting at rest, charging and discharging") {
  IdleSite at(week_with_tank());
  const CoolingQuestion half = cooling_question(at.site, 0.0, at.scenario.period.start);
  CHECK(half.view.storage_capacity_j == Approx(1.5 * 3.6e9));
  CHECK(half.view.storage_stored_j == Approx(0.75 * 3.6e9));
  CHECK(half.view.storage_charge_w == Approx(300e3));
  CHECK(with_flow(half, 0) > 1);
  CHECK(with_flow(half, 1) == with_flow(half, 0));
  CHECK(with_flow(half, -1) == with_flow(half, 0));
  CHECK(half.points[0].storage_w == 0.0);
  for (std::size_t i = 0; i < half.points.size(); ++i) {
    const hw_cooling_point& point = half.points[i];
    if (point.storage_w > 0.0) CHECK(half.choices[i].cold == StorageAction::charge);
    if (point.storage_w < 0.0) CHECK(half.choices[i].cold == StorageAction::discharge);
  }
  at.site.stores.cold = Energy{};
  CHECK(with_flow(cooling_question(at.site, 0.0, at.scenario.period.start), -1) == 0);
}

TEST_CASE("storing cold costs power when it is made and saves some when it is used") {
  IdleSite at(week_with_tank());
  const CoolingQuestion question = cooling_question(at.site, 0.0, at.scenario.period.start);
  for (const hw_cooling_point& point : question.points) {
    const auto rest =
        std::find_if(question.points.begin(), question.points.end(), [&](const hw_cooling_point& other) {
          return other.storage_w == 0.0 && other.supply_degc == point.supply_degc;
        });
    REQUIRE(rest != question.points.end());
    if (point.storage_w > 0.0) CHECK(point.power_w > rest->power_w);
    if (point.storage_w < 0.0) CHECK(point.power_w < rest->power_w);
  }
}

TEST_CASE(
    "with a time-of-use tariff price-aware-storage lowers a real plant's bill and keeps its days alike") {
  const Lived fixed = live("fixed"), priced = live("price-aware-storage");
  CHECK(priced.bill_cny < fixed.bill_cny);
  CHECK(priced.energy_kwh == Approx(fixed.energy_kwh).epsilon(0.02));
  CHECK(priced.turns <= 4 * 8);  // this tariff has two valleys a day
  for (std::size_t day = 3; day < 8; ++day)
    CHECK(priced.stored[24 * day] == Approx(priced.stored[24 * (day - 1)]).margin(0.2));
}

TEST_CASE("night-storage fills a real tank by night and has it full in the morning") {
  const Lived nights = live("night-storage");
  for (std::size_t day = 1; day < 8; ++day) {
    CHECK(nights.stored[24 * day + 7] > 0.93);  // the last twentieth is worth no start
    for (std::size_t hour = 24 * day + 7; hour < 24 * day + 23 && hour + 1 < nights.stored.size(); ++hour)
      CHECK(nights.stored[hour + 1] <= nights.stored[hour]);
  }
  CHECK(nights.turns <= 2 * 8 + 1);
  CHECK(nights.energy_kwh == Approx(live("fixed").energy_kwh).epsilon(0.02));
}

TEST_CASE("a refused point tells the limit that it breaks") {
  Scenario hot = week({"hub.horinger.cooling=\"chilled-water-economizer\""});
  hot.platform.hubs[0].climate = ConstantClimate{Temperature::celsius(38.0), 0.5};
  IdleSite at(std::move(hot));
  const CoolingQuestion question = cooling_question(at.site, 0.0, at.scenario.period.start);
  const auto forbidden = std::find_if(question.points.begin(), question.points.end(),
                                      [](const hw_cooling_point& point) { return point.allowed == 0; });
  REQUIRE(forbidden != question.points.end());
  CHECK(std::string_view(forbidden->mode) == "economizer");
  const Cooling& plant = at.site.hub().cooling;
  const double limit = std::get<ChilledWaterEconomizer>(plant.plant).plant.supply_limit.celsius();
  CHECK(forbidden->supply_degc > limit);
  CoolingState state;
  state.supply = Temperature::celsius(forbidden->supply_degc);
  CHECK(broken_limit(plant, state) == fmt::format("the supply may be {:.1f} degC at most", limit));
}

TEST_CASE("a supply policy is shown the day before and the month's peak") {
  IdleSite at(week());
  REQUIRE(at.site.hub().battery);
  Site& site = at.site;
  for (std::int64_t hour = 0; hour < 30; ++hour) {
    const std::int64_t now = at.scenario.period.start + 3600 * hour;
    site.begin_hour(now);
    const hw_supply_view view = supply_question(site, 3600.0 * static_cast<double>(hour), now);
    CHECK(view.load_w > 0.0);
    CHECK(view.renewable_forecast_w[0] == Approx(view.renewable_w));
    CHECK(view.battery_round_trip_efficiency == site.hub().battery->round_trip_efficiency);
    if (hour < 24) CHECK(view.load_forecast_w[5] == view.load_w);
    CHECK((hour == 0) == (view.month_peak_w == 0.0));
    site.account(3600.0 * static_cast<double>(hour + 1));
    site.end_hour();
    site.end_step(now, Closing::no);
  }
  constexpr std::int64_t first_of_august = 1753977600;  // 2025-08-01T00:00+08:00
  CHECK(site.month_peak(first_of_august - 3600) > Power{});
  CHECK(site.month_peak(first_of_august) == Power{});
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
