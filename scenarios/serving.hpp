// Inference: once per step (and hour) the dispatch policy spreads each service's requests over the hubs, replicas
// are taken or given back to match, and the state found holds until the next time. Replicas take accelerators
// like gangs do, and before waiting jobs get a chance; nothing that runs is ever stopped for them. Replicas wake
// sleeping servers and answer at once: the minutes of waking are left out of latencies, their energy is not.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "models/inference.hpp"
#include "models/units.hpp"
#include "platforms/wan.hpp"
#include "policies/dispatch_policy.hpp"
#include "scenarios/scenario.hpp"
#include "scenarios/service_demand.hpp"
#include "scenarios/service_figures.hpp"
#include "scenarios/site.hpp"

namespace hubwatt {

class Serving {
 public:
  // The replicas of a service on one kind of server in one hub. A hub fills its kinds in the order of its racks.
  struct Deployment {
    std::size_t hub = 0;
    std::uint32_t pool = 0;
    double frequency = 1.0;  // clock, of the full one: that of its busiest moments, all the time
    ReplicaSpeed speed;
    std::vector<Shares> replicas;
    double offered_per_s = 0.0;  // requests sent here
    ServiceFigures rates;        // per second of simulated time, while the present plan holds
    double activity = 0.0;
    ShareFigures load;           // of all replicas
  };

  Serving(const Scenario& scenario, const Wan& wan, std::vector<Site>& sites);

  bool any() const { return !scenario_.inference.empty(); }
  std::size_t services() const { return scenario_.inference.size(); }
  // Accounts for the time since the last plan. Call before sites change hands at `now_s`.
  void account(double now_s);
  // New plan from `now_s` on. The sites' intervals must be accounted for.
  void plan(double now_s, std::int64_t utc_seconds, DispatchPolicy& policy, const hw_fleet& fleet);

  const std::vector<Deployment>& deployments(std::size_t service) const { return deployments_[service]; }
  // Sums of a hub since the step began; begins the next one.
  ServiceFigures end_step(std::size_t service, std::size_t hub);
  const ServiceFigures& total(std::size_t service) const { return totals_[service]; }
  double p99_first_token_s(std::size_t service) const { return first_tokens_[service].quantile(0.99); }

 private:
  struct Flow {
    std::size_t hub;
    double rate;
    Duration network;
  };

  void spread(std::size_t service, double now_s, double rate, DispatchPolicy& policy, hw_fleet fleet,
              std::vector<Flow>& flows);
  double capacity(const Deployment& deployment, const InferenceService& service) const;
  // Divides what each hub was given among its kinds of server.
  void divide(std::size_t service);
  void resize(Deployment& deployment, const InferenceService& service, double now_s);
  void settle(Deployment& deployment, const InferenceService& service);
  void settle_flows(std::size_t service);
  void load_sites();

  const Scenario& scenario_;
  const Wan& wan_;
  std::vector<Site>& sites_;
  double planned_s_ = 0.0;
  std::vector<std::vector<Deployment>> deployments_;  // by service, in the order of hubs and their servers
  std::vector<std::vector<ServiceFigures>> steps_;    // by service, then hub
  std::vector<std::vector<double>> offered_;          // requests per second, by service, then hub
  std::vector<double> unplaced_;                      // requests per second that no hub was given, by service
  std::vector<std::vector<Flow>> flows_;              // by service, from origins to hubs, of the present plan
  std::vector<ServiceFigures> totals_;
  std::vector<LogHistogram> first_tokens_;
  std::vector<ReplicaLoad> replicas_;                 // of the hub that is told of its load
};

}  // namespace hubwatt
