#include "scenarios/projection/quantile.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "models/contract.hpp"
#include "scenarios/projection/standard_normal.hpp"

namespace hubwatt {
namespace {

// Deviation of the logarithm; 0 where the lognormal is a constant.
double log_spread(const Lognormal& d) {
  return std::log(d.p95 / d.median) / normal_p95;
}

struct Share {
  double x;

  double operator()(const Constant& d) const { return x >= d.value ? 1.0 : 0.0; }
  double operator()(const Exponential& d) const { return x <= 0.0 ? 0.0 : -std::expm1(-x / d.mean); }
  double operator()(const Lognormal& d) const {
    if (x <= 0.0) return 0.0;
    const double spread = log_spread(d);
    if (spread <= 0.0) return x >= d.median ? 1.0 : 0.0;
    return normal_share(std::log(x / d.median) / spread);
  }
  double operator()(const Weibull& d) const {
    return x <= 0.0 ? 0.0 : -std::expm1(-std::pow(x / d.scale, d.shape));
  }
  double operator()(const Uniform& d) const {
    if (d.high <= d.low) return x >= d.low ? 1.0 : 0.0;
    return std::clamp((x - d.low) / (d.high - d.low), 0.0, 1.0);
  }
  double operator()(const Choice& d) const {
    double below = 0.0, all = 0.0;
    for (std::size_t i = 0; i < d.values.size(); ++i) {
      all += d.weights[i];
      if (d.values[i] <= x) below += d.weights[i];
    }
    return below / all;
  }
  double operator()(const Normal& d) const { return normal_share((x - d.mean) / d.sd); }
  double operator()(const Triangular& d) const {
    if (x <= d.low) return 0.0;
    if (x >= d.high) return 1.0;
    const double width = d.high - d.low;
    if (x < d.mode) return (x - d.low) * (x - d.low) / (width * (d.mode - d.low));
    return 1.0 - (d.high - x) * (d.high - x) / (width * (d.high - d.mode));
  }
};

// The inverse; the values of a Choice ascend.
struct Inverse {
  double p;

  double operator()(const Constant& d) const { return d.value; }
  double operator()(const Exponential& d) const { return -d.mean * std::log1p(-p); }
  double operator()(const Lognormal& d) const {
    return d.median * std::exp(log_spread(d) * normal_quantile(p));
  }
  double operator()(const Weibull& d) const { return d.scale * std::pow(-std::log1p(-p), 1.0 / d.shape); }
  double operator()(const Uniform& d) const { return d.low + p * (d.high - d.low); }
  double operator()(const Choice& d) const {
    double left = p * std::accumulate(d.weights.begin(), d.weights.end(), 0.0);
    std::size_t chosen = 0;
    for (std::size_t i = 0; i < d.values.size(); ++i) {
      if (d.weights[i] <= 0.0) continue;
      chosen = i;  // rounding may carry `left` past the last weight: then the last possible value
      if (left <= d.weights[i]) break;
      left -= d.weights[i];
    }
    return d.values[chosen];
  }
  double operator()(const Normal& d) const { return d.mean + d.sd * normal_quantile(p); }
  double operator()(const Triangular& d) const {
    const double width = d.high - d.low;
    if (p * width < d.mode - d.low) return d.low + std::sqrt(p * width * (d.mode - d.low));
    return d.high - std::sqrt((1.0 - p) * width * (d.high - d.mode));
  }
};

Choice ascending(const Choice& choice) {
  HUBWATT_EXPECTS(!choice.values.empty() && choice.values.size() == choice.weights.size());
  std::vector<std::size_t> order(choice.values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return choice.values[a] < choice.values[b]; });
  Choice out;
  for (const std::size_t i : order) {
    out.values.push_back(choice.values[i]);
    out.weights.push_back(choice.weights[i]);
  }
  return out;
}

struct Ends {
  double low, high;
};

// Least and greatest draw, where there are such.
std::optional<Ends> ends(const Distribution& distribution) {
  if (const auto* d = std::get_if<Constant>(&distribution)) return Ends{d->value, d->value};
  if (const auto* d = std::get_if<Uniform>(&distribution)) return Ends{d->low, d->high};
  if (const auto* d = std::get_if<Triangular>(&distribution)) return Ends{d->low, d->high};
  const auto* choice = std::get_if<Choice>(&distribution);
  if (choice == nullptr) return std::nullopt;
  const double infinite = std::numeric_limits<double>::infinity();
  Ends out{infinite, -infinite};
  for (std::size_t i = 0; i < choice->values.size(); ++i) {
    if (choice->weights[i] <= 0.0) continue;
    out.low = std::min(out.low, choice->values[i]);
    out.high = std::max(out.high, choice->values[i]);
  }
  return out;
}

}  // namespace

Quantile::Quantile(const DrawnInput& input)
    : distribution_(input.distribution), low_(input.low), high_(input.high) {
  HUBWATT_EXPECTS(low_ <= high_);
  if (const auto* choice = std::get_if<Choice>(&distribution_)) distribution_ = ascending(*choice);
  if (ends(distribution_)) return;  // within the limits as a whole
  below_ = cumulated_share(distribution_, low_);
  between_ = cumulated_share(distribution_, high_) - below_;
}

double Quantile::operator()(double p) const {
  HUBWATT_EXPECTS(p > 0.0 && p < 1.0);
  const double value = std::visit(Inverse{inner_share(below_ + p * between_)}, distribution_);
  return std::clamp(value, low_, high_);  // against rounding
}

double quantile(const DrawnInput& input, double p) {
  return Quantile(input)(p);
}

double cumulated_share(const Distribution& distribution, double x) {
  return std::visit(Share{x}, distribution);
}

double central(const Distribution& distribution) {
  if (const auto* lognormal = std::get_if<Lognormal>(&distribution)) return lognormal->median;
  if (const auto* triangular = std::get_if<Triangular>(&distribution)) return triangular->mode;
  return mean(distribution);
}

std::optional<std::string> support_problem(const DrawnInput& input) {
  if (const auto bounds = ends(input.distribution)) {
    const bool reaches_below = bounds->low < input.low;
    const bool reaches_above = bounds->high > input.high;
    if (!reaches_below && !reaches_above) return std::nullopt;
    return fmt::format("has no support: draws reach {} the limit of the key",
                       reaches_below ? "below" : "above");
  }
  constexpr double least_share = 0.9;
  const double below = cumulated_share(input.distribution, input.low);
  const double within = cumulated_share(input.distribution, input.high) - below;
  if (within >= least_share) return std::nullopt;
  if (within <= 0.0) return "has no support: no draw is within the limits of the key";
  return fmt::format(
      "has too little support: {:.3g} % of its draws are within the limits of the key (at least {} %)",
      100.0 * within, 100.0 * least_share);
}

}  // namespace hubwatt
