// A finished run as its samples know it: solves them again on a platform that differs a little, and tells how
// far the headline of the run moves. What that means and how far it holds: assumption_effects.hpp.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/changed_work.hpp"
#include "scenarios/held_work.hpp"
#include "scenarios/kpi.hpp"
#include "scenarios/run_result.hpp"
#include "scenarios/scenario.hpp"
#include "scenarios/site_conditions.hpp"

namespace hubwatt {

// Of the total's figure, beside that of the run.
struct FigureChange {
  std::string_view figure;  // as in summary.json
  double relative = 0.0;
};

class SampledRun {
 public:
  // Both outlive it; the run has kept samples.
  SampledRun(const Scenario& scenario, const RunResult& result);

  // Sums of a hub's samples, each weighted by the time it stands for; without the demand charge.
  const Tally& sums(std::size_t hub) const { return were_[hub].sums; }

  // Every figure of the headline that is above 0, in its order. `keys`: of the inputs that differ, as --set
  // addresses them; hubs that none of them concerns are not solved again. Nothing where work cannot be held,
  // since servers no longer stand in the pools of the run.
  std::optional<std::vector<FigureChange>> with(const Platform& changed, std::span<const std::string> keys);
  // The same with other workloads, too.
  std::optional<std::vector<FigureChange>> with(const Platform& changed, const WorkloadChanges& workloads,
                                                std::span<const std::string> keys);

 private:
  struct SampledHub {
    Tally sums;
    Power highest_grid{};
  };
  // What inputs reach: nothing of a hub, its plant and grid, or also its weather and renewables.
  struct Reach {
    enum class Part { nothing, plant, conditions } part = Part::nothing;
    SiteConditionsSource::Differences differences;

    void add(std::span<const std::string> path, const Hub& hub);
  };
  static Reach reach_of(std::span<const std::string> keys, const Hub& hub);
  SampledHub solve(std::size_t hub, const Platform& platform, const HubServers& as, const Reach& reach,
                   std::span<const std::vector<PoolUse>> uses);
  std::vector<double> headline(std::span<const KpiInput> hubs) const;

  const Scenario& scenario_;
  const RunResult& result_;
  std::vector<HubServers> servers_;            // fresh, by hub
  std::vector<SiteConditionsSource> sources_;  // by hub, for what does not differ
  std::vector<SampledHub> were_;
  std::map<std::size_t, TrainingDemand> demand_;  // of workloads as they were, on plain servers
  std::vector<double> headline_;
};

}  // namespace hubwatt
