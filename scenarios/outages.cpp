#include "scenarios/outages.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "models/units.hpp"

namespace hubwatt {

Outages::Outages(const Scenario& scenario) : results_(scenario.outages.size()) {
  for (const Outage& outage : scenario.outages) {
    const double begin = static_cast<double>(outage.start - scenario.period.start);
    spans_.push_back({outage.hub.index, outage.equipment, outage.count, begin, begin + outage.length / unit::second});
    changes_.insert(changes_.end(), {begin, spans_.back().end_s});
    if (outage.equipment != OutageEquipment::feed) continue;
    for (const Generator& set : scenario.platform.hubs[outage.hub.index].generators)
      changes_.push_back(begin + set.start_delay / unit::second);
  }
  std::sort(changes_.begin(), changes_.end());
  join_feeds();
}

// Outages of one feed that overlap or touch are one to its standby sets.
void Outages::join_feeds() {
  std::vector<Span> feeds;
  for (const Span& span : spans_)
    if (span.equipment == OutageEquipment::feed) feeds.push_back(span);
  std::sort(feeds.begin(), feeds.end(), [](const Span& a, const Span& b) {
    return std::pair(a.hub, a.begin_s) < std::pair(b.hub, b.begin_s);
  });
  for (const Span& span : feeds) {
    if (!feeds_out_.empty() && feeds_out_.back().hub == span.hub && span.begin_s <= feeds_out_.back().end_s)
      feeds_out_.back().end_s = std::max(feeds_out_.back().end_s, span.end_s);
    else
      feeds_out_.push_back(span);
  }
}

double Outages::next_change(double now_s) const {
  const auto next = std::upper_bound(changes_.begin(), changes_.end(), now_s);
  return next == changes_.end() ? std::numeric_limits<double>::infinity() : *next;
}

HubOutages Outages::at(std::size_t hub, double now_s) const {
  HubOutages out;
  for (const Span& span : spans_) {
    if (span.hub != hub || !span.covers(now_s)) continue;
    switch (span.equipment) {
      case OutageEquipment::feed:
        out.feed = true;
        out.feed_out_for = feed_out_for(hub, now_s) * unit::second;
        break;
      case OutageEquipment::transformer_module:
        out.modules.transformer += span.count;
        break;
      case OutageEquipment::ups_module:
        out.modules.ups += span.count;
        break;
      case OutageEquipment::distribution_module:
        out.modules.distribution += span.count;
        break;
      case OutageEquipment::cooling_unit:
        out.cooling_units += span.count;
        break;
    }
  }
  return out;
}

double Outages::feed_out_for(std::size_t hub, double now_s) const {
  for (const Span& span : feeds_out_)
    if (span.hub == hub && span.covers(now_s)) return now_s - span.begin_s;
  return 0.0;
}

void Outages::not_served(std::size_t hub, double begin_s, Power shed, Duration length) {
  if (shed <= Power{}) return;
  for (std::size_t i = 0; i < spans_.size(); ++i) {
    if (spans_[i].hub != hub || !spans_[i].covers(begin_s)) continue;
    OutageResult& result = results_[i];
    result.not_served += shed * length;
    result.not_served_time += length;
    result.greatest_shed = std::max(result.greatest_shed, shed);
  }
}

}  // namespace hubwatt
