// Days of a hub with a battery, run hour by hour under a supply policy: bill, carbon, peak and losses.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "models/battery.hpp"
#include "models/units.hpp"
#include "policies/supply_policy.hpp"

namespace hubwatt::test {

// By hour since the first midnight; shorter lists are repeated.
struct SupplyDays {
  std::vector<double> load_kw, renewable_kw, price, carbon;
  Battery battery{.capacity = 10.0 * unit::MWh,
                  .power = 2.5 * unit::MW,
                  .round_trip_efficiency = 0.85,
                  .minimum_charge = 0.1,
                  .initial_charge = 0.1};
  double demand_charge = 0.0;  // CNY/kW, on one peak over all days
  int steps_per_hour = 1;
  int first_hour = 0;  // from 24 on, forecasts know the day

  static double at(const std::vector<double>& list, int hour) {
    return list[static_cast<std::size_t>(hour) % list.size()];
  }
};

struct SupplyOutcome {
  double bill = 0.0, carbon = 0.0;  // of energy from the grid, CNY and kg
  double grid_kwh = 0.0, peak_kw = 0.0;
  double charged_kwh = 0.0, discharged_kwh = 0.0;                // at the cell
  double curtailed_kwh = 0.0, loss_kwh = 0.0, gained_kwh = 0.0;  // gained: in the battery at the end
  double load_kwh = 0.0, renewable_kwh = 0.0;

  // 0 where sources equal sinks.
  double imbalance() const {
    return grid_kwh + renewable_kwh - load_kwh - curtailed_kwh - loss_kwh - gained_kwh;
  }
};

inline hw_supply_view view_of(const SupplyDays& days, int hour, double fraction, Energy stored,
                              double peak_kw) {
  hw_supply_view view{};
  view.now_s = 3600.0 * (hour + fraction);
  view.load_w = 1e3 * SupplyDays::at(days.load_kw, hour);
  view.renewable_w = 1e3 * SupplyDays::at(days.renewable_kw, hour);
  view.battery_capacity_j = days.battery.capacity / unit::J;
  view.battery_stored_j = stored / unit::J;
  view.battery_floor_j = days.battery.floor() / unit::J;
  view.battery_power_w = days.battery.power / unit::W;
  view.hour_of_day = hour % 24 + fraction;
  view.battery_round_trip_efficiency = days.battery.round_trip_efficiency;
  view.month_peak_w = 1e3 * peak_kw;
  view.demand_charge_cny_per_kw = days.demand_charge;
  for (int ahead = 0; ahead < HW_FORECAST_HOURS; ++ahead) {
    view.price_cny_per_kwh[ahead] = SupplyDays::at(days.price, hour + ahead);
    view.carbon_kg_per_kwh[ahead] = SupplyDays::at(days.carbon, hour + ahead);
    view.renewable_forecast_w[ahead] = 1e3 * SupplyDays::at(days.renewable_kw, hour + ahead);
    const int day_before = hour + ahead - 24;
    view.load_forecast_w[ahead] =
        day_before >= 0 ? 1e3 * SupplyDays::at(days.load_kw, day_before) : view.load_w;
  }
  return view;
}

inline SupplyOutcome run_days(const SupplyDays& days, SupplyPolicy& policy, int hours) {
  SupplyOutcome out;
  const Energy start = days.battery.initial_charge * days.battery.capacity;
  Energy stored = start;
  const Duration dt = 1.0 * unit::hour / days.steps_per_hour;
  for (int step = 0; step < hours * days.steps_per_hour; ++step) {
    const int hour = days.first_hour + step / days.steps_per_hour;
    const double fraction = static_cast<double>(step % days.steps_per_hour) / days.steps_per_hour;
    const hw_supply_rule rule = policy.rule(view_of(days, hour, fraction, stored, out.peak_kw));
    const double net_kw = SupplyDays::at(days.load_kw, hour) - SupplyDays::at(days.renewable_kw, hour);
    const BatteryFlow flow = battery_flow(
        days.battery, stored, std::max(-net_kw, 0.0) * unit::kW, std::max(net_kw, 0.0) * unit::kW,
        {rule.charge_from_surplus_w * unit::W, rule.charge_from_grid_w * unit::W, rule.discharge_w * unit::W},
        dt);
    const Energy before = stored;
    stored = stored_after(days.battery, stored, flow);
    const double hours_of_step = dt / unit::hour;
    const double net_kwh = net_kw * hours_of_step + (flow.drawn() - flow.delivered()) / unit::kWh;
    const double grid = std::max(net_kwh, 0.0);
    out.bill += grid * SupplyDays::at(days.price, hour);
    out.carbon += grid * SupplyDays::at(days.carbon, hour);
    out.grid_kwh += grid;
    out.peak_kw = std::max(out.peak_kw, grid / hours_of_step);
    out.curtailed_kwh += std::max(-net_kwh, 0.0);
    out.charged_kwh += flow.charge / unit::kWh;
    out.discharged_kwh += flow.discharge / unit::kWh;
    out.loss_kwh += (flow.charge_loss + flow.discharge_loss) / unit::kWh;
    out.load_kwh += SupplyDays::at(days.load_kw, hour) * hours_of_step;
    out.renewable_kwh += SupplyDays::at(days.renewable_kw, hour) * hours_of_step;
    out.gained_kwh += (stored - before) / unit::kWh;
  }
  return out;
}

// The lowest bill of a day that ends as it began, by search over a grid of charges; exact where the battery's power is
// a whole number of grid steps an hour and no hour's load is below it. Independent of how the policies think.
inline double best_daily_bill(const SupplyDays& days, int levels) {
  const double room = (days.battery.capacity - days.battery.floor()) / unit::kWh;
  const double power = days.battery.power / unit::kW;
  const double eta = std::sqrt(days.battery.round_trip_efficiency);
  const auto count = static_cast<std::size_t>(levels) + 1;
  double best = 1e300;
  for (std::size_t begin = 0; begin < count; ++begin) {
    std::vector<double> cost(count, 1e300);
    cost[begin] = 0.0;
    for (int hour = 0; hour < 24; ++hour) {
      std::vector<double> next(count, 1e300);
      const double load = SupplyDays::at(days.load_kw, hour) - SupplyDays::at(days.renewable_kw, hour);
      for (std::size_t from = 0; from < count; ++from) {
        if (cost[from] > 1e299) continue;
        for (std::size_t to = 0; to < count; ++to) {
          const double change = room / levels * (static_cast<double>(to) - static_cast<double>(from));
          if (std::abs(change) > power) continue;
          const double grid = load + (change > 0.0 ? change / eta : change * eta);
          if (grid < 0.0) continue;
          next[to] = std::min(next[to], cost[from] + grid * SupplyDays::at(days.price, hour));
        }
      }
      cost = next;
    }
    best = std::min(best, cost[begin]);
  }
  return best;
}

}  // namespace hubwatt::test
