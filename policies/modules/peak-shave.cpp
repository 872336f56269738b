// Holds the grid's power below a target, the lowest that the battery can keep over the coming 24 hours: found by
// bisection on a day in which the battery gives what exceeds the target and takes what stays below it. A peak that
// this month already had is paid for, so the target is never lower than that. Recharges in the hours below the day's
// mean, earlier where the coming peak needs it, and never above the target. `reserve` is the share of the battery
// kept out of the plan for days that differ from the forecast (0.1); it is used when the target is passed all the
// same. Takes surplus renewables whenever there are any. Ignores prices and carbon of energy.
#include <algorithm>
#include <array>
#include <cmath>

#include "policies/policy.hpp"

namespace {

constexpr int hours = HW_FORECAST_HOURS;
constexpr double joule_per_wh = 3600.0;

// The battery in Wh at the cell above its floor, and W.
struct Store {
  double room, stored, power, eta;
};

using Day = std::array<double, hours>;  // load beyond renewables, W

// What the store must hold at the start of hour 1 so that the target holds to the end; infinity where no charge does.
// Going backwards, an hour above the target adds what it takes, an hour below it what it can give back.
double needed_after_this_hour(const Day& net, double target, const Store& store) {
  double needed = 0.0;
  for (int hour = hours - 1; hour > 0; --hour) {
    const double above = net[static_cast<std::size_t>(hour)] - target;
    const double given = above / store.eta;
    if (given > store.power) return INFINITY;
    needed = above > 0.0 ? needed + given : std::max(needed - std::min(-above * store.eta, store.power), 0.0);
    if (needed > store.room) return INFINITY;
  }
  return needed;
}

// Whether the target holds over the day, the current hour with it.
bool holds(const Day& net, double target, const Store& store) {
  const double above = net[0] - target;
  if (above / store.eta > store.power) return false;
  const double change = above > 0.0 ? -above / store.eta : std::min(-above * store.eta, store.power);
  const double then = std::min(store.stored + change, store.room);
  return then >= needed_after_this_hour(net, target, store);
}

double lowest_target(const Day& net, const Store& store) {
  double high = std::max(*std::max_element(net.begin(), net.end()), 0.0);
  double low = std::max(high - store.power * store.eta, 0.0);
  for (int i = 0; i < 40; ++i) {
    const double middle = 0.5 * (low + high);
    (holds(net, middle, store) ? high : low) = middle;
  }
  return high;
}

class PeakShave : public hubwatt::policy::Supply {
 public:
  explicit PeakShave(hubwatt::policy::Options& options)
      : reserve_(options.number("reserve", 0.1, 0.0, 0.9)) {}

  hw_supply_rule rule(const hw_supply_view& view) override {
    Day net{};
    for (std::size_t hour = 0; hour < hours; ++hour)
      net[hour] = view.load_forecast_w[hour] - view.renewable_forecast_w[hour];
    // The current hour is at least as bad as what is measured, and as the day before was at this hour.
    const double now = view.load_w - view.renewable_w;
    net[0] = std::max(net[0], now);

    const double floor = view.battery_floor_j;
    const double kept = reserve_ * (view.battery_capacity_j - floor);
    const Store store{(view.battery_capacity_j - floor - kept) / joule_per_wh,
                      std::max(view.battery_stored_j - floor - kept, 0.0) / joule_per_wh,
                      view.battery_power_w, std::sqrt(view.battery_round_trip_efficiency)};
    const double target = std::max(view.month_peak_w, lowest_target(net, store));

    hw_supply_rule rule{};
    rule.charge_from_surplus_w = view.battery_power_w;
    if (net[0] > target) {
      rule.discharge_w = std::min((net[0] - target) / store.eta, view.battery_power_w);
      return rule;
    }
    double mean = 0.0;
    for (const double power : net) mean += power / hours;
    const bool needed = store.stored < needed_after_this_hour(net, target, store);
    if (needed || net[0] <= mean) {
      const double headroom = (target - std::max(net[0], 0.0)) * store.eta;
      rule.charge_from_grid_w = std::clamp(headroom, 0.0, view.battery_power_w);
    }
    return rule;
  }

 private:
  double reserve_;
};

}  // namespace

HUBWATT_POLICY(PeakShave, "peak-shave", "1.0",
               "keeps the grid's power below the lowest target the battery can hold (option: reserve)")
