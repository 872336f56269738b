#include "scenarios/projection/ensemble.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "models/contract.hpp"

namespace hubwatt {
namespace {

constexpr std::size_t most_replicates = 16;
constexpr std::size_t draws_at_first = 256;

double median_of(std::vector<double> values) {
  return bands_of(std::move(values)).p50;
}

// Scatter of the replicates' figures about their mean, as the standard error of that mean, relative to
// `figure`.
double relative_error(std::span<const double> of_replicates, double figure) {
  const auto n = static_cast<double>(of_replicates.size());
  const double middle = mean_of(of_replicates);
  double squares = 0.0;
  for (const double value : of_replicates) squares += (value - middle) * (value - middle);
  const double error = std::sqrt(squares / (n - 1.0) / n);
  if (error == 0.0) return 0.0;
  return figure == 0.0 ? std::numeric_limits<double>::infinity() : error / std::abs(figure);
}

class Replicates {
 public:
  Replicates(std::span<const DrawnInput> inputs, const DrawSettings& settings, std::uint64_t seed,
             std::size_t outputs, std::size_t watched, const Evaluate& evaluate, int threads,
             std::size_t count)
      : inputs_(inputs),
        settings_(settings),
        seed_(seed),
        watched_(watched),
        evaluate_(evaluate),
        threads_(threads),
        watched_values_(count) {
    ensemble_.outputs = outputs;
  }

  // Brings the ensemble to that many draws; those there are stay.
  void grow_to(std::size_t draws) {
    const std::size_t count = watched_values_.size();
    std::vector<double> rows;
    std::vector<std::size_t> replicate_of;
    for (std::size_t r = 0; r < count; ++r) {
      const std::size_t own = draws / count + (r < draws % count ? 1 : 0);
      const Draws all = make_draws(inputs_, settings_, replicate_seed(seed_, r), own);
      for (std::size_t i = watched_values_[r].size(); i < own; ++i) {
        rows.insert(rows.end(), all[i].begin(), all[i].end());
        replicate_of.push_back(r);
      }
    }
    const Draws added(replicate_of.size(), inputs_.size(), std::move(rows));
    const std::vector<double> values = evaluate_all(added, ensemble_.outputs, evaluate_, threads_);
    for (std::size_t i = 0; i < added.count(); ++i)
      watched_values_[replicate_of[i]].push_back(values[i * ensemble_.outputs + watched_]);
    ensemble_.values.insert(ensemble_.values.end(), values.begin(), values.end());
    ensemble_.draws += added.count();
    estimate_errors();
  }

  bool reached(double precision) const { return ensemble_.precision && *ensemble_.precision <= precision; }
  // Whether more draws could help: never where the watched output is undefined.
  bool worth_more() const { return ensemble_.precision && !std::isnan(*ensemble_.precision); }

  Ensemble finished() && {
    for (std::size_t output = 0; output < ensemble_.outputs; ++output)
      ensemble_.bands.push_back(bands_of(column(output)));
    return std::move(ensemble_);
  }

 private:
  std::vector<double> column(std::size_t output) const {
    std::vector<double> out(ensemble_.draws);
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = ensemble_.values[i * ensemble_.outputs + output];
    return out;
  }

  void estimate_errors() {
    if (watched_values_.size() < 2) return;
    std::vector<double> means, medians;
    for (const std::vector<double>& values : watched_values_) {
      means.push_back(mean_of(values));
      medians.push_back(median_of(values));
    }
    const Bands all = bands_of(column(watched_));
    ensemble_.mean_error = relative_error(means, all.mean);
    ensemble_.median_error = relative_error(medians, all.p50);
    ensemble_.precision = std::max(*ensemble_.mean_error, *ensemble_.median_error);
  }

  std::span<const DrawnInput> inputs_;
  const DrawSettings& settings_;
  std::uint64_t seed_;
  std::size_t watched_;
  const Evaluate& evaluate_;
  int threads_;
  std::vector<std::vector<double>> watched_values_;  // by replicate
  Ensemble ensemble_;
};

}  // namespace

Ensemble run_ensemble(std::span<const DrawnInput> inputs, const DrawSettings& settings, std::uint64_t seed,
                      std::size_t outputs, std::size_t watched_output, const Evaluate& evaluate,
                      int threads) {
  HUBWATT_EXPECTS(watched_output < outputs);
  const int told = settings.count ? *settings.count : settings.most;
  HUBWATT_EXPECTS(told >= 1);
  const auto most = static_cast<std::size_t>(told);
  std::size_t draws = settings.count ? most : std::min(most, draws_at_first);
  Replicates replicates(inputs, settings, seed, outputs, watched_output, evaluate, threads,
                        std::min(draws, most_replicates));
  replicates.grow_to(draws);
  while (!replicates.reached(settings.precision) && replicates.worth_more() && 2 * draws <= most) {
    draws *= 2;
    replicates.grow_to(draws);
  }
  const bool precise_enough = settings.count.has_value() || replicates.reached(settings.precision);
  Ensemble out = std::move(replicates).finished();
  out.precise_enough = precise_enough;
  return out;
}

}  // namespace hubwatt
