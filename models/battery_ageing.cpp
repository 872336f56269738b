#include "models/battery_ageing.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "models/contract.hpp"

namespace hubwatt {

double cycle_fade(const BatteryAgeing& ageing, double depth) {
  HUBWATT_EXPECTS(depth >= 0.0 && ageing.cycle_life > 0.0 && ageing.reference_depth > 0.0);
  if (depth == 0.0) return 0.0;
  return (1.0 - ageing.end_of_life) / ageing.cycle_life *
         std::pow(depth / ageing.reference_depth, ageing.depth_exponent);
}

double calendar_fade(const BatteryAgeing& ageing, Duration time) {
  HUBWATT_EXPECTS(ageing.calendar_life > Duration{});
  return (1.0 - ageing.end_of_life) * (time / ageing.calendar_life);
}

BatteryWear::BatteryWear(BatteryAgeing ageing, double charge) : ageing_(std::move(ageing)), turns_{charge} {
  HUBWATT_EXPECTS(ageing_.depth_exponent >= 1.0);
}

void BatteryWear::add(double charge, Duration dt) {
  calendar_ += hubwatt::calendar_fade(ageing_, dt);
  const double last = turns_.back();
  if (charge == last) return;
  throughput_ += std::max(last - charge, 0.0);
  const bool goes_on =
      turns_.size() > 1 && (charge > last) == (last > turns_[turns_.size() - 2]);  // no turn at `last`
  if (goes_on) {
    turns_.back() = charge;
  } else {
    turns_.push_back(charge);
  }
  close_cycles();
}

// A cycle closes when the present swing has become as wide as the one before it; both of its turns then
// leave the list, and the swing that holds them goes on. The first turn of all only ends half cycles.
void BatteryWear::close_cycles() {
  while (turns_.size() >= 3) {
    const std::size_t n = turns_.size();
    const double present = std::abs(turns_[n - 1] - turns_[n - 2]);
    const double before = std::abs(turns_[n - 2] - turns_[n - 3]);
    if (present < before) return;
    if (n == 3) {
      closed_ += 0.5 * hubwatt::cycle_fade(ageing_, before);
      turns_.erase(turns_.begin());
    } else {
      closed_ += hubwatt::cycle_fade(ageing_, before);
      turns_.erase(turns_.end() - 3, turns_.end() - 1);
    }
  }
}

double BatteryWear::cycle_fade() const {
  double open = 0.0;
  for (std::size_t i = 1; i < turns_.size(); ++i)
    open += 0.5 * hubwatt::cycle_fade(ageing_, std::abs(turns_[i] - turns_[i - 1]));
  return closed_ + open;
}

double BatteryWear::health() const {
  return std::max(0.0, 1.0 - cycle_fade() - calendar_);
}

double BatteryWear::life_used() const {
  return (cycle_fade() + calendar_) / (1.0 - ageing_.end_of_life);
}

}  // namespace hubwatt
