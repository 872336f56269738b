// What a run asked solve_hub at moments spread over it: enough to solve these intervals again with a plant
// that differs a little (assumption_effects.hpp). One moment in every `stride` hours, in the middle of its
// hour; the stride shares no factor with the hours of a week, so that a year's moments meet all hours of the
// day, all days and all seasons alike. Each stands for the stride. A run of eight days or less keeps every
// hour, a longer one 40 to 200 of them, a year 187.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "platforms/site_plant.hpp"
#include "scenarios/work_parts.hpp"

namespace hubwatt {

struct StepSample {
  std::int64_t hour_utc = 0;  // for which its conditions hold
  Duration dt{};              // of the interval
  Duration stands_for{};      // of the run
  ItLoad load;
  FanLoad fans;
  std::vector<PoolUse> uses;  // beside HubServers::figures()
  WorkParts work;
  SiteConditions conditions;
  HubDecisions decisions;
  HubOutages outages;
  HubStores stores;  // as the interval began
};

// Which intervals are kept. Every one, each standing for itself, is for comparisons.
enum class Sampling { spread, every_interval };

// Hours from one moment to the next for a run of that length: at most 200 moments.
int sample_stride(Duration run);

// Of one hub.
class StepSamples {
 public:
  StepSamples(Duration run, Sampling sampling);

  // How much of the run the interval stands for; 0 where it is not to be kept. Intervals come in order, each
  // once.
  Duration stands_for(double begin_s, double end_s);
  void keep(StepSample sample) { kept_.push_back(std::move(sample)); }
  const std::vector<StepSample>& kept() const { return kept_; }

 private:
  Sampling sampling_;
  double run_s_, stride_s_;
  double next_s_ = 0.0;  // where the stretch that the next sample stands for begins
  std::vector<StepSample> kept_;
};

}  // namespace hubwatt
