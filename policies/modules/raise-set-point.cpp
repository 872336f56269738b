// Raises the supply's set point as far as it pays: of the allowed points that run as the plant is designed, takes the
// one at which plant and servers' fans together draw least, of equal ones the warmest. So it stops where the fans
// would eat what the plant saves. Never below the design's set point; `most_kelvin` bounds the raise. Leaves a cold
// store at rest. Looks at the points for the present weather and IT load. Ignores prices, carbon, water, and what
// warmth does to the life of servers.
#include <limits>
#include <string_view>

#include "policies/policy.hpp"

namespace {

using hubwatt::policy::Options;

class RaiseSetPoint : public hubwatt::policy::Cooling {
 public:
  explicit RaiseSetPoint(Options& options)
      : most_kelvin_(options.number("most_kelvin", std::numeric_limits<double>::max(), 0.0)) {}

  std::uint32_t choose(const hw_cooling_view&, std::span<const hw_cooling_point> points) override {
    const hw_cooling_point& design = points[0];
    const auto power = [&](std::uint32_t i) { return points[i].power_w + points[i].fan_power_w; };
    std::uint32_t best = 0;
    for (std::uint32_t i = 1; i < points.size(); ++i) {
      const hw_cooling_point& point = points[i];
      const double raise = point.supply_degc - design.supply_degc;
      const bool candidate = point.allowed != 0 && point.storage_w == 0.0 && raise >= 0.0 &&
                             raise <= most_kelvin_ && std::string_view(point.mode) == design.mode;
      if (!candidate) continue;
      const bool warmer = point.supply_degc > points[best].supply_degc;
      if (power(i) < power(best) || (power(i) == power(best) && warmer)) best = i;
    }
    return best;
  }

 private:
  double most_kelvin_;
};

}  // namespace

HUBWATT_POLICY(RaiseSetPoint, "raise-set-point", "1.0",
               "the set point of least plant and fan power, warmest of equals (option: most_kelvin)")
