#include "models/economy_regression.hpp"

#include <cmath>

#include "models/contract.hpp"

namespace hubwatt {

double elasticity(const CityRegression& regression, City city) {
  HUBWATT_EXPECTS(!regression.terms.empty());
  return regression.terms.front().slope + (city == City::hub ? regression.hub_interaction : 0.0);
}

double elasticity(const ThresholdRegression& regression, GdpGroup group) {
  return group == GdpGroup::low ? regression.low : regression.high;
}

double predicted_log_gdp(const CityRegression& regression, std::span<const double> logs, City city,
                         double effect) {
  HUBWATT_EXPECTS(!logs.empty() && logs.size() == regression.terms.size());
  double sum = regression.constant + effect;
  for (std::size_t i = 0; i < logs.size(); ++i) sum += regression.terms[i].slope * logs[i];
  if (city == City::hub) sum += regression.hub_interaction * logs.front();
  return sum;
}

double relative_change(double elasticity, double ratio) {
  HUBWATT_EXPECTS(ratio > 0.0);
  return std::expm1(elasticity * std::log(ratio));
}

}  // namespace hubwatt
