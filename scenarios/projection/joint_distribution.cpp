#include "scenarios/projection/joint_distribution.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "models/error.hpp"
#include "models/nearest_name.hpp"
#include "scenarios/projection/standard_normal.hpp"

namespace hubwatt {
namespace {

// A correlation of inputs by position, of their normal scores.
struct ScorePair {
  std::size_t a, b;
  double pearson;
};

using Groups = std::vector<std::vector<std::size_t>>;

std::optional<std::size_t> position_of(std::string_view path, std::span<const DrawnInput> inputs) {
  const auto found =
      std::find_if(inputs.begin(), inputs.end(), [path](const DrawnInput& i) { return i.path == path; });
  if (found == inputs.end()) return std::nullopt;
  return static_cast<std::size_t>(found - inputs.begin());
}

std::string not_drawn(const std::string& path, std::span<const DrawnInput> inputs) {
  std::vector<std::string> paths;
  for (const DrawnInput& input : inputs) paths.push_back(input.path);
  const std::string suggestion = suggestion_for(path, paths);
  return in_quotes(path) + " is not drawn" + (suggestion.empty() ? "" : "; ") + suggestion;
}

std::optional<std::string> problem_of_one(const InputCorrelation& told, std::span<const DrawnInput> inputs) {
  for (const std::string& path : {told.a, told.b}) {
    if (!position_of(path, inputs)) return not_drawn(path, inputs);
  }
  if (told.a == told.b) return in_quotes(told.a) + " is correlated with itself";
  if (std::abs(told.rank) < 1.0) return std::nullopt;
  return fmt::format("the rank correlation of '{}' and '{}' is {}: it must be above -1 and below 1", told.a,
                     told.b, told.rank);
}

bool same_pair(const InputCorrelation& x, const InputCorrelation& y) {
  return (x.a == y.a && x.b == y.b) || (x.a == y.b && x.b == y.a);
}

std::vector<ScorePair> score_pairs(std::span<const DrawnInput> inputs,
                                   std::span<const InputCorrelation> correlations) {
  std::vector<ScorePair> out;
  for (const InputCorrelation& told : correlations) {
    out.push_back({*position_of(told.a, inputs), *position_of(told.b, inputs),
                   2.0 * std::sin(std::numbers::pi * told.rank / 6.0)});
  }
  return out;
}

Groups groups_of(std::size_t inputs, std::span<const ScorePair> pairs) {
  std::vector<std::size_t> first(inputs);  // of each input's group
  for (std::size_t i = 0; i < inputs; ++i) first[i] = i;
  for (const ScorePair& pair : pairs) {
    const std::size_t kept = std::min(first[pair.a], first[pair.b]);
    const std::size_t gone = std::max(first[pair.a], first[pair.b]);
    std::replace(first.begin(), first.end(), gone, kept);
  }
  Groups out;
  std::vector<std::size_t> group(inputs);
  for (std::size_t i = 0; i < inputs; ++i) {
    if (first[i] == i) {
      group[i] = out.size();
      out.emplace_back();
    }
    out[group[first[i]]].push_back(i);
  }
  return out;
}

std::vector<double> matrix_of(const std::vector<std::size_t>& group, std::span<const ScorePair> pairs) {
  const std::size_t n = group.size();
  std::vector<double> out(n * n, 0.0);
  for (std::size_t i = 0; i < n; ++i) out[i * n + i] = 1.0;
  for (const ScorePair& pair : pairs) {
    const auto a = std::find(group.begin(), group.end(), pair.a);
    const auto b = std::find(group.begin(), group.end(), pair.b);
    if (a == group.end() || b == group.end()) continue;
    const auto row = static_cast<std::size_t>(a - group.begin());
    const auto column = static_cast<std::size_t>(b - group.begin());
    out[row * n + column] = out[column * n + row] = pair.pearson;
  }
  return out;
}

// The factor of Cholesky, and the first row at which there is none: n where it is whole.
struct Factor {
  std::vector<double> rows;
  std::size_t whole_up_to;
};
Factor factor_of(const std::vector<double>& matrix, std::size_t n) {
  constexpr double least_pivot = 1e-9;  // below it, rounding decides
  Factor out{std::vector<double>(n * n, 0.0), 0};
  for (std::size_t i = 0; i < n; ++i, ++out.whole_up_to) {
    for (std::size_t j = 0; j <= i; ++j) {
      double left = matrix[i * n + j];
      for (std::size_t k = 0; k < j; ++k) left -= out.rows[i * n + k] * out.rows[j * n + k];
      if (i == j && left < least_pivot) return out;
      out.rows[i * n + j] = i == j ? std::sqrt(left) : left / out.rows[j * n + j];
    }
  }
  return out;
}

// The told pairs among the first members of a group that contradict each other.
std::string contradiction(std::span<const std::size_t> members, std::span<const DrawnInput> inputs,
                          std::span<const InputCorrelation> correlations) {
  const auto is_member = [&](const std::string& path) {
    return std::find(members.begin(), members.end(), *position_of(path, inputs)) != members.end();
  };
  std::string pairs;
  for (const InputCorrelation& told : correlations) {
    if (!is_member(told.a) || !is_member(told.b)) continue;
    pairs += fmt::format("{}{} of '{}' and '{}'", pairs.empty() ? "" : ", ", told.rank, told.a, told.b);
  }
  return "these rank correlations cannot hold together: " + pairs +
         " (the matrix is not positive definite; pairs that are not told are 0)";
}

}  // namespace

std::optional<std::string> correlation_problem(std::span<const DrawnInput> inputs,
                                               std::span<const InputCorrelation> correlations) {
  for (std::size_t i = 0; i < correlations.size(); ++i) {
    const InputCorrelation& told = correlations[i];
    if (auto problem = problem_of_one(told, inputs)) return problem;
    for (const InputCorrelation& earlier : correlations.first(i)) {
      if (same_pair(earlier, told)) return fmt::format("'{}' and '{}' are correlated twice", told.a, told.b);
    }
  }
  const std::vector<ScorePair> pairs = score_pairs(inputs, correlations);
  for (const std::vector<std::size_t>& group : groups_of(inputs.size(), pairs)) {
    const std::size_t whole = factor_of(matrix_of(group, pairs), group.size()).whole_up_to;
    if (whole == group.size()) continue;
    return contradiction(std::span(group).first(whole + 1), inputs, correlations);
  }
  return std::nullopt;
}

JointDistribution::JointDistribution(std::span<const DrawnInput> inputs,
                                     std::span<const InputCorrelation> correlations) {
  if (auto problem = correlation_problem(inputs, correlations)) {
    Diagnostic mistake;
    mistake.problem = std::move(*problem);
    throw InputError(std::move(mistake));
  }
  for (const DrawnInput& input : inputs) quantiles_.emplace_back(input);
  const std::vector<ScorePair> pairs = score_pairs(inputs, correlations);
  groups_ = groups_of(inputs.size(), pairs);
  for (const auto& group : groups_) factors_.push_back(factor_of(matrix_of(group, pairs), group.size()).rows);
}

void JointDistribution::shares_to_values(std::span<double> row) const {
  std::vector<double> scores;
  for (std::size_t g = 0; g < groups_.size(); ++g) {
    const std::vector<std::size_t>& group = groups_[g];
    const std::size_t n = group.size();
    if (n == 1) continue;
    scores.clear();
    for (const std::size_t input : group) scores.push_back(normal_quantile(row[input]));
    for (std::size_t i = 1; i < n; ++i) {  // the first keeps its share
      double z = 0.0;
      for (std::size_t j = 0; j <= i; ++j) z += factors_[g][i * n + j] * scores[j];
      row[group[i]] = inner_share(normal_share(z));
    }
  }
  for (std::size_t i = 0; i < row.size(); ++i) row[i] = quantiles_[i](row[i]);
}

}  // namespace hubwatt
