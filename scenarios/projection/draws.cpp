#include "scenarios/projection/draws.hpp"

#include "models/contract.hpp"
#include "models/random.hpp"
#include "scenarios/projection/joint_distribution.hpp"
#include "scenarios/projection/unit_points.hpp"

namespace hubwatt {

Draws::Draws(std::size_t count, std::size_t inputs, std::vector<double> values)
    : count_(count), inputs_(inputs), values_(std::move(values)) {
  HUBWATT_EXPECTS(values_.size() == count_ * inputs_);
}

Draws make_draws(std::span<const DrawnInput> inputs, const DrawSettings& settings, std::uint64_t seed,
                 std::size_t count) {
  const JointDistribution joint(inputs, settings.correlations);
  std::vector<std::string> names;
  for (const DrawnInput& input : inputs) names.push_back(input.path);
  std::vector<double> table = unit_points(settings.sequence, names, seed, count);
  for (std::size_t i = 0; i < count; ++i) {
    joint.shares_to_values(std::span(table).subspan(i * inputs.size(), inputs.size()));
  }
  return {count, inputs.size(), std::move(table)};
}

std::uint64_t replicate_seed(std::uint64_t seed, std::size_t k) {
  return Random(seed, "replicate " + std::to_string(k)).bits();
}

}  // namespace hubwatt
