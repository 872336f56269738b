#include "models/economy_index.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "models/contract.hpp"
#include "models/economy_weights.hpp"

namespace hubwatt {
namespace {

constexpr double middle = 50.0;  // of both scales

template <class Member>
IndexBranch branch(const std::string& of, const std::vector<Member>& members) {
  IndexBranch out{of, {}};
  for (const Member& member : members) out.members.push_back(member.id);
  return out;
}

const std::vector<double>& weights_in(std::span<const BranchWeights> weights, const std::string& of) {
  const auto found = std::find_if(weights.begin(), weights.end(), [&](const auto& w) { return w.of == of; });
  HUBWATT_EXPECTS(found != weights.end());
  return found->weights;
}

// Weight of every indicator in its group, in the order of indicators_of().
std::vector<double> weights_in_group(const IndexGroup& group, std::span<const BranchWeights> weights) {
  std::vector<double> out;
  const std::vector<double>& of_parts = weights_in(weights, group.id);
  for (std::size_t p = 0; p < group.parts.size(); ++p) {
    for (const double weight : weights_in(weights, group.parts[p].id)) out.push_back(of_parts[p] * weight);
  }
  return out;
}

}  // namespace

std::vector<const Indicator*> indicators_of(const DevelopmentIndex& index) {
  std::vector<const Indicator*> out;
  for (const IndexGroup& group : index.groups)
    for (const IndexPart& part : group.parts)
      for (const Indicator& indicator : part.indicators) out.push_back(&indicator);
  return out;
}

std::vector<IndexBranch> branches_of(const DevelopmentIndex& index) {
  std::vector<IndexBranch> out = {branch("", index.groups)};
  for (const IndexGroup& group : index.groups) out.push_back(branch(group.id, group.parts));
  for (const IndexGroup& group : index.groups)
    for (const IndexPart& part : group.parts) out.push_back(branch(part.id, part.indicators));
  return out;
}

std::vector<BranchWeights> index_weights(const DevelopmentIndex& index,
                                         std::span<const BranchJudgement> judgements) {
  std::vector<BranchWeights> out;
  for (const IndexBranch& branch : branches_of(index)) {
    const std::size_t n = branch.members.size();
    const auto judged = std::find_if(judgements.begin(), judgements.end(),
                                     [&](const BranchJudgement& j) { return j.of == branch.of; });
    if (judged == judgements.end()) {
      out.push_back({branch.of, Weighing::equal, 0.0, std::vector<double>(n, 1.0 / static_cast<double>(n))});
      continue;
    }
    Priorities found = priorities(n, judged->matrix);
    out.push_back({branch.of, Weighing::judged, found.consistency_ratio, std::move(found.weights)});
  }
  return out;
}

std::vector<double> standardized(std::span<const double> figures, Standardization standardization) {
  HUBWATT_EXPECTS(figures.size() >= 2);
  const auto [low, high] = std::minmax_element(figures.begin(), figures.end());
  std::vector<double> out(figures.size(), middle);
  if (*low == *high) return out;
  if (standardization == Standardization::min_max) {
    for (std::size_t i = 0; i < figures.size(); ++i) out[i] = 100.0 * ((figures[i] - *low) / (*high - *low));
    return out;
  }
  const double count = static_cast<double>(figures.size());
  const double mean = std::accumulate(figures.begin(), figures.end(), 0.0) / count;
  double squares = 0.0;
  for (const double x : figures) squares += (x - mean) * (x - mean);
  const double deviation = std::sqrt(squares / count);
  for (std::size_t i = 0; i < figures.size(); ++i) out[i] = middle + 10.0 * ((figures[i] - mean) / deviation);
  return out;
}

std::vector<IndexScore> index_scores(const DevelopmentIndex& index, std::span<const BranchWeights> weights,
                                     Standardization standardization,
                                     std::span<const std::vector<double>> figures) {
  std::vector<IndexScore> out(figures.size());
  const std::vector<double>& of_groups = weights_in(weights, "");
  std::size_t indicator = 0;
  for (std::size_t g = 0; g < index.groups.size(); ++g) {
    for (IndexScore& score : out) score.groups.push_back(0.0);
    for (const double weight : weights_in_group(index.groups[g], weights)) {
      std::vector<double> column;
      for (const std::vector<double>& region : figures) column.push_back(region.at(indicator));
      const std::vector<double> points = standardized(column, standardization);
      for (std::size_t r = 0; r < out.size(); ++r) out[r].groups[g] += weight * points[r];
      ++indicator;
    }
    for (IndexScore& score : out) score.score += of_groups[g] * score.groups[g];
  }
  return out;
}

}  // namespace hubwatt
