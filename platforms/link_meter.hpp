// Counts what one direction of a link carries: in all, and in the busiest step. Constant rates in, so the counts
// are exact however the time between two changes is cut.
#pragma once

namespace hubwatt {

class LinkMeter {
 public:
  // Steps of `step` seconds from date 0.
  explicit LinkMeter(double step) : step_(step) {}

  // `rate` bytes per second from date `from` until date `to`; dates never go back.
  void add(double from, double to, double rate);

  double bytes() const { return bytes_; }
  // Highest mean rate of a step, the one that holds `now` over its part so far. Bytes per second.
  double peak_rate(double now) const;

 private:
  double step_;
  double bytes_ = 0.0;
  double step_number_ = 0.0;  // of the step that `in_step_` counts
  double in_step_ = 0.0;
  double peak_ = 0.0;
};

}  // namespace hubwatt
