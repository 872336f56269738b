#include "scenarios/projection/uncertain.hpp"

#include "scenarios/projection/quantile.hpp"

namespace hubwatt {

std::optional<Uncertain> read_uncertain(const Node& node, ReadBase read, const Scale& scale,
                                        const Limits& limits, Reading& reading) {
  if (node.table() == nullptr) {
    const auto value = read(node, limits, reading);
    if (!value) return std::nullopt;
    return Uncertain{*value, -1};
  }
  auto distribution = read_distribution(node, read, scale, limits, reading);
  if (!distribution || !reading.fine(node)) return std::nullopt;
  DrawnInput input{node.path, std::move(*distribution), limits.low, limits.high, scale};
  if (const auto problem = support_problem(input)) {
    reading.mistake(node, *problem);
    return std::nullopt;
  }
  const double middle = central(input.distribution);
  if (reading.drawn == nullptr) {
    reading.mistake(node, "is drawn, and only a projection's figures may be");
    return std::nullopt;
  }
  reading.drawn->push_back(std::move(input));
  return Uncertain{middle, static_cast<int>(reading.drawn->size()) - 1};
}

}  // namespace hubwatt
