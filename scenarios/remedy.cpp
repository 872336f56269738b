#include "scenarios/remedy.hpp"

#include <algorithm>
#include <cmath>

#include "models/units.hpp"

namespace hubwatt {
namespace {

Change saving(const char* what, const char* what_zh, Energy energy) {
  return {what, what_zh, energy / unit::kWh, "kWh"};
}

// Cooling first, for it is most of what is not IT as a rule; the rest where cooling cannot give it all.
std::vector<Change> lower_pue(double limit, const Tally& sums) {
  const Energy excess = sums.facility() - limit * sums.it;
  const Energy of_cooling = std::min(excess, sums.cooling);
  std::vector<Change> changes{saving("cooling energy to save", "需节约的制冷能耗", of_cooling)};
  if (excess > of_cooling) {
    changes.push_back(saving("power chain losses and other energy to save", "需节约的供配电损耗及其他能耗",
                             excess - of_cooling));
  }
  return changes;
}

}  // namespace

std::vector<Change> changes_to_meet(std::string_view indicator, double limit, double value,
                                    const KpiInput& figures) {
  if (indicator == "pue") return lower_pue(limit, figures.sums);
  if (indicator == "green_share") {
    return {saving("green energy to buy", "需购入的绿色电力",
                   limit * figures.sums.facility() - figures.green.counted)};
  }
  if (indicator == "rack_occupancy") {
    // Whole racks; the slack keeps a product that rounds up from asking for one more.
    const double racks = std::ceil(limit * figures.rack_positions - figures.racks - 1e-6);
    return {{"racks to fill", "需上架的机架", racks, ""}};
  }
  const bool too_high = value > limit;
  const std::string name(indicator);
  return {{name + (too_high ? " to take off" : " to gain"), name + (too_high ? "需降低" : "需提高"),
           std::abs(value - limit), ""}};
}

}  // namespace hubwatt
