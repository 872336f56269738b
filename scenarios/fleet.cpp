#include "scenarios/fleet.hpp"

#include <algorithm>

#include "models/units.hpp"

namespace hubwatt {

namespace {
std::int32_t side_code(Side side) {
  return side == Side::east ? HW_SIDE_EAST : side == Side::west ? HW_SIDE_WEST : HW_SIDE_NONE;
}
}  // namespace

Fleet::Fleet(const Platform& platform, const Wan& wan, const std::vector<Site>& sites)
    : sites_(sites), on_the_way_(sites.size(), 0) {
  for (const Site& site : sites) {
    hw_hub hub{};
    hub.id = site.hub().id.c_str();
    hub.side = side_code(site.hub().side);
    for (const ServerPool& pool : site.queue.pools()) hub.accelerators += pool.servers() * pool.accelerators_per_server();
    hub.widest_job = site.widest_job();
    widest_ = std::max(widest_, hub.widest_job);
    hubs_.push_back(hub);
  }
  for (std::size_t origin = 0; origin < platform.origins.size(); ++origin) {
    auto& row = latency_s_.emplace_back();
    for (std::size_t hub = 0; hub < sites.size(); ++hub)
      row.push_back(wan.latency(OriginId{origin}, HubId{hub}) / unit::second);
  }
}

void Fleet::begin_hour(std::size_t hub, std::int64_t utc_seconds) {
  sites_[hub].source.forecast(utc_seconds, hubs_[hub].carbon_kg_per_kwh, hubs_[hub].price_cny_per_kwh);
}

hw_fleet Fleet::view(double now_s, std::int32_t origin) {
  for (std::size_t i = 0; i < hubs_.size(); ++i) {
    const Site& site = sites_[i];
    hw_hub& hub = hubs_[i];
    hub.accelerators_free = site.queue.free_accelerators();
    const auto waiting = static_cast<std::int64_t>(site.queue.waiting_accelerators()) + on_the_way_[i];
    hub.accelerators_waiting = static_cast<std::uint32_t>(std::clamp<std::int64_t>(waiting, 0, UINT32_MAX));
    hub.it_power_w = site.servers.load().power / unit::W;
    hub.facility_power_w = site.facility_power() / unit::W;
    hub.renewable_power_w = site.conditions.renewable_power() / unit::W;
  }
  return {now_s, static_cast<std::uint32_t>(hubs_.size()), hubs_.data(),
          origin >= 0 ? latency_s_[static_cast<std::size_t>(origin)].data() : nullptr};
}

}  // namespace hubwatt
