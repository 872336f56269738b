#include "scenarios/projection/sobol_indices.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "models/contract.hpp"
#include "scenarios/projection/joint_distribution.hpp"
#include "scenarios/projection/unit_points.hpp"

namespace hubwatt {
namespace {

constexpr std::size_t replicates = 16;
constexpr double rounding = 1e-12;  // relative differences that computing alone makes

// Sums over the rows of a replicate, of one output less a value near its mean; they add up over replicates.
struct GroupSums {
  double product = 0.0;     // f(b) (f(ab) - f(a))
  double difference = 0.0;  // f(ab) - f(a)
  double square = 0.0;      // (f(ab) - f(a))^2
};
struct Sums {
  double count = 0.0;                // rows
  double value = 0.0, square = 0.0;  // of f over a and b
  std::vector<GroupSums> groups;

  // Adds another, `times` 1 or -1.
  void add(const Sums& other, double times) {
    count += times * other.count;
    value += times * other.value;
    square += times * other.square;
    for (std::size_t g = 0; g < groups.size(); ++g) {
      groups[g].product += times * other.groups[g].product;
      groups[g].difference += times * other.groups[g].difference;
      groups[g].square += times * other.groups[g].square;
    }
  }
};

struct Estimate {
  double first, total;
};

Estimate estimate(const Sums& sums, std::size_t group, double offset) {
  const GroupSums& of_group = sums.groups[group];
  const double mean = sums.value / (2.0 * sums.count);
  const double variance = sums.square / (2.0 * sums.count) - mean * mean;
  const double noise = rounding * (std::abs(offset) + std::abs(mean));
  if (variance <= noise * noise) return {0.0, 0.0};
  return {(of_group.product - mean * of_group.difference) / sums.count / variance,
          0.5 * of_group.square / sums.count / variance};
}

// Rows of a replicate: all a, all b, then all ab of each group in turn.
class Design {
 public:
  Design(std::span<const DrawnInput> inputs, const DrawSettings& settings)
      : inputs_(inputs.size()), sequence_(settings.sequence), joint_(inputs, settings.correlations) {
    for (const DrawnInput& input : inputs) names_.push_back(input.path);
    for (const DrawnInput& input : inputs) names_.push_back(input.path + " once more");
  }

  const std::vector<std::vector<std::size_t>>& groups() const { return joint_.groups(); }

  Draws draws(std::uint64_t seed, std::size_t base) const {
    const std::vector<double> points = unit_points(sequence_, names_, seed, base);
    std::vector<double> rows((groups().size() + 2) * base * inputs_);
    const auto row = [&](std::size_t kind, std::size_t i) {
      return std::span(rows).subspan((kind * base + i) * inputs_, inputs_);
    };
    for (std::size_t i = 0; i < base; ++i) {
      const auto a = points.begin() + static_cast<std::ptrdiff_t>(2 * i * inputs_);
      const auto width = static_cast<std::ptrdiff_t>(inputs_);
      std::copy(a, a + width, row(0, i).begin());
      std::copy(a + width, a + 2 * width, row(1, i).begin());
      joint_.shares_to_values(row(0, i));
      joint_.shares_to_values(row(1, i));
      for (std::size_t g = 0; g < groups().size(); ++g) {
        std::copy(row(0, i).begin(), row(0, i).end(), row(2 + g, i).begin());
        for (const std::size_t input : groups()[g]) row(2 + g, i)[input] = row(1, i)[input];
      }
    }
    return {(groups().size() + 2) * base, inputs_, std::move(rows)};
  }

 private:
  std::size_t inputs_;
  DrawSequence sequence_;
  JointDistribution joint_;
  std::vector<std::string> names_;
};

// Sums of one output, from the values of a replicate in the order of Design::draws.
Sums sums_of(std::span<const double> values, std::size_t outputs, std::size_t output, std::size_t base,
             std::size_t groups, double offset) {
  const auto f = [&](std::size_t kind, std::size_t i) {
    return values[(kind * base + i) * outputs + output] - offset;
  };
  Sums out{static_cast<double>(base), 0.0, 0.0, std::vector<GroupSums>(groups)};
  for (std::size_t i = 0; i < base; ++i) {
    const double a = f(0, i), b = f(1, i);
    out.value += a + b;
    out.square += a * a + b * b;
    for (std::size_t g = 0; g < groups; ++g) {
      const double ab = f(2 + g, i);
      // An input that cancels out moves the last digits; that is no effect.
      const double difference = std::abs(ab - a) > rounding * std::abs(a + offset) ? ab - a : 0.0;
      out.groups[g].product += b * difference;
      out.groups[g].difference += difference;
      out.groups[g].square += difference * difference;
    }
  }
  return out;
}

// Standard error of the whole by estimates that each leave one replicate out.
double jackknife_error(std::span<const double> without_one) {
  const auto n = static_cast<double>(without_one.size());
  double mean = 0.0, squares = 0.0;
  for (const double value : without_one) mean += value / n;
  for (const double value : without_one) squares += (value - mean) * (value - mean);
  return std::sqrt((n - 1.0) / n * squares);
}

SobolIndices indices_of(std::span<const Sums> of_replicates,
                        const std::vector<std::vector<std::size_t>>& groups, double offset) {
  Sums all{0.0, 0.0, 0.0, std::vector<GroupSums>(groups.size())};
  for (const Sums& sums : of_replicates) all.add(sums, 1.0);
  SobolIndices out;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    std::vector<double> first, total;
    for (const Sums& left_out : of_replicates) {
      Sums others = all;
      others.add(left_out, -1.0);
      const Estimate without_it = estimate(others, g, offset);
      first.push_back(without_it.first);
      total.push_back(without_it.total);
    }
    const Estimate whole = estimate(all, g, offset);
    out.groups.push_back(
        {groups[g], whole.first, jackknife_error(first), whole.total, jackknife_error(total)});
  }
  return out;
}

}  // namespace

std::vector<SobolIndices> sobol_indices(std::span<const DrawnInput> inputs, const DrawSettings& settings,
                                        std::uint64_t seed, std::size_t outputs, const Evaluate& evaluate,
                                        int threads) {
  HUBWATT_EXPECTS(settings.sensitivity >= 1);
  const Design design(inputs, settings);
  const auto asked = static_cast<std::size_t>(settings.sensitivity);
  const std::size_t base = std::max<std::size_t>((asked + replicates - 1) / replicates, 2);
  std::vector<double> offsets;  // the first row's outputs, about which all sums are taken
  std::vector<std::vector<Sums>> sums(outputs);
  for (std::size_t r = 0; r < replicates; ++r) {
    const Draws draws = design.draws(replicate_seed(seed, r), base);
    const std::vector<double> values = evaluate_all(draws, outputs, evaluate, threads);
    if (r == 0) offsets.assign(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(outputs));
    for (std::size_t k = 0; k < outputs; ++k)
      sums[k].push_back(sums_of(values, outputs, k, base, design.groups().size(), offsets[k]));
  }
  std::vector<SobolIndices> out;
  for (std::size_t k = 0; k < outputs; ++k) out.push_back(indices_of(sums[k], design.groups(), offsets[k]));
  return out;
}

}  // namespace hubwatt
