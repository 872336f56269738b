// Takes the allowed operating point of the cooling plant that draws the least power in the coming step; of
// equal ones that of less water, then the first. Looks at power and water of the points as computed for the
// present weather and IT load. Ignores prices, carbon, the water's value against power, and what changing the
// point would cost.
#include <tuple>

#include "policies/policy.hpp"

namespace {

class MostEfficient : public hubwatt::policy::Cooling {
 public:
  std::uint32_t choose(const hw_cooling_view&, std::span<const hw_cooling_point> points) override {
    const auto cost = [&](std::uint32_t i) {
      return std::tuple(points[i].allowed == 0, points[i].power_w, points[i].water_l_per_h);
    };
    std::uint32_t best = 0;
    for (std::uint32_t i = 1; i < points.size(); ++i) {
      if (cost(i) < cost(best)) best = i;
    }
    return best;
  }
};

}  // namespace

HUBWATT_POLICY(MostEfficient, "most-efficient", "1.0",
               "the allowed cooling point of least power, then least water")
