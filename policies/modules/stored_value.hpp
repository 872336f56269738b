// What the arbitrage policies share: what a kilowatt-hour in the battery will be worth over the coming hours, and the
// rule that follows from it. Worth is in any figure that comes by the kilowatt-hour: CNY, kg of carbon.
//
// The value of a charge s at an hour is the best sum over the hours that follow of what discharging saves less what
// charging costs and discharging wears. Each hour's yield is concave and piecewise linear in the energy withdrawn
// (grid charging at figure / eta, surplus for nothing, discharging at figure x eta - wear), and so is the value: going
// backwards, the slopes of both are merged in falling order and cut to the battery's size. That is the exact optimum
// of the forecast in some fifty numbers, without a grid of charges. What is left after the last hour counts at what
// it costs to buy it in the cheapest hour of the day: a reason neither to hoard nor to sell out.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <span>
#include <vector>

#include "policies/abi.h"

namespace hubwatt::policy {

class StoredValue {
 public:
  // Concave: slopes fall with the charge. Energy in kWh at the cell, above the floor.
  struct Piece {
    double slope, width;
  };

  StoredValue(double room, double slope) : room_(room), pieces_{{slope, room}} {}

  // The value one hour earlier, whose yield by withdrawn energy begins at -charge_most and has these pieces.
  void step_back(double charge_most, std::span<const Piece> yield) {
    merged_.clear();
    std::merge(pieces_.begin(), pieces_.end(), yield.begin(), yield.end(), std::back_inserter(merged_),
               [](const Piece& a, const Piece& b) { return a.slope > b.slope; });
    double skip = charge_most;
    double left = room_;
    pieces_.clear();
    for (Piece piece : merged_) {
      const double skipped = std::min(skip, piece.width);
      skip -= skipped;
      piece.width = std::min(piece.width - skipped, left);
      left -= piece.width;
      if (piece.width > 0.0) pieces_.push_back(piece);
    }
  }

  // The charge up to which one more kilowatt-hour is worth more than `figure`.
  double charge_worth_more_than(double figure) const {
    double charge = 0.0;
    for (const Piece& piece : pieces_) {
      if (piece.slope <= figure) break;
      charge += piece.width;
    }
    return charge;
  }

 private:
  double room_;
  std::vector<Piece> pieces_, merged_;
};

// Buys where the figure is low and uses where it is high, if the difference beats losses and wear; takes all surplus
// of renewables. Where power has a price, charging never lifts the grid's above the month's peak or what the coming
// day has without it.
class Trader {
 public:
  // wear: of a kilowatt-hour discharged, in units of the figure.
  Trader(double wear, double least_gain) : wear_(wear), least_gain_(least_gain) {}

  hw_supply_rule rule(const hw_supply_view& view, const double (&figure)[HW_FORECAST_HOURS]) const {
    constexpr double joule_per_kwh = 3.6e6;
    const double eta = std::sqrt(view.battery_round_trip_efficiency);
    const double room = (view.battery_capacity_j - view.battery_floor_j) / joule_per_kwh;
    const double stored = (view.battery_stored_j - view.battery_floor_j) / joule_per_kwh;
    const double power = view.battery_power_w / 1e3;
    const double cheapest = std::max(*std::min_element(std::begin(figure), std::end(figure)), 0.0);

    StoredValue value(room, cheapest / eta);
    for (std::size_t hour = HW_FORECAST_HOURS - 1; hour > 0; --hour)
      go_back(value, figure[hour], view.load_forecast_w[hour] - view.renewable_forecast_w[hour], power, eta);

    hw_supply_rule rule{};
    rule.charge_from_surplus_w = view.battery_power_w;
    const double hour_left = 1.0 - (view.hour_of_day - std::floor(view.hour_of_day));
    const double buy_up_to = value.charge_worth_more_than(figure[0] / eta + least_gain_);
    const double use_down_to = value.charge_worth_more_than(figure[0] * eta - wear_ - least_gain_);
    if (stored < buy_up_to) {
      const double wanted = (buy_up_to - stored) / hour_left;
      rule.charge_from_grid_w = std::clamp(wanted, 0.0, std::min(power, headroom(view, eta))) * 1e3;
    } else if (stored > use_down_to) {
      rule.discharge_w = std::min((stored - use_down_to) / hour_left, power) * 1e3;
    }
    rule.charge_from_grid_w = std::min(rule.charge_from_grid_w, view.battery_power_w);
    rule.discharge_w = std::min(rule.discharge_w, view.battery_power_w);
    return rule;
  }

 private:
  // One hour of `net` load beyond the renewables, in W.
  void go_back(StoredValue& value, double figure, double net, double power, double eta) const {
    const double surplus = std::min(std::max(-net, 0.0) / 1e3 * eta, power);
    const double deficit = std::min(std::max(net, 0.0) / 1e3 / eta, power);
    // Beside surplus, which is free, buying gains nothing even where it is paid for.
    if (surplus > 0.0) {
      const StoredValue::Piece yield[] = {{std::max(figure, 0.0) / eta, power - surplus}, {0.0, surplus}};
      value.step_back(power, yield);
      return;
    }
    // Slopes must fall: below 0, where they would not, nothing is used.
    const StoredValue::Piece yield[] = {{figure / eta, power}, {figure * eta - wear_, deficit}};
    value.step_back(power, std::span(yield).first(figure > 0.0 ? 2 : 1));
  }

  // Charging power at the cell, in kW, that lifts no peak which is paid for.
  static double headroom(const hw_supply_view& view, double eta) {
    if (view.demand_charge_cny_per_kw <= 0.0) return view.battery_power_w / 1e3;
    double highest = view.month_peak_w;
    for (int hour = 0; hour < HW_FORECAST_HOURS; ++hour)
      highest = std::max(highest, view.load_forecast_w[hour] - view.renewable_forecast_w[hour]);
    return std::max(highest - std::max(view.load_w - view.renewable_w, 0.0), 0.0) * eta / 1e3;
  }

  double wear_;
  double least_gain_;  // differences below it are rounding, not gains
};

}  // namespace hubwatt::policy
