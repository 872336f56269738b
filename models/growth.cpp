#include "models/growth.hpp"

#include <cmath>

#include "models/contract.hpp"

namespace hubwatt {

double grown(double start, double rate, double years) {
  HUBWATT_EXPECTS(rate > -1.0);
  return start * std::pow(1.0 + rate, years);
}

double growth_rate(double start, double later, double years) {
  HUBWATT_EXPECTS(start > 0.0 && later > 0.0 && years != 0.0);
  return std::pow(later / start, 1.0 / years) - 1.0;
}

double years_of_growth(double start, double later, double rate) {
  HUBWATT_EXPECTS(start > 0.0 && later > 0.0 && rate > -1.0 && rate != 0.0);
  return std::log(later / start) / std::log1p(rate);
}

}  // namespace hubwatt
