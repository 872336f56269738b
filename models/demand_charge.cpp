#include "models/demand_charge.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include "models/contract.hpp"
#include "models/units.hpp"

namespace hubwatt {

Money DemandMeter::add(const LocalHour& begin, Power mean_grid, Duration dt) {
  HUBWATT_EXPECTS(mean_grid >= Power{} && dt >= Duration{});
  const Month month{begin.year, begin.month};
  const Money ended = month_ && *month_ != month ? close() : Money{};
  month_ = month;
  peak_ = std::max(peak_, mean_grid);
  metered_ += dt;
  return ended;
}

Money DemandMeter::close() {
  if (!month_) return {};
  using namespace std::chrono;
  const auto last = year{month_->year} / month{static_cast<unsigned>(month_->month)} / std::chrono::last;
  const Duration length = static_cast<double>(static_cast<unsigned>(last.day())) * unit::day;
  const Money bill = charge_ * peak_ * std::min(metered_ / length, 1.0);
  month_.reset();
  peak_ = {};
  metered_ = {};
  return bill;
}

}  // namespace hubwatt
