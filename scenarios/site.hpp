// One hub during a run: its servers and queue, its plant and supply, what is decided for the coming step, and its
// meter. `account` closes an interval; whoever is about to change anything of the hub calls it first.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "scenarios/hub_queue.hpp"
#include "scenarios/hub_servers.hpp"
#include "scenarios/load_memory.hpp"
#include "scenarios/outages.hpp"
#include "scenarios/site_conditions.hpp"
#include "scenarios/site_meter.hpp"
#include "scenarios/step_samples.hpp"

namespace hubwatt {

// IT energy of a hub's accelerator servers above idle since the last call, read from a meter in place of the model's
// figure. Only the reference engine has one.
using ItMeter = std::function<Energy(std::size_t hub)>;

// Whether a step is the run's last.
enum class Closing { no, yes };

class Site {
 public:
  Site(const Hub& hub, std::uint32_t index, const Platform& platform, std::uint64_t seed, JobTable& jobs,
       HubQueue::Started started);

  const Hub& hub() const { return hub_; }
  std::uint32_t index() const { return index_; }
  Power design_power() const { return design_it_; }
  Power facility_power() const { return facility_; }  // of the last interval
  Temperature inlet() const { return inlet_; }        // of the servers, then
  std::uint32_t widest_job() const;
  const std::optional<BatteryWear>& battery_wear() const { return wear_; }

  // Accounts for everything up to `now_s` at the load and the decisions that were in force.
  void account(double now_s);
  // Conditions of the hour that begins at `now_s`.
  void begin_hour(std::int64_t utc_seconds);
  void end_hour() {
    meter.end_hour(conditions.grid_renewable_share);
    loads.end_hour();
  }
  // Ends the step that began at `begin_utc`: bills the month that is over (with `closing`, the one under way), lets the
  // battery's wear take effect. Returns the step's sums.
  Tally end_step(std::int64_t begin_utc, Closing closing);
  // Highest grid power of a step that began in the calendar month of that moment; 0 before the month's first has ended.
  Power month_peak(std::int64_t utc_seconds) const;

  HubServers servers;
  HubQueue queue;
  SiteConditionsSource source;
  SiteConditions conditions;
  SiteMeter meter;
  LoadMemory loads;
  HubDecisions decisions;
  HubOutages outages;
  HubStores stores;
  Outages* outage_book = nullptr;  // where load that could not be served is booked
  const ItMeter* it_meter = nullptr;
  std::optional<StepSamples> samples;  // where they are asked for

 private:
  void sample(double begin_s, double end_s, const ItLoad& load);

  const Hub& hub_;
  std::uint32_t index_;
  Power design_it_;
  Power facility_{};
  Temperature inlet_;
  std::int64_t hour_utc_ = 0;  // for which conditions hold
  DemandMeter demand_;
  std::optional<std::int64_t> metered_utc_;  // begin of the last step in demand_
  std::optional<BatteryWear> wear_;
  double accounted_s_ = 0.0;
};

}  // namespace hubwatt
