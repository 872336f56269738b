#include "policies/check_module.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "models/error.hpp"
#include "policies/cooling_policy.hpp"
#include "policies/dispatch_policy.hpp"
#include "policies/message.hpp"
#include "policies/schedule_policy.hpp"
#include "policies/supply_policy.hpp"
#include "policies/trial_scheduler.hpp"
#include "policies/trial_views.hpp"

namespace hubwatt {
namespace {

using Answers = std::vector<double>;
constexpr std::uint32_t hub_count = 4;

// One sequence of questions to a fresh instance; throws PolicyError on an answer that would stop a run.
struct Trial {
  Decision decision;
  const char* situation;
  Answers (*answers)(Instance instance);
};

Answers place_all(Instance instance, const TrialFleet& fleet, std::span<const hw_job> jobs) {
  DispatchPolicy policy(std::move(instance));
  Answers answers;
  for (const hw_fleet& view : {fleet.view(), fleet.view_without_origin()}) {
    for (const hw_job& job : jobs) {
      const hw_placement placement = policy.place(job, view);
      answers.insert(answers.end(), {static_cast<double>(placement.hub), placement.hold_until_s});
    }
  }
  return answers;
}

Answers place_on_idle_hubs(Instance instance) {
  hw_job deferrable = trial_job(3, 64);
  deferrable.latest_start_s = 12.0 * 3600.0;
  hw_job with_data = trial_job(4, 64);
  with_data.dataset_bytes = 2e12;
  with_data.data_hub = 1;
  // The widest fits on the west hubs only.
  const hw_job jobs[] = {trial_job(1, 1), trial_job(2, 512), deferrable, with_data};
  return place_all(std::move(instance), TrialFleet(), jobs);
}

Answers place_on_full_hubs(Instance instance) {
  TrialFleet fleet;
  fleet.now_s = 7.5 * 3600.0;
  for (hw_hub& hub : fleet.hubs) {
    hub.accelerators_free = 0;
    hub.accelerators_waiting = 4 * hub.accelerators;
  }
  fleet.hubs[3].renewable_power_w = 2.0 * fleet.hubs[3].facility_power_w;
  hw_job late = trial_job(1, 64);  // its latest start has passed
  late.latest_start_s = 3600.0;
  hw_job deferrable = trial_job(2, 64);
  deferrable.submit_s = fleet.now_s;
  deferrable.latest_start_s = fleet.now_s + 48.0 * 3600.0;
  const hw_job jobs[] = {late, deferrable};
  return place_all(std::move(instance), fleet, jobs);
}

Answers spread(Instance instance, const TrialDemand& demand) {
  DispatchPolicy policy(std::move(instance));
  const TrialFleet fleet;
  const hw_demand view = demand.view();
  Answers shares(fleet.hubs.size()), without_origin(fleet.hubs.size());
  policy.spread(view, fleet.view(), shares);
  policy.spread(view, fleet.view_without_origin(), without_origin);
  shares.insert(shares.end(), without_origin.begin(), without_origin.end());
  return shares;
}

Answers spread_with_room(Instance instance) {
  return spread(std::move(instance), TrialDemand(hub_count));
}

Answers spread_beyond_capacity(Instance instance) {
  TrialDemand demand(hub_count);
  demand.requests_per_s = 1e4;
  return spread(std::move(instance), demand);
}

Answers spread_without_requests(Instance instance) {
  TrialDemand demand(hub_count);
  demand.requests_per_s = 0.0;
  return spread(std::move(instance), demand);
}

Answers spread_where_nothing_is_allowed(Instance instance) {
  TrialDemand demand(hub_count);
  std::fill(demand.allowed.begin(), demand.allowed.end(), std::uint8_t{0});
  return spread(std::move(instance), demand);
}

Answers start(Instance instance, TrialScheduler scheduler) {
  SchedulePolicy policy(std::move(instance));
  policy.start_jobs(scheduler.queue(), scheduler.functions());
  return Answers(scheduler.started().begin(), scheduler.started().end());
}

Answers start_what_all_fits(Instance instance) {
  return start(std::move(instance), {0.0, 64, {}, {{1, 8, 3600.0, 0.0}, {2, 16, 60.0, 0.0}}});
}

Answers start_where_nothing_fits(Instance instance) {
  return start(std::move(instance), {100.0, 0, {{500.0, 64}}, {{1, 8, 3600.0, 50.0}, {2, 64, 60.0, 60.0}}});
}

Answers start_behind_a_wide_job(Instance instance) {
  std::vector<hw_entry> waiting = {{1, 8, 7200.0, 0.0}, {2, 64, 3600.0, 1.0}};
  for (std::uint64_t i = 0; i < 40; ++i)
    waiting.push_back({i + 3, i % 2 == 0 ? 8U : 24U, 300.0 * double(i), 2.0});
  return start(std::move(instance), {100.0, 40, {{2000.0, 8}, {5000.0, 16}}, std::move(waiting)});
}

Answers choose_among_several(Instance instance) {
  CoolingPolicy policy(std::move(instance));
  const TrialCooling cooling;
  return {static_cast<double>(policy.choose(cooling.view()))};
}

Answers choose_the_only_one(Instance instance) {
  CoolingPolicy policy(std::move(instance));
  TrialCooling cooling;
  cooling.points.resize(1);
  Answers answers = {static_cast<double>(policy.choose(cooling.view()))};
  cooling = TrialCooling();
  for (std::size_t i = 1; i < cooling.points.size(); ++i) cooling.points[i].allowed = 0;
  answers.push_back(static_cast<double>(policy.choose(cooling.view())));
  return answers;
}

Answers choose_through_two_days(Instance instance) {
  CoolingPolicy policy(std::move(instance));
  TrialStore store;
  Answers answers;
  while (store.hour < 48.0) {
    const std::uint32_t point = policy.choose(store.view());
    answers.push_back(point);
    store.run(point);
  }
  return answers;
}

Answers rule_over_surplus_and_deficit(Instance instance) {
  SupplyPolicy policy(std::move(instance));
  hw_supply_view empty = trial_supply(8e6, 1e6);
  empty.battery_stored_j = empty.battery_floor_j;
  hw_supply_view full = trial_supply(1e6, 8e6);
  full.battery_stored_j = full.battery_capacity_j;
  hw_supply_view broken = trial_supply(1e6, 0.0);  // a battery without power can do nothing
  broken.battery_power_w = 0.0;
  Answers answers;
  for (const hw_supply_view& view : {trial_supply(1e6, 8e6), trial_supply(8e6, 1e6), empty, full, broken}) {
    const hw_supply_rule rule = policy.rule(view);
    answers.insert(answers.end(), {rule.charge_from_surplus_w, rule.charge_from_grid_w, rule.discharge_w});
  }
  return answers;
}

constexpr Trial trials[] = {
    {Decision::dispatch, "jobs on idle hubs", place_on_idle_hubs},
    {Decision::dispatch, "jobs on full hubs", place_on_full_hubs},
    {Decision::dispatch, "requests with room", spread_with_room},
    {Decision::dispatch, "requests beyond all capacity", spread_beyond_capacity},
    {Decision::dispatch, "no requests", spread_without_requests},
    {Decision::dispatch, "requests allowed nowhere", spread_where_nothing_is_allowed},
    {Decision::schedule, "jobs that all fit", start_what_all_fits},
    {Decision::schedule, "jobs none of which fits", start_where_nothing_fits},
    {Decision::schedule, "narrow jobs behind a wide one", start_behind_a_wide_job},
    {Decision::cooling, "several points", choose_among_several},
    {Decision::cooling, "only the design point allowed", choose_the_only_one},
    {Decision::cooling, "two days with a cold store", choose_through_two_days},
    {Decision::supply, "surplus and deficit", rule_over_surplus_and_deficit},
};

void check_options(const Module& module, Decision decision, std::vector<std::string>& findings) {
  try {
    const Instance accepted(module, decision, {{"no-such-option", "1"}}, hub_count);
    findings.push_back(message(to_text(decision),
                               ": accepts an option \"no-such-option\"; a policy refuses the "
                               "options it does not know, as they are a scenario's mistakes"));
  } catch (const PolicyError&) {  // as it should
  }
}

void check_answers(const Module& module, const Trial& trial, std::vector<std::string>& findings) {
  try {
    const Answers first = trial.answers(Instance(module, trial.decision, {}, hub_count));
    const Answers second = trial.answers(Instance(module, trial.decision, {}, hub_count));
    if (first == second) return;
    findings.push_back(message(to_text(trial.decision), ", ", trial.situation,
                               ": two new instances answered the same questions differently"));
  } catch (const PolicyError& problem) {
    findings.push_back(message(to_text(trial.decision), ", ", trial.situation, ": ", problem.what()));
  }
}

}  // namespace

std::vector<std::string> check_module(const std::filesystem::path& file) {
  std::vector<std::string> findings;
  std::optional<Module> module;
  try {
    module = Module::open(file);
  } catch (const PolicyError& problem) {
    return {problem.what()};
  }
  for (const Decision decision : all_decisions) {
    if (takes(module->description().decisions, decision)) check_options(*module, decision, findings);
  }
  for (const Trial& trial : trials) {
    if (takes(module->description().decisions, trial.decision)) check_answers(*module, trial, findings);
  }
  return findings;
}

}  // namespace hubwatt
