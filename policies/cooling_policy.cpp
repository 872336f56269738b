#include "policies/cooling_policy.hpp"

#include <cmath>
#include <limits>

#include "models/contract.hpp"
#include "policies/message.hpp"

namespace hubwatt {
namespace {

double rounded(double degc) {
  return std::round(10.0 * degc) / 10.0;
}

}  // namespace

std::uint32_t CoolingPolicy::choose(const hw_cooling_view& view, const PointTexts& texts) {
  HUBWATT_EXPECTS(view.point_count > 0 && view.points[0].allowed != 0);
  std::uint32_t point = std::numeric_limits<std::uint32_t>::max();
  instance_.ask(view.now_s, instance_.functions().choose_cooling, &view, &point);
  const auto hub = [&] { return texts.hub.empty() ? message(view.hub) : std::string(texts.hub); };
  if (point >= view.point_count) {
    instance_.refuse(view.now_s, message("chose point ", point, " for hub ", hub(), ", but there are ",
                                         view.point_count, " (counted from 0)"));
  }
  const hw_cooling_point& chosen = view.points[point];
  if (chosen.allowed == 0) {
    const char* const store = chosen.storage_w > 0.0   ? ", charging the store"
                              : chosen.storage_w < 0.0 ? ", discharging the store"
                                                       : "";
    instance_.refuse(
        view.now_s,
        message("chose point ", point, " (", chosen.mode, ", supply at ", rounded(chosen.supply_degc),
                " degC, servers' inlet at ", rounded(chosen.inlet_degc), " degC", store, ") for hub ", hub(),
                ", which is forbidden now: ",
                texts.limit ? texts.limit(point) : std::string("it breaks the equipment's limits")));
  }
  return point;
}

}  // namespace hubwatt
