#include "models/tariff.hpp"

#include <numeric>
#include <span>
#include <utility>

#include "models/contract.hpp"

namespace hubwatt {

Tariff tariff_from(std::string id, const TariffPeriods& periods) {
  Tariff out{std::move(id), Tariff::flat_factors()};
  const auto set = [&out](std::span<const int> hours, double ratio) {
    for (const int hour : hours) {
      HUBWATT_EXPECTS(hour >= 0 && hour < 24);
      out.factor[static_cast<std::size_t>(hour)] = ratio;
    }
  };
  // In rising order of precedence: the last to write an hour wins.
  set(periods.valley_hours, periods.valley_ratio);
  set(periods.peak_hours, periods.peak_ratio);
  set(periods.critical_hours, periods.critical_ratio);
  return out;
}

double mean_factor(const Tariff& tariff) {
  return std::accumulate(tariff.factor.begin(), tariff.factor.end(), 0.0) / 24.0;
}

}  // namespace hubwatt
