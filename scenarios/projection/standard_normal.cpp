#include "scenarios/projection/standard_normal.hpp"

#include <algorithm>
#include <boost/math/special_functions/erf.hpp>
#include <cmath>
#include <limits>
#include <numbers>

#include "models/contract.hpp"

namespace hubwatt {

double normal_share(double z) {
  return 0.5 * std::erfc(-z / std::numbers::sqrt2);
}

double normal_quantile(double p) {
  HUBWATT_EXPECTS(p > 0.0 && p < 1.0);
  // Not in long double, which is slow, and of another width on other machines.
  using Plain = boost::math::policies::policy<boost::math::policies::promote_double<false>>;
  return -std::numbers::sqrt2 * boost::math::erfc_inv(2.0 * p, Plain{});
}

double inner_share(double p) {
  return std::clamp(p, 0x1p-64, 1.0 - 0.5 * std::numeric_limits<double>::epsilon());
}

}  // namespace hubwatt
