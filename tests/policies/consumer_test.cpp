// The policies of tests/consumer, which a ctest before this one has built as a project of their own. Left out
// of the usual run of this executable, as its environment names their place.
#include "policies/check_module.hpp"
#include "policies/schedule_policy.hpp"
#include "policies/search.hpp"
#include "policies/supply_policy.hpp"
#include "policies/trial_scheduler.hpp"
#include "policies/trial_views.hpp"
#include "tests/policies/loading.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;
using namespace hubwatt::test;

TEST_CASE("a policy built out of tree is found by its name and decides", "[.consumer]") {
  SchedulePolicy widest(shipped("widest-first", Decision::schedule, {{"narrowest", "2"}}));
  TrialScheduler scheduler(0.0, 12, {},
                           {{1, 1, 9.0, 0.0}, {2, 4, 9.0, 0.0}, {3, 8, 9.0, 0.0}, {4, 8, 9.0, 0.0}});
  widest.start_jobs(scheduler.queue(), scheduler.functions());
  CHECK(scheduler.started() == std::vector<std::uint32_t>{2, 1});
}

TEST_CASE("a policy written in C is loaded and checked like any other", "[.consumer]") {
  SupplyPolicy night(shipped("night-charge", Decision::supply));
  hw_supply_view view = trial_supply(1e6, 0.0);
  view.now_s = 24.0 * 3600.0;
  CHECK(night.rule(view).charge_from_grid_w == view.battery_power_w);
  view.now_s = 30.0 * 3600.0;
  CHECK(night.rule(view).discharge_w == view.battery_power_w);
}

TEST_CASE("nothing is found against the policies built out of tree", "[.consumer]") {
  for (const auto& [name, decision] :
       {std::pair("widest-first", Decision::schedule), std::pair("night-charge", Decision::supply)}) {
    INFO(name);
    CHECK(check_module(find_policy(name, decision, {}).file()) == std::vector<std::string>{});
  }
}
