#include "platforms/link_meter.hpp"

#include <algorithm>
#include <cmath>

#include "models/contract.hpp"

namespace hubwatt {

void LinkMeter::add(double from, double to, double rate) {
  HUBWATT_EXPECTS(step_ > 0.0 && from <= to);
  if (rate <= 0.0) return;
  bytes_ += rate * (to - from);
  const double first = std::floor(from / step_), last = std::floor(to / step_);
  if (first != step_number_) {
    peak_ = std::max(peak_, in_step_ / step_);
    step_number_ = first;
    in_step_ = 0.0;
  }
  if (last == first) {
    in_step_ += rate * (to - from);
    return;
  }
  in_step_ += rate * ((first + 1.0) * step_ - from);
  peak_ = std::max(peak_, in_step_ / step_);
  if (last - first > 1.0) peak_ = std::max(peak_, rate);
  step_number_ = last;
  in_step_ = rate * (to - last * step_);
}

double LinkMeter::peak_rate(double now) const {
  const double elapsed = std::min(step_, now - step_number_ * step_);
  return elapsed > 0.0 ? std::max(peak_, in_step_ / elapsed) : peak_;
}

}  // namespace hubwatt
