// Takes the allowed operating point that draws the least power in the coming step, plant and the servers' own
// fans together; of equal ones that of less water, then the first. Leaves a cold store at rest: to spend what is
// stored would look cheap at every hour. Looks at the points as computed for the present weather and IT load.
// Ignores prices, carbon, the water's value against power, and what changing the point would cost.
#include <tuple>

#include "policies/policy.hpp"

namespace {

class MostEfficient : public hubwatt::policy::Cooling {
 public:
  std::uint32_t choose(const hw_cooling_view&, std::span<const hw_cooling_point> points) override {
    const auto cost = [&](std::uint32_t i) {
      const hw_cooling_point& point = points[i];
      const bool at_rest = point.storage_w == 0.0;
      return std::tuple(point.allowed == 0 || !at_rest, point.power_w + point.fan_power_w, point.water_l_per_h);
    };
    std::uint32_t best = 0;
    for (std::uint32_t i = 1; i < points.size(); ++i) {
      if (cost(i) < cost(best)) best = i;
    }
    return best;
  }
};

}  // namespace

HUBWATT_POLICY(MostEfficient, "most-efficient", "1.1",
               "the allowed cooling point of least power, servers' fans included, then least water")
