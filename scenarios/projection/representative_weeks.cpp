#include "scenarios/projection/representative_weeks.hpp"

#include <cmath>

#include "models/contract.hpp"

namespace hubwatt {

std::vector<RepresentativeWeek> representative_weeks(const Scenario& scenario, int count) {
  HUBWATT_EXPECTS(count >= 1 && count <= most_weeks);
  constexpr double days_of_year = 365.0, days_of_week = 7.0, seconds_of_day = 86400.0;
  const double segment = days_of_year / count;
  std::vector<RepresentativeWeek> weeks;
  for (int i = 0; i < count; ++i) {
    const double first_day = std::floor((i + 0.5) * segment - 0.5 * days_of_week);
    weeks.push_back({scenario.period.start + static_cast<std::int64_t>(first_day * seconds_of_day),
                     segment / days_of_week});
  }
  return weeks;
}

}  // namespace hubwatt
