#include "scenarios/compliance.hpp"

namespace hubwatt {

std::vector<RuleCheck> check_rules(const Platform& platform, std::span<const KpiInput> hubs) {
  std::vector<RuleCheck> checks;
  for (std::size_t i = 0; i < platform.hubs.size(); ++i) {
    const Hub& hub = platform.hubs[i];
    const auto found_pue = pue(hubs[i]);
    if (hub.pue_limit && found_pue)
      checks.push_back({"pue_limit", hub.id, *hub.pue_limit, *found_pue, *hub.pue_limit - *found_pue,
                        *found_pue <= *hub.pue_limit, "platform file, hub." + hub.id + ".pue_limit"});
    const auto green = green_share(hubs[i]);
    if (hub.green_share_target && green)
      checks.push_back({"green_share_target", hub.id, *hub.green_share_target, *green,
                        *green - *hub.green_share_target, *green >= *hub.green_share_target,
                        "platform file, hub." + hub.id + ".green_share_target"});
  }
  return checks;
}

}  // namespace hubwatt
