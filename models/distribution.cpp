#include "models/distribution.hpp"

#include <cmath>
#include <cstddef>
#include <numeric>

#include "models/contract.hpp"

namespace hubwatt {
namespace {

constexpr double normal_p95 = 1.6448536269514722;  // 95 % quantile of the standard normal

double log_spread(const Lognormal& d) {
  return std::log(d.p95 / d.median) / normal_p95;
}

struct Sampler {
  Random& random;

  double operator()(const Constant& d) const { return d.value; }
  double operator()(const Exponential& d) const { return random.exponential(d.mean); }
  double operator()(const Lognormal& d) const { return d.median * std::exp(log_spread(d) * random.normal()); }
  double operator()(const Weibull& d) const {
    return d.scale * std::pow(random.exponential(1.0), 1.0 / d.shape);
  }
  double operator()(const Uniform& d) const { return d.low + (d.high - d.low) * random.uniform(); }
  double operator()(const Choice& d) const {
    HUBWATT_EXPECTS(!d.values.empty() && d.values.size() == d.weights.size());
    double left = random.uniform() * std::accumulate(d.weights.begin(), d.weights.end(), 0.0);
    std::size_t chosen = 0;
    for (std::size_t i = 0; i < d.values.size(); ++i) {
      if (d.weights[i] <= 0.0) continue;
      chosen = i;  // rounding may carry `left` past the last weight: then the last possible value
      if (left < d.weights[i]) break;
      left -= d.weights[i];
    }
    return d.values[chosen];
  }
  double operator()(const Normal& d) const { return d.mean + d.sd * random.normal(); }
  double operator()(const Triangular& d) const {
    // The inverse of the two parabolas its cumulated share consists of.
    const double width = d.high - d.low;
    const double u = random.uniform();
    if (u * width < d.mode - d.low) return d.low + std::sqrt(u * width * (d.mode - d.low));
    return d.high - std::sqrt((1.0 - u) * width * (d.high - d.mode));
  }
};

struct Mean {
  double operator()(const Constant& d) const { return d.value; }
  double operator()(const Exponential& d) const { return d.mean; }
  double operator()(const Lognormal& d) const {
    const double s = log_spread(d);
    return d.median * std::exp(0.5 * s * s);
  }
  double operator()(const Weibull& d) const { return d.scale * std::tgamma(1.0 + 1.0 / d.shape); }
  double operator()(const Uniform& d) const { return 0.5 * (d.low + d.high); }
  double operator()(const Choice& d) const {
    const double sum = std::inner_product(d.values.begin(), d.values.end(), d.weights.begin(), 0.0);
    return sum / std::accumulate(d.weights.begin(), d.weights.end(), 0.0);
  }
  double operator()(const Normal& d) const { return d.mean; }
  double operator()(const Triangular& d) const { return (d.low + d.mode + d.high) / 3.0; }
};

}  // namespace

double sample(const Distribution& distribution, Random& random) {
  return std::visit(Sampler{random}, distribution);
}

double mean(const Distribution& distribution) {
  return std::visit(Mean{}, distribution);
}

}  // namespace hubwatt
