#include "policies/cooling_policy.hpp"

#include <limits>

#include "models/contract.hpp"
#include "policies/message.hpp"

namespace hubwatt {

std::uint32_t CoolingPolicy::choose(const hw_cooling_view& view) {
  HUBWATT_EXPECTS(view.point_count > 0 && view.points[0].allowed != 0);
  std::uint32_t point = std::numeric_limits<std::uint32_t>::max();
  instance_.ask(view.now_s, instance_.functions().choose_cooling, &view, &point);
  if (point >= view.point_count) {
    instance_.refuse(view.now_s, message("chose point ", point, " for hub ", view.hub, ", but there are ",
                                         view.point_count, " (counted from 0)"));
  }
  if (view.points[point].allowed == 0) {
    instance_.refuse(view.now_s, message("chose point ", point, " (", view.points[point].mode, ") for hub ",
                                         view.hub, ", which the equipment's limits forbid now"));
  }
  return point;
}

}  // namespace hubwatt
