// Quantiles of a positive quantity in fixed memory: bins of equal width on a logarithmic scale. A quantile is
// right to half the width of a bin. Values at or below `smallest` share the first bin and count as zero.
// Source: the idea of HdrHistogram (Tene) and DDSketch (Masson et al., VLDB 2019).
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace hubwatt {

class LogHistogram {
 public:
  // Values from `smallest` to `largest`, both > 0; larger ones share the last bin. `bin_width` is relative: 0.001
  // resolves a thousandth.
  LogHistogram(double smallest, double largest, double bin_width)
      : smallest_(smallest),
        bin_width_(bin_width),
        weights_(static_cast<std::size_t>(std::log(largest / smallest) / bin_width) + 2, 0.0) {
    for (std::size_t i = 0; i < weights_.size(); ++i)
      upper_edges_.push_back(smallest * std::exp(bin_width * static_cast<double>(i)));
  }

  void add(double value, double weight) {
    weights_[bin(value)] += weight;
    total_ += weight;
  }

  // `weight` of values base + w, where w is 0 with probability 1 - waiting and else exponential with this rate.
  void add_delayed(double base, double waiting, double rate, double weight) {
    constexpr double negligible = 1e-9;
    add(base, weight * (1.0 - waiting));
    double above = waiting;  // share beyond the lower edge of the bin
    for (std::size_t i = bin(base); above > negligible; ++i) {
      const bool last = i + 1 >= weights_.size();
      const double beyond = last ? 0.0 : waiting * std::exp(-rate * std::max(0.0, upper_edges_[i] - base));
      weights_[i] += weight * (above - beyond);
      total_ += weight * (above - beyond);
      above = beyond;
    }
  }

  double total() const { return total_; }

  // The value that `part` (0..1) of the weight does not exceed; 0 of an empty histogram.
  double quantile(double part) const {
    double below = 0.0;
    for (std::size_t i = 0; i < weights_.size(); ++i) {
      below += weights_[i];
      if (below >= part * total_ && below > 0.0) return i == 0 ? 0.0 : upper_edges_[i] * std::exp(-0.5 * bin_width_);
    }
    return 0.0;
  }

 private:
  std::size_t bin(double value) const {
    if (value <= smallest_) return 0;
    const auto i = static_cast<std::size_t>(std::log(value / smallest_) / bin_width_) + 1;
    return std::min(i, weights_.size() - 1);
  }

  double smallest_;
  double bin_width_;
  std::vector<double> weights_;
  std::vector<double> upper_edges_;  // of the bins
  double total_ = 0.0;
};

}  // namespace hubwatt
