// Takes the allowed operating point that drinks least, and of equal ones that of least power, servers' fans
// included. With `litre_worth_kwh` the water has a price instead: the point of least power + litre_worth_kwh x water
// stress x water, so that a litre is saved for at most so many kilowatt-hours, and for more of them where water is
// scarce. Leaves a cold store at rest. Looks at the points for the present weather and IT load. Ignores prices,
// carbon, and the water that power stations drink for the power it spends.
#include <limits>
#include <tuple>

#include "policies/policy.hpp"

namespace {

using hubwatt::policy::Options;

class WaterSaver : public hubwatt::policy::Cooling {
 public:
  explicit WaterSaver(Options& options)
      : litre_worth_kwh_(options.number("litre_worth_kwh", any_power, 0.0)) {}

  std::uint32_t choose(const hw_cooling_view& view, std::span<const hw_cooling_point> points) override {
    const auto cost = [&](std::uint32_t i) {
      const hw_cooling_point& point = points[i];
      const bool out_of_question = point.allowed == 0 || point.storage_w != 0.0;
      const double power_kw = (point.power_w + point.fan_power_w) / 1000.0;
      const double water = view.water_stress * point.water_l_per_h;
      if (litre_worth_kwh_ == any_power) return std::tuple(out_of_question, water, power_kw);
      return std::tuple(out_of_question, power_kw + litre_worth_kwh_ * water, water);
    };
    std::uint32_t best = 0;
    for (std::uint32_t i = 1; i < points.size(); ++i) {
      if (cost(i) < cost(best)) best = i;
    }
    return best;
  }

 private:
  static constexpr double any_power = std::numeric_limits<double>::max();
  double litre_worth_kwh_;
};

}  // namespace

HUBWATT_POLICY(WaterSaver, "water-saver", "1.0",
               "the allowed cooling point of least water, then least power (option: litre_worth_kwh)")
