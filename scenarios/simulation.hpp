// One run, from the first second to the last: SimGrid's clock and network, the hubs, the jobs, the services, and the
// tick of hours and steps at which weather, tariffs and decisions change. One per process (SimGrid's engine cannot
// start twice): see run.hpp, which forks.
//
// SimGrid is woken at each of our dates only while something of its own is under way (data on the network, Execs of
// the reference engine); else it follows from tick to tick, which costs a fifth less and changes no date.
//
// Order at one date: jobs end; then the tick closes the past step and decides on the next; then held jobs, new
// jobs and data arrive and queues start what fits. Between two events everything is constant.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "platforms/simgrid_clock.hpp"
#include "scenarios/job_flow.hpp"
#include "scenarios/link_failures.hpp"
#include "scenarios/outages.hpp"
#include "scenarios/run_result.hpp"
#include "scenarios/serving.hpp"

namespace hubwatt {

class ReferenceEngine;

// Called now and then with the share of simulated time that is done, 0..1.
using Progress = std::function<void(double)>;

class Simulation {
 public:
  // The scenario and the policies outlive the simulation.
  Simulation(const Scenario& scenario, Policies& policies, RunFiles& files);
  ~Simulation();

  // Keeps what hubs were asked at some moments, for assumption_effects.hpp. Before it runs.
  void keep_samples(Sampling sampling);
  // Runs to the end, writes all rows. Throws PolicyError, Error; InvariantError where a balance does not close.
  RunResult run(const Progress& progress);
  // Sums of every hub so far. To be asked for from `progress`.
  std::vector<Tally> sums() const;

 private:
  void connect_reference_engine();
  void send(HubId from, HubId to, DataSize size, double now_s, std::function<void(double)> arrived);
  void arm();
  void once_settled(double date_s, std::function<void()> action);
  void drain(double date_s);
  void tick(double now_s);
  void end_steps(double now_s);
  void decide(double now_s);
  bool hour_begins(std::size_t clock, double now_s) const;
  double next_tick(double now_s) const;
  std::int64_t utc(double now_s) const;
  RunResult result() const;

  const Scenario& scenario_;
  Policies& policies_;
  RunFiles& files_;
  Wan wan_;
  SimgridClock clock_;
  std::unique_ptr<ReferenceEngine> reference_;
  SimgridPlatform built_;
  Transfers transfers_;
  LinkFailures link_failures_;
  Outages outages_;
  JobTable jobs_;
  EventQueue events_;
  std::vector<Site> sites_;
  Fleet fleet_;
  Serving serving_;
  JobFlow flow_;
  ItMeter it_meter_;
  double length_s_, step_s_;
  std::vector<double> first_hour_s_;  // from the start to the first full hour: each site's, last the demand's
  double step_begin_s_ = 0.0;
  double next_tick_s_ = 0.0;
  double armed_s_;
  std::size_t sending_ = 0;   // transfers under way or about to start
  bool woken_ = false;        // SimGrid wakes us at our dates, until the next tick at least
  JointPeaks peaks_;
};

}  // namespace hubwatt
