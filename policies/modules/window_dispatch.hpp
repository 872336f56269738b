// What `greenest` and `cheapest` share: the choice of a hub and an hour for a deferrable job by the mean of
// an hourly forecast (carbon or price) over the time it would run.
//
// Candidates are now and the begin of each forecast hour up to the job's latest start, at each hub wide
// enough. Work in line at a hub is taken as a fluid that drains at the hub's width over the mean duration of
// the jobs seen so far; it gives the start a job can expect, so that a full hub is not the answer to every
// question. Jobs held for a later hour by this policy count in that hour. Of the candidates that can expect
// to start by the job's latest start, the lowest mean wins (then the earlier, then the first hub); where none
// can, the earliest expected start wins. Power from renewables beyond the hub's load counts as free of carbon
// and cost for the rest of the current hour, as far as it covers the job at the hub's present power per
// accelerator held.
//
// Taken for granted: forecast hours begin at whole hours of the run; after 24 h the forecast repeats.
// Ignored: where the data is, latency, PUE, and other jobs placed on the same surplus within the step.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>
#include <tuple>

#include "policies/policy.hpp"

namespace hubwatt::policy {

using Forecast = double (hw_hub::*)[HW_FORECAST_HOURS];
inline constexpr double hour_s = 3600.0;
inline constexpr std::uint32_t forecast_hours = HW_FORECAST_HOURS;

// The forecast as an integral over hours from the begin of the current one, repeated day by day.
class ForecastSum {
 public:
  explicit ForecastSum(const double (&values)[forecast_hours]) : values_(values) {
    for (std::uint32_t i = 0; i < forecast_hours; ++i) until_[i + 1] = until_[i] + values[i];
  }
  double until(double hours) const {
    const double days = std::floor(hours / forecast_hours);
    const double rest = hours - days * forecast_hours;
    const auto whole = std::min(static_cast<std::uint32_t>(rest), forecast_hours - 1);
    return days * until_[forecast_hours] + until_[whole] + (rest - whole) * values_[whole];
  }

 private:
  std::span<const double, forecast_hours> values_;
  std::array<double, forecast_hours + 1> until_{};
};

// Accelerators of jobs this policy holds, by hub and by the hour of the run in which they will be submitted.
class HeldJobs {
 public:
  explicit HeldJobs(std::uint32_t hub_count) : hours_(hub_count) {}

  void forget_before(std::int64_t hour) {
    const std::int64_t steps = std::min<std::int64_t>(hour - first_hour_, forecast_hours);
    for (std::int64_t i = 0; i < steps; ++i) {
      for (auto& by_hour : hours_) by_hour[slot(first_hour_ + i)] = 0.0;
    }
    first_hour_ = hour;
  }
  void add(std::uint32_t hub, std::int64_t hour, double accelerators) {
    hours_[hub][slot(hour)] += accelerators;
  }
  double at(std::uint32_t hub, std::int64_t hour) const { return hours_[hub][slot(hour)]; }

 private:
  static std::size_t slot(std::int64_t hour) { return static_cast<std::size_t>(hour) % forecast_hours; }
  std::vector<std::array<double, forecast_hours>> hours_;
  std::int64_t first_hour_ = 0;
};

class WindowDispatch : public Dispatch {
 public:
  WindowDispatch(Forecast forecast, std::uint32_t hub_count) : forecast_(forecast), held_(hub_count) {}

  hw_placement place(const hw_job& job, const Fleet& fleet) override {
    const auto this_hour = static_cast<std::int64_t>(std::floor(fleet.now_s / hour_s));
    held_.forget_before(this_hour);
    seen_duration_s_ += job.duration_s;
    ++seen_jobs_;

    Candidate best;
    for (std::uint32_t hub = 0; hub < fleet.hubs.size(); ++hub) {
      if (wide_enough(fleet.hubs[hub], job)) improve(best, hub, job, fleet, this_hour);
    }
    if (!best.found) throw std::runtime_error("no hub is wide enough for the job");
    if (best.hour > 0) held_.add(best.hub, this_hour + best.hour, job.accelerators);
    return {best.hub, best.hold_until_s};
  }

  // Requests cannot wait: the allowed hubs of the lowest figure now are filled first, of equal ones the
  // nearer.
  void spread(const Demand& demand, const Fleet& fleet, std::span<double> share) override {
    rank_hubs(order_, fleet.hubs.size(), [&](std::uint32_t hub) {
      return std::tuple((fleet.hubs[hub].*forecast_)[0], fleet.latency_to(hub));
    });
    fill_in_order(demand, order_, share);
  }

 private:
  struct Candidate {
    bool found = false;
    bool in_time = false;
    double mean = 0.0;  // of the forecast over the run
    double start_s = 0.0;
    std::uint32_t hub = 0;
    std::uint32_t hour = 0;  // 0: now
    double hold_until_s = 0.0;
  };

  void improve(Candidate& best, std::uint32_t hub, const hw_job& job, const Fleet& fleet,
               std::int64_t this_hour) const {
    const hw_hub& view = fleet.hubs[hub];
    const ForecastSum forecast(view.*forecast_);
    const double begin_s = static_cast<double>(this_hour) * hour_s;
    const double free_share = surplus_share(view, job);
    double held = 0.0;
    for (std::uint32_t hour = 0; hour < forecast_hours; ++hour) {
      Candidate candidate{
          true, false, 0.0, 0.0, hub, hour, hour == 0 ? fleet.now_s : begin_s + hour * hour_s};
      if (hour > 0 && candidate.hold_until_s > job.latest_start_s) break;
      if (hour > 0) held += held_.at(hub, this_hour + hour);
      candidate.start_s = expected_start(view, job, fleet.now_s, candidate.hold_until_s, held);
      candidate.in_time = candidate.start_s <= std::max(fleet.now_s, job.latest_start_s);
      candidate.mean = mean_while_running(forecast, free_share, candidate.start_s - begin_s, job.duration_s);
      if (!best.found || better(candidate, best)) best = candidate;
    }
  }

  static bool better(const Candidate& a, const Candidate& b) {
    if (a.in_time != b.in_time) return a.in_time;
    if (!a.in_time && a.start_s != b.start_s) return a.start_s < b.start_s;
    const double rounding = 1e-9 * std::max(std::abs(a.mean), std::abs(b.mean));
    if (std::abs(a.mean - b.mean) > rounding) return a.mean < b.mean;
    return a.start_s < b.start_s;
  }

  // When the job would start if it entered the queue at `entry_s` behind the work in line and `held`
  // accelerators.
  double expected_start(const hw_hub& hub, const hw_job& job, double now_s, double entry_s,
                        double held) const {
    const double width = hub.accelerators;
    const double busy = width - hub.accelerators_free;
    const double mean_duration_s = std::max(seen_duration_s_ / static_cast<double>(seen_jobs_), 1.0);
    const double drained = width * (entry_s - now_s) / mean_duration_s;
    const double left = std::max(0.0, busy + hub.accelerators_waiting - drained);
    const double excess = std::max(0.0, left + held + job.accelerators - width);
    return entry_s + (excess > 0.0 ? excess / width * mean_duration_s : 0.0);
  }

  static double surplus_share(const hw_hub& hub, const hw_job& job) {
    const double surplus = hub.renewable_power_w - hub.facility_power_w;
    if (surplus <= 0.0) return 0.0;
    const double held = static_cast<double>(hub.accelerators) - hub.accelerators_free;
    const double job_power =
        hub.facility_power_w * job.accelerators / std::max<double>(held, job.accelerators);
    return surplus >= job_power ? 1.0 : surplus / job_power;
  }

  // `start_s` counts from the begin of the current hour.
  static double mean_while_running(const ForecastSum& forecast, double free_share, double start_s,
                                   double duration_s) {
    const double start = start_s / hour_s;
    const double end = start + std::max(duration_s, 1.0) / hour_s;
    const double in_this_hour =
        std::max(0.0, forecast.until(std::min(end, 1.0)) - forecast.until(std::min(start, 1.0)));
    return (forecast.until(end) - forecast.until(start) - free_share * in_this_hour) / (end - start);
  }

  Forecast forecast_;
  HeldJobs held_;
  double seen_duration_s_ = 0.0;
  std::uint64_t seen_jobs_ = 0;
  std::vector<std::uint32_t> order_;  // kept for its memory
};

}  // namespace hubwatt::policy
