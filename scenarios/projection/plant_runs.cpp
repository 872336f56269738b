#include "scenarios/projection/plant_runs.hpp"

#include <algorithm>
#include <cstring>
#include <optional>
#include <type_traits>

#include "models/contract.hpp"
#include "models/units.hpp"
#include "scenarios/scenario_reader.hpp"
#include "scenarios/simulation.hpp"

namespace hubwatt {

namespace {

// The demand charge is billed by month and at the end of a run, so its dates say nothing about what follows a warm-up:
// that takes its share of all of it, by time.
Tally after_warm_up(const Tally& all, const Tally& before) {
  Tally after = all;
  after -= before;
  const Money charge = after.time / all.time * all.demand_charge;
  after.cost += charge - after.demand_charge;
  after.demand_charge = charge;
  return after;
}

std::vector<Tally> simulate(const Scenario& scenario, Duration warm_up, const ShareDone& report) {
  Policies policies = Policies::load(
      scenario.policies, static_cast<std::uint32_t>(scenario.platform.hubs.size()), scenario.directory);
  RunFiles no_files({}, scenario);
  Simulation simulation(scenario, policies, no_files);
  const double warm = warm_up / scenario.period.length;
  std::vector<Tally> before;
  if (warm_up <= Duration{}) before.resize(scenario.platform.hubs.size());
  const RunResult result = simulation.run([&](double share) {
    if (before.empty() && share >= warm * (1.0 - 1e-12)) before = simulation.sums();
    report(share);
  });
  std::vector<Tally> sums;
  for (std::size_t hub = 0; hub < before.size(); ++hub)
    sums.push_back(after_warm_up(result.hubs[hub].sums, before[hub]));
  return sums;
}

// Sums cross from child to parent as they lie in memory: both are the same program.
static_assert(std::is_trivially_copyable_v<Tally>);

std::string bytes_of(const std::vector<Tally>& sums) {
  return {reinterpret_cast<const char*>(sums.data()), sums.size() * sizeof(Tally)};
}

std::vector<Tally> sums_from(const std::string& bytes) {
  std::vector<Tally> sums(bytes.size() / sizeof(Tally));
  std::memcpy(sums.data(), bytes.data(), sums.size() * sizeof(Tally));
  return sums;
}

}  // namespace

const Scenario& PlantRuns::scenario(const std::filesystem::path& path,
                                    const std::vector<std::string>& overrides) {
  auto& kept = scenarios_[{path.lexically_normal(), overrides}];
  if (!kept) {
    kept = std::make_unique<Scenario>(read_scenario(path, overrides));
    kept->output = {.jobs = false, .series = false, .inference = false, .report = false, .assumptions = false};
  }
  return *kept;
}

std::size_t PlantRuns::ask(const Scenario& scenario, std::int64_t start, Duration length, Duration warm_up) {
  const auto [known, is_new] = known_.try_emplace({&scenario, start, length / unit::second}, parts_.size());
  if (!is_new) return known->second;
  const Duration into = static_cast<double>(start - scenario.period.start) * unit::second;
  HUBWATT_EXPECTS(into >= Duration{});
  const Duration warm = std::min(warm_up, into);
  const auto begin = start - static_cast<std::int64_t>(warm / unit::second);
  parts_.push_back({&scenario, {begin, warm + length, scenario.period.step, into - warm}, warm});
  return known->second;
}

Duration PlantRuns::length() const {
  Duration sum{};
  for (const Part& part : parts_) sum += part.period.length;
  return sum;
}

void PlantRuns::run(int at_once, const ShareDone& progress) {
  std::vector<ForkedTask> tasks;
  std::vector<std::size_t> order(parts_.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  // Long ones first, so that none is left over at the end.
  std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
    return parts_[a].period.length > parts_[b].period.length;
  });
  for (const std::size_t i : order) {
    const auto work = [&part = parts_[i]](const ShareDone& report) {
      Scenario of_part = *part.scenario;
      of_part.period = part.period;
      return bytes_of(simulate(of_part, part.warm_up, report));
    };
    tasks.push_back({work, parts_[i].period.length / unit::hour});
  }
  const Interrupts interrupts;
  const std::vector<std::string> results = run_forked(tasks, at_once, interrupts, progress);
  sums_.resize(parts_.size());
  for (std::size_t i = 0; i < order.size(); ++i) sums_[order[i]] = sums_from(results[i]);
}

}  // namespace hubwatt
