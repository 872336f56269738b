// The facility's mean power in each of the last 24 hours: what a supply policy takes for the load of the coming day.
#pragma once

#include <array>
#include <cstddef>

#include "models/quantity.hpp"

namespace hubwatt {

class LoadMemory {
 public:
  static constexpr std::size_t hours = 24;

  void add(Power mean, Duration dt) {
    energy_ += mean * dt;
    time_ += dt;
  }

  // The hour is over, as far as it was part of the run.
  void end_hour() {
    if (time_ <= Duration{}) return;
    hour_mean_[next_] = energy_ / time_;
    next_ = (next_ + 1) % hours;
    if (known_ < hours) ++known_;
    energy_ = {};
    time_ = {};
  }

  // Mean of the hour that began a day before now, for ahead = 0, and of those that followed; `otherwise` as long as
  // no whole day is known.
  Power day_before(std::size_t ahead, Power otherwise) const {
    return known_ < hours ? otherwise : hour_mean_[(next_ + ahead) % hours];
  }

 private:
  std::array<Power, hours> hour_mean_{};  // a ring; next_ is the oldest
  std::size_t next_ = 0, known_ = 0;
  Energy energy_{};
  Duration time_{};
};

}  // namespace hubwatt
