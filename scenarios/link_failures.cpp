#include "scenarios/link_failures.hpp"

#include "models/units.hpp"

namespace hubwatt {

LinkFailures::LinkFailures(const Platform& platform, std::uint64_t seed, SimgridClock& clock, Transfers& transfers)
    : platform_(platform), clock_(clock), transfers_(transfers) {
  if (!platform.mean_time_to_repair) return;
  for (std::size_t i = 0; i < platform.links.size(); ++i) {
    random_.emplace_back(seed, "link/" + platform.links[i].id);
    if (platform.links[i].availability < 1.0) fail_after(i, 0.0);
  }
}

void LinkFailures::fail_after(std::size_t link, double now_s) {
  const double availability = platform_.links[link].availability;
  const double repair_s = *platform_.mean_time_to_repair / unit::second;
  const double at_s = now_s + random_[link].exponential(repair_s * availability / (1.0 - availability));
  clock_.set_timer(at_s, [this, link, at_s] {
    transfers_.set_link(LinkId{link}, LinkState::down);
    repair_after(link, at_s);
  });
}

void LinkFailures::repair_after(std::size_t link, double now_s) {
  const double at_s = now_s + random_[link].exponential(*platform_.mean_time_to_repair / unit::second);
  clock_.set_timer(at_s, [this, link, at_s] {
    transfers_.set_link(LinkId{link}, LinkState::up);
    fail_after(link, at_s);
  });
}

}  // namespace hubwatt
