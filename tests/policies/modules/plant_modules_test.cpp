// The policies of the cooling plant and the battery: `fixed`, `most-efficient`, `none`, `self-consume`.
#include "policies/cooling_policy.hpp"
#include "policies/supply_policy.hpp"
#include "policies/trial_views.hpp"
#include "tests/policies/loading.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;
using namespace hubwatt::test;

namespace {

std::uint32_t choose(const std::string& name, const TrialCooling& cooling) {
  return CoolingPolicy(shipped(name, Decision::cooling)).choose(cooling.view());
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
