#include "scenarios/step_samples.hpp"

#include <algorithm>
#include <numeric>

#include "models/units.hpp"

namespace hubwatt {

namespace {
constexpr int hours_of_week = 168;
constexpr double most_samples = 200.0;
constexpr double hour_s = 3600.0;
}  // namespace

int sample_stride(Duration run) {
  int stride = 1;
  while (run / unit::hour > most_samples * stride || std::gcd(stride, hours_of_week) != 1) ++stride;
  return stride;
}

StepSamples::StepSamples(Duration run, Sampling sampling)
    : sampling_(sampling), run_s_(run / unit::second), stride_s_(sample_stride(run) * hour_s) {}

Duration StepSamples::stands_for(double begin_s, double end_s) {
  if (sampling_ == Sampling::every_interval) return (end_s - begin_s) * unit::second;
  double stood_s = 0.0;
  while (next_s_ < run_s_) {
    const double left_s = run_s_ - next_s_;
    if (end_s <= next_s_ + 0.5 * std::min(hour_s, left_s)) break;
    stood_s += std::min(stride_s_, left_s);
    next_s_ += stride_s_;
  }
  return stood_s * unit::second;
}

}  // namespace hubwatt
