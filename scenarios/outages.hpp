// The outages of a run by date: what is out at a hub now, when that changes next, and what each outage cost in load
// that could not be served. Dates are seconds since the start of the run.
#pragma once

#include <cstddef>
#include <vector>

#include "platforms/outage.hpp"
#include "scenarios/scenario.hpp"

namespace hubwatt {

// Energy not served is the reliability literature's term: IT energy that was asked for and could not be delivered.
struct OutageResult {
  Energy not_served{};
  Duration not_served_time{};
  Power greatest_shed{};
};

class Outages {
 public:
  explicit Outages(const Scenario& scenario);

  // The next date after `now_s` at which an outage begins or ends, or at which standby sets of an outage of the feed
  // are up to speed; infinity where none follows.
  double next_change(double now_s) const;
  HubOutages at(std::size_t hub, double now_s) const;

  // Books IT load that was shed between two changes to every outage under way at that hub.
  void not_served(std::size_t hub, double begin_s, Power shed, Duration length);
  const std::vector<OutageResult>& results() const { return results_; }

 private:
  struct Span {
    std::size_t hub;
    OutageEquipment equipment;
    int count;
    double begin_s, end_s;
    bool covers(double now_s) const { return begin_s <= now_s && now_s < end_s; }
  };
  void join_feeds();
  double feed_out_for(std::size_t hub, double now_s) const;

  std::vector<Span> spans_;      // beside Scenario::outages
  std::vector<Span> feeds_out_;  // joined, by hub and date
  std::vector<double> changes_;  // sorted
  std::vector<OutageResult> results_;
};

}  // namespace hubwatt
