// The policies of the battery that look ahead: `price-arbitrage`, `carbon-arbitrage`, `peak-shave`.
#include "models/random.hpp"
#include "policies/trial_views.hpp"
#include "tests/policies/loading.hpp"
#include "tests/policies/modules/supply_days.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;
using namespace hubwatt::test;

namespace {

SupplyPolicy policy(const std::string& name, const OptionTexts& options = {}) {
  return SupplyPolicy(shipped(name, Decision::supply, options));
}

SupplyOutcome run(const std::string& name, const SupplyDays& days, int hours,
                  const OptionTexts& options = {}) {
  SupplyPolicy with = policy(name, options);
  return run_days(days, with, hours);
}

// Valleys by night, a flat day, two peaks; a flat load; grid carbon lowest at noon.
SupplyDays plain_days() {
  SupplyDays days;
  days.load_kw = {6000.0};
  days.renewable_kw = {0.0};
  for (int hour = 0; hour < 24; ++hour) {
    days.price.push_back(hour < 8                                                 ? 0.3
                         : (hour >= 10 && hour < 12) || (hour >= 18 && hour < 21) ? 1.1
                                                                                  : 0.65);
    days.carbon.push_back(hour >= 10 && hour < 15 ? 0.3 : 0.6);
  }
  return days;
}

// A load that doubles in two afternoon hours.
SupplyDays peaky_days() {
  SupplyDays days = plain_days();
  days.load_kw.clear();
  for (int hour = 0; hour < 24; ++hour)
    days.load_kw.push_back(hour >= 14 && hour < 16 ? 8000.0 : hour >= 8 && hour < 20 ? 5000.0 : 4000.0);
  days.demand_charge = 38.0;
  return days;
}

SupplyDays any_days(Random& random) {
  SupplyDays days;
  for (int hour = 0; hour < 24; ++hour) {
    days.load_kw.push_back(3000.0 + 4000.0 * random.uniform());
    days.renewable_kw.push_back(random.uniform() < 0.5 ? 0.0 : 12000.0 * random.uniform());
    days.price.push_back(random.uniform() < 0.1 ? -0.2 * random.uniform() : 1.2 * random.uniform());
    days.carbon.push_back(0.9 * random.uniform());
  }
  days.battery.round_trip_efficiency = 0.6 + 0.4 * random.uniform();
  days.battery.capacity = (1.0 + 20.0 * random.uniform()) * unit::MWh;
  days.battery.power = (0.5 + 6.0 * random.uniform()) * unit::MW;
  if (random.uniform() < 0.5) days.demand_charge = 38.0;
  if (random.uniform() < 0.5) days.battery.self_discharge = 0.1 * random.uniform();
  days.steps_per_hour = random.uniform() < 0.5 ? 1 : 4;
  return days;
}

constexpr const char* lookahead[] = {"price-arbitrage", "carbon-arbitrage", "peak-shave"};

}  // namespace

TEST_CASE("price-arbitrage lowers the bill, by more than its losses cost") {
  const SupplyDays days = plain_days();
  const SupplyOutcome none = run("none", days, 240), with = run("price-arbitrage", days, 240);
  CHECK(with.bill < 0.95 * none.bill);
  CHECK(with.grid_kwh > none.grid_kwh);  // by the losses
  CHECK(with.discharged_kwh > 9.0 * 9000.0);
}

TEST_CASE("price-arbitrage comes within 2 % of the best that any plan can save") {
  Random random(21, "optimum");
  for (int i = 0; i < 25; ++i) {
    SupplyDays days;
    days.renewable_kw = {0.0};
    days.carbon = {0.5};
    for (int hour = 0; hour < 24; ++hour) {
      days.load_kw.push_back(5000.0 + 1000.0 * random.uniform());
      days.price.push_back(0.2 + random.uniform());
    }
    // The grid has 60 steps of 150 kWh; as many of them as the battery moves in an hour.
    days.battery.power = (6.0 + std::floor(20.0 * random.uniform())) * 150.0 * unit::kW;
    const double none = run("none", days, 24).bill;
    const double best = none - best_daily_bill(days, 60);
    const double begun = run("price-arbitrage", days, 48).bill;
    const double saved = none - (run("price-arbitrage", days, 48 + 240).bill - begun) / 10.0;
    INFO("pattern " << i << ": saved " << saved << " of " << best << " CNY a day");
    REQUIRE(best > 0.0);
    REQUIRE(saved >= 0.98 * best);
    REQUIRE(saved <= best * (1.0 + 1e-9));
  }
}

TEST_CASE("where the spread does not beat the losses, the battery rests") {
  SupplyDays days = plain_days();
  days.battery.round_trip_efficiency = 0.7;
  days.price = {0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5,
                0.7, 0.7, 0.7, 0.7, 0.7, 0.7, 0.7, 0.7, 0.7, 0.7, 0.7, 0.7};  // 0.7 x 0.7 < 0.5
  const SupplyOutcome with = run("price-arbitrage", days, 240);
  CHECK(with.charged_kwh == 0.0);
  days.battery.round_trip_efficiency = 0.75;
  CHECK(run("price-arbitrage", days, 240).charged_kwh > 0.0);
}

TEST_CASE("a wear cost above the gain stops the trade") {
  const SupplyDays days = plain_days();
  CHECK(run("price-arbitrage", days, 240, {{"wear_cost", "0.2"}}).charged_kwh > 0.0);
  // A kilowatt-hour at 0.3 gives 0.92 kWh at the cell, of which 0.92 comes back at 1.1: it gains 0.69 a cell's kWh.
  CHECK(run("price-arbitrage", days, 240, {{"wear_cost", "0.60"}}).charged_kwh > 0.0);
  CHECK(run("price-arbitrage", days, 240, {{"wear_cost", "0.72"}}).charged_kwh == 0.0);
}

TEST_CASE("carbon-arbitrage lowers the carbon and looks at no price") {
  SupplyDays days = plain_days();
  const SupplyOutcome none = run("none", days, 240), with = run("carbon-arbitrage", days, 240);
  CHECK(with.carbon < 0.98 * none.carbon);
  days.price = {9.9};
  CHECK(run("carbon-arbitrage", days, 240).carbon == with.carbon);
  CHECK(run("carbon-arbitrage", days, 240, {{"wear_carbon", "0.4"}}).charged_kwh == 0.0);
}

TEST_CASE("peak-shave lowers the peak to what the battery can hold") {
  SupplyDays days = peaky_days();
  days.first_hour = 24;
  const SupplyOutcome none = run("none", days, 24 * 14), with = run("peak-shave", days, 24 * 14);
  CHECK(none.peak_kw == 8000.0);
  // 2.5 MW at the cell are 2.3 MW at the busbar.
  CHECK(with.peak_kw == Approx(8000.0 - 2500.0 * std::sqrt(0.85)).margin(1.0));
  CHECK(with.grid_kwh < 1.05 * none.grid_kwh);
}

TEST_CASE("peak-shave spreads a charge that is too small over the hours of the peak") {
  SupplyDays days = plain_days();
  days.load_kw.assign(24, 4000.0);
  for (std::size_t hour = 13; hour < 17; ++hour) days.load_kw[hour] = 8000.0;
  days.battery.power = 10.0 * unit::MW;
  days.first_hour = 24;
  // 9 MWh at the cell over four hours.
  const double held = 8000.0 - 9000.0 * std::sqrt(0.85) / 4.0;
  CHECK(run("peak-shave", days, 24 * 7, {{"reserve", "0"}}).peak_kw == Approx(held).margin(1.0));
}

TEST_CASE("peak-shave never makes a peak by charging, on days as they were before") {
  Random random(31, "peaks");
  for (int i = 0; i < 60; ++i) {
    SupplyDays days = any_days(random);
    days.first_hour = 24;
    REQUIRE(run("peak-shave", days, 24 * 7).peak_kw <= run("none", days, 24 * 7).peak_kw + 1e-6);
  }
}

TEST_CASE("peak-shave on a day it does not know does no harm") {
  const SupplyDays days = peaky_days();
  CHECK(run("peak-shave", days, 24 * 14).peak_kw <= run("none", days, 24 * 14).peak_kw);
}

TEST_CASE("a peak the month has had is not shaved any more") {
  const SupplyDays days = peaky_days();
  SupplyPolicy shave = policy("peak-shave");
  const hw_supply_rule rule = shave.rule(view_of(days, 24 + 14, 0.0, days.battery.capacity, 9000.0));
  CHECK(rule.discharge_w == 0.0);
}

TEST_CASE("where power has a price, arbitrage charges below the peak") {
  SupplyDays days = plain_days();
  days.load_kw.clear();
  for (int hour = 0; hour < 24; ++hour) days.load_kw.push_back(hour >= 9 && hour < 18 ? 6000.0 : 4500.0);
  days.demand_charge = 38.0;
  const int day = 24;  // from the second day on, which the forecast knows
  SupplyPolicy trade = policy("price-arbitrage");
  for (int hour = day; hour < 2 * day; ++hour) {
    const hw_supply_view view = view_of(days, hour, 0.0, days.battery.floor(), 6000.0);
    const hw_supply_rule rule = trade.rule(view);
    const double drawn = rule.charge_from_grid_w / std::sqrt(0.85);
    CHECK(view.load_w + drawn <= 6000e3 * (1.0 + 1e-9));
  }
}

TEST_CASE("none of the policies that look ahead loses energy or breaks a limit, whatever the days") {
  Random random(41, "days");
  for (int i = 0; i < 60; ++i) {
    const SupplyDays days = any_days(random);
    for (const char* name : lookahead) {
      const SupplyOutcome out = run(name, days, 24 * 5);  // SupplyPolicy checks each rule
      INFO(name << " " << i);
      REQUIRE(std::abs(out.imbalance()) <= 1e-9 * out.load_kwh);
      REQUIRE(out.loss_kwh >= 0.0);
    }
  }
}

TEST_CASE("arbitrage never makes the bill of known days higher") {
  Random random(51, "bills");
  for (int i = 0; i < 60; ++i) {
    SupplyDays days = any_days(random);
    days.renewable_kw = {0.0};
    days.demand_charge = 0.0;
    days.battery.self_discharge = 0.0;
    days.battery.initial_charge = 0.1;
    // What is left in the battery is worth at least what the cheapest hour asks for it; it is not counted here, so a
    // whole number of days after the first is compared.
    const auto later = [&](const char* name) {
      return run(name, days, 24 * 9).bill - run(name, days, 24 * 2).bill;
    };
    REQUIRE(later("price-arbitrage") <= later("none") + 1e-6 * std::abs(later("none")));
  }
}

TEST_CASE("surplus is taken by each of the policies that look ahead") {
  for (const char* name : lookahead) {
    const hw_supply_rule rule = policy(name).rule(trial_supply(1e6, 8e6));
    CHECK(rule.charge_from_surplus_w == 5e6);
    CHECK(rule.charge_from_grid_w == 0.0);
  }
}

TEST_CASE("wrong options of supply policies are refused") {
  CHECK_THAT(refusal([] { policy("price-arbitrage", {{"wear_cost", "-1"}}); }), says("limits"));
  CHECK_THAT(refusal([] { policy("price-arbitrage", {{"wear", "1"}}); }), says("options are: wear_cost"));
  CHECK_THAT(refusal([] { policy("carbon-arbitrage", {{"wear_carbon", "much"}}); }), says("not a number"));
  CHECK_THAT(refusal([] { policy("peak-shave", {{"reserve", "1.5"}}); }), says("limits"));
  CHECK_THAT(refusal([] { policy("peak-shave", {{"target", "5"}}); }), says("options are: reserve"));
}
