// The policies of the cooling plant and the battery: `fixed`, `most-efficient`, `water-saver`,
// `raise-set-point`, `none`, `self-consume`; those of a cold store have a file of their own.
#include <cmath>
#include <random>
#include <string_view>

#include "policies/cooling_policy.hpp"
#include "policies/supply_policy.hpp"
#include "policies/trial_views.hpp"
#include "tests/policies/loading.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;
using namespace hubwatt::test;

namespace {

std::uint32_t choose(const std::string& name, const TrialCooling& cooling, const OptionTexts& options = {}) {
  return CoolingPolicy(shipped(name, Decision::cooling, options)).choose(cooling.view());
}

}  // namespace

TEST_CASE("fixed runs the plant as designed, whatever else were better") {
  CHECK(choose("fixed", TrialCooling()) == 0);
}

TEST_CASE("most-efficient takes the allowed point of least power") {
  TrialCooling cooling;
  CHECK(choose("most-efficient", cooling) == 2);  // point 3 needs less, but is not allowed
  cooling.points[3].allowed = 1;
  CHECK(choose("most-efficient", cooling) == 3);
  cooling.points[2].allowed = cooling.points[3].allowed = 0;
  cooling.points[0].power_w = 200e3;
  CHECK(choose("most-efficient", cooling) == 0);
}

TEST_CASE("most-efficient counts the servers' fans and lets a cold store rest") {
  TrialCooling cooling;
  cooling.points[2].fan_power_w = 145e3;  // 295 kW with the plant's, where point 1 draws 255 kW with its own
  CHECK(choose("most-efficient", cooling) == 1);
  cooling.points[5].power_w = 0.0;  // by discharging
  CHECK(choose("most-efficient", cooling) == 1);
}

TEST_CASE("of points of equal power most-efficient takes that of less water, then the first") {
  TrialCooling cooling;
  for (hw_cooling_point& point : cooling.points) point.power_w = 100e3, point.fan_power_w = 0.0;
  CHECK(choose("most-efficient", cooling) == 0);
  cooling.points[1].water_l_per_h = 10.0;
  CHECK(choose("most-efficient", cooling) == 1);
  for (hw_cooling_point& point : cooling.points) point.water_l_per_h = 10.0;
  CHECK(choose("most-efficient", cooling) == 0);
}

TEST_CASE("water-saver takes the allowed point of least water, then of least power") {
  TrialCooling cooling;
  CHECK(choose("water-saver", cooling) == 0);  // the discharge of point 5 drinks less, but a store rests
  cooling.points[3].allowed = 1;
  CHECK(choose("water-saver", cooling) == 3);
  cooling.points[3].allowed = 0;
  for (hw_cooling_point& point : cooling.points) point.water_l_per_h = 10.0;
  CHECK(choose("water-saver", cooling) == 2);  // of least power
}

TEST_CASE("a litre is worth so many kilowatt-hours to water-saver, more of them where water is scarce") {
  TrialCooling cooling;  // point 2 draws 145 kW less than the design and drinks 500 L/h more
  CHECK(choose("water-saver", cooling, {{"litre_worth_kwh", "0"}}) == 2);
  CHECK(choose("water-saver", cooling, {{"litre_worth_kwh", "0.28"}}) == 2);
  CHECK(choose("water-saver", cooling, {{"litre_worth_kwh", "0.30"}}) == 0);
  hw_cooling_view view = cooling.view();
  view.water_stress = 3.0;
  CoolingPolicy policy(shipped("water-saver", Decision::cooling, {{"litre_worth_kwh", "0.28"}}));
  CHECK(policy.choose(view) == 0);
}

TEST_CASE("raise-set-point goes as warm as the servers' fans let it pay") {
  TrialCooling cooling;
  cooling.points = {{"design", 18.0, 300e3, 1000.0, 0.2, 1, 24.0, 0.0, 0.0},
                    {"design", 20.0, 280e3, 1000.0, 0.2, 1, 26.0, 0.0, 0.0},
                    {"design", 22.0, 260e3, 1000.0, 0.2, 1, 28.0, 15e3, 0.0},
                    {"design", 24.0, 240e3, 1000.0, 0.2, 1, 30.0, 60e3, 0.0},
                    {"design", 26.0, 200e3, 1000.0, 0.2, 0, 32.0, 0.0, 0.0},
                    {"dry", 26.0, 100e3, 1000.0, 0.2, 1, 32.0, 0.0, 0.0},
                    {"design", 20.0, 100e3, 1000.0, 0.2, 1, 26.0, 0.0, -1e5}};
  CHECK(choose("raise-set-point", cooling) == 2);
  CHECK(choose("raise-set-point", cooling, {{"most_kelvin", "3"}}) == 1);
  CHECK(choose("raise-set-point", cooling, {{"most_kelvin", "0"}}) == 0);
  cooling.points[2].fan_power_w = 20e3;  // now no better than point 1, but warmer
  CHECK(choose("raise-set-point", cooling) == 2);
  cooling.points[2].fan_power_w = cooling.points[1].fan_power_w = 50e3;
  cooling.points[3].fan_power_w = 70e3;
  CHECK(choose("raise-set-point", cooling) == 0);  // 300 kW, warmer ones draw more: the fans eat the gain
}

TEST_CASE("on random plants no point that saves beats the choice, and none that is forbidden is taken") {
  std::mt19937_64 random(3);
  std::uniform_real_distribution<double> share(0.0, 1.0);
  CoolingPolicy warm(shipped("raise-set-point", Decision::cooling));
  CoolingPolicy thrifty(shipped("water-saver", Decision::cooling, {{"litre_worth_kwh", "0.1"}}));
  for (int trial = 0; trial < 5000; ++trial) {
    TrialCooling cooling;
    for (hw_cooling_point& point : cooling.points) {
      point.mode = share(random) < 0.7 ? "design" : "dry";
      point.supply_degc = 18.0 + std::floor(5.0 * share(random));
      point.power_w = 1e5 * (1.0 + share(random));
      point.fan_power_w = 2e4 * share(random);
      point.water_l_per_h = 1e3 * share(random);
      point.allowed = share(random) < 0.8 ? 1 : 0;
    }
    cooling.points[0] = {"design", 18.0, 1.5e5, 500.0, 0.0, 1, 24.0, 0.0, 0.0};
    const auto power = [&](const hw_cooling_point& p) { return p.power_w + p.fan_power_w; };
    const auto cost = [&](const hw_cooling_point& p) { return power(p) / 1e3 + 0.1 * p.water_l_per_h; };
    const hw_cooling_point& warmest = cooling.points[warm.choose(cooling.view())];
    const hw_cooling_point& driest = cooling.points[thrifty.choose(cooling.view())];
    CHECK(power(warmest) <= power(cooling.points[0]));
    CHECK(driest.allowed != 0);
    for (const hw_cooling_point& point : cooling.points) {
      if (point.allowed == 0 || point.storage_w != 0.0) continue;
      CHECK(cost(driest) <= cost(point));
      if (std::string_view(point.mode) == "design") CHECK(power(warmest) <= power(point));
    }
  }
}

TEST_CASE("none leaves the battery alone") {
  const hw_supply_rule rule = SupplyPolicy(shipped("none", Decision::supply)).rule(trial_supply(1e6, 8e6));
  CHECK(rule.charge_from_surplus_w == 0.0);
  CHECK(rule.charge_from_grid_w == 0.0);
  CHECK(rule.discharge_w == 0.0);
}

TEST_CASE("self-consume stores all surplus, covers deficits, and never charges from the grid") {
  SupplyPolicy policy(shipped("self-consume", Decision::supply));
  for (const hw_supply_view& view : {trial_supply(1e6, 8e6), trial_supply(8e6, 1e6)}) {
    const hw_supply_rule rule = policy.rule(view);
    CHECK(rule.charge_from_surplus_w == view.battery_power_w);
    CHECK(rule.charge_from_grid_w == 0.0);
    CHECK(rule.discharge_w == view.battery_power_w);
  }
}
