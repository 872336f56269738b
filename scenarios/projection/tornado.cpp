#include "scenarios/projection/tornado.hpp"

#include <algorithm>
#include <cmath>

#include "scenarios/projection/quantile.hpp"

namespace hubwatt {
namespace {

double width(const TornadoBar& bar) {
  const double out = std::abs(bar.at_p95 - bar.at_p05);
  if (std::isnan(out)) return -1.0;  // undefined ones last
  constexpr double rounding = 1e-12;
  return out > rounding * std::abs(bar.at_p05) ? out : 0.0;
}

}  // namespace

std::vector<Tornado> tornado(std::span<const DrawnInput> inputs, std::size_t outputs,
                             const Evaluate& evaluate) {
  std::vector<double> centre;
  for (const DrawnInput& input : inputs) centre.push_back(central(input.distribution));
  const auto evaluate_at = [&](Draw draw) {
    std::vector<double> values(outputs);
    evaluate(draw, values);
    return values;
  };
  std::vector<Tornado> out(outputs);
  const std::vector<double> in_the_middle = evaluate_at(centre);
  for (std::size_t k = 0; k < outputs; ++k) out[k].central = in_the_middle[k];
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    std::vector<double> moved = centre;
    moved[i] = quantile(inputs[i], 0.05);
    const std::vector<double> low = evaluate_at(moved);
    moved[i] = quantile(inputs[i], 0.95);
    const std::vector<double> high = evaluate_at(moved);
    for (std::size_t k = 0; k < outputs; ++k) out[k].bars.push_back({i, low[k], high[k]});
  }
  for (Tornado& one : out) {
    std::stable_sort(one.bars.begin(), one.bars.end(),
                     [](const TornadoBar& a, const TornadoBar& b) { return width(a) > width(b); });
  }
  return out;
}

}  // namespace hubwatt
