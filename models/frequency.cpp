#include "models/frequency.hpp"

#include <algorithm>
#include <cmath>

#include "models/contract.hpp"

namespace hubwatt {

double speed_at(double frequency, double clock_bound) {
  HUBWATT_EXPECTS(frequency > 0.0 && clock_bound >= 0.0 && clock_bound <= 1.0);
  return 1.0 / ((1.0 - clock_bound) + clock_bound / frequency);
}

double power_share(const Frequency& clocks, double frequency) {
  return frequency == 1.0 ? 1.0 : std::pow(frequency, clocks.power_exponent);
}

std::optional<double> highest_state(const Frequency& clocks, double at_most) {
  constexpr double rounding = 1e-12;
  if (at_most + rounding < clocks.least) return std::nullopt;
  if (clocks.states.empty()) return std::clamp(at_most, clocks.least, 1.0);
  const auto above = std::upper_bound(clocks.states.begin(), clocks.states.end(), at_most + rounding);
  if (above == clocks.states.begin()) return std::nullopt;
  return *(above - 1);
}

std::optional<double> frequency_for_cap(const ServerPower& server, const Frequency& clocks, Power cap,
                                        double activity) {
  const double wanted = power_share(server, activity);
  const Power span = server.peak - server.idle;
  if (server.idle > cap) return std::nullopt;
  if (span * wanted <= cap - server.idle) return highest_state(clocks, 1.0);
  const double allowed = (cap - server.idle) / (span * wanted);
  return highest_state(clocks, std::pow(allowed, 1.0 / clocks.power_exponent));
}

}  // namespace hubwatt
