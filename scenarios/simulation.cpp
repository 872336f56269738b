#include "scenarios/simulation.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "models/error.hpp"
#include "models/units.hpp"
#include "scenarios/plant_decisions.hpp"
#include "scenarios/reference_engine.hpp"

namespace hubwatt {

namespace {

constexpr double never = std::numeric_limits<double>::infinity();
constexpr double hour_s = 3600.0;

std::vector<Site> make_sites(const Scenario& scenario, JobTable& jobs, const HubQueue::Started& started) {
  std::vector<Site> sites;
  sites.reserve(scenario.platform.hubs.size());
  for (std::size_t i = 0; i < scenario.platform.hubs.size(); ++i)
    sites.emplace_back(scenario.platform.hubs[i], static_cast<std::uint32_t>(i), scenario.platform, scenario.seed,
                       jobs, started);
  return sites;
}

// Seconds from the start to the first full hour of a place's clock.
double first_full_hour(std::int64_t start, Duration utc_offset) {
  const std::int64_t local = start + static_cast<std::int64_t>(utc_offset / unit::second);
  const std::int64_t into_hour = ((local % 3600) + 3600) % 3600;
  return into_hour == 0 ? 0.0 : hour_s - static_cast<double>(into_hour);
}

bool on_grid(double value, double unit_s) {
  return std::abs(value / unit_s - std::round(value / unit_s)) < 1e-9;
}

std::unique_ptr<ReferenceEngine> reference_for(const Scenario& scenario, SimgridClock& clock) {
  if (scenario.engine == EngineKind::event) return nullptr;
  return std::make_unique<ReferenceEngine>(clock, scenario.platform);
}

}  // namespace

Simulation::Simulation(const Scenario& scenario, Policies& policies, RunFiles& files)
    : scenario_(scenario),
      policies_(policies),
      files_(files),
      wan_(scenario.platform),
      reference_(reference_for(scenario, clock_)),
      built_(build_simgrid_platform(clock_, scenario.platform, wan_,
                                    reference_ ? ServerHosts::one_each : ServerHosts::none)),
      transfers_(clock_, built_, scenario.platform, wan_, scenario.period.step),
      link_failures_(scenario.platform, scenario.seed, clock_, transfers_),
      outages_(scenario),
      sites_(make_sites(scenario, jobs_, [this](JobSlot slot, double now_s) { flow_.started(slot, now_s); })),
      fleet_(scenario.platform, wan_, sites_),
      serving_(scenario, wan_, sites_),
      flow_(scenario, wan_, jobs_, sites_, events_),
      length_s_(scenario.period.length / unit::second),
      step_s_(scenario.period.step / unit::second),
      armed_s_(never) {
  for (const Hub& hub : scenario.platform.hubs)
    first_hour_s_.push_back(first_full_hour(scenario.period.start, hub.utc_offset));
  first_hour_s_.push_back(first_full_hour(scenario.period.start, demand_clock));
  flow_.connect(fleet_, policies_,
                [this](HubId from, HubId to, DataSize size, double now_s, std::function<void(double)> arrived) {
                  send(from, to, size, now_s, std::move(arrived));
                },
                files_);
  for (Site& site : sites_) site.outage_book = &outages_;
  if (reference_) connect_reference_engine();
}

Simulation::~Simulation() = default;

void Simulation::connect_reference_engine() {
  reference_->connect(
      built_, sites_,
      [this](JobSlot slot, std::uint64_t job_id, double date_s) {
        events_.push(date_s, EventKind::completion, slot, job_id);
      },
      [this](double now_s) {
        once_settled(now_s, [this, now_s] {
          drain(now_s);
          arm();
        });
      });
  flow_.execute_with([this](JobSlot slot, const Job& job) { reference_->begin(slot, job); });
  it_meter_ = [this](std::size_t hub) { return reference_->energy_above_idle(hub); };
  for (Site& site : sites_) site.it_meter = &it_meter_;
}

std::int64_t Simulation::utc(double now_s) const {
  return scenario_.period.start + static_cast<std::int64_t>(std::llround(now_s));
}

bool Simulation::hour_begins(std::size_t clock, double now_s) const {
  return on_grid(now_s - first_hour_s_[clock], hour_s);
}

// The next full hour of anybody's clock, end of a step, change of an outage, or end of the run.
double Simulation::next_tick(double now_s) const {
  const double steps = std::floor(now_s / step_s_ + 1e-9) + 1.0;
  double next = std::min({steps * step_s_, outages_.next_change(now_s), length_s_});
  for (const double first : first_hour_s_) {
    const double hours = std::floor((now_s - first) / hour_s + 1e-9) + 1.0;
    next = std::min(next, first + hours * hour_s);
  }
  return next;
}

// Begins at a timer of its date, since SimGrid's clock may still stand at the last tick.
void Simulation::send(HubId from, HubId to, DataSize size, double now_s, std::function<void(double)> arrived) {
  ++sending_;
  woken_ = true;
  clock_.set_timer(now_s, [this, from, to, size, arrived = std::move(arrived)] {
    transfers_.start(from, to, size, [this, arrived](double arrived_s) {
      --sending_;
      drain(arrived_s);
      arrived(arrived_s);
      arm();
    });
  });
}

// SimGrid wakes us at the first of our dates; a timer that finds nothing due does nothing.
void Simulation::arm() {
  if (!woken_ || events_.empty() || events_.top().date_s >= armed_s_) return;
  const double date = events_.top().date_s;
  const bool waits_for_tick = date >= next_tick_s_ && events_.top().kind > EventKind::tick;
  if (date > length_s_ || waits_for_tick) return;
  armed_s_ = date;
  clock_.set_timer(date, [this, date] {
    once_settled(date, [this, date] {
      if (armed_s_ == date) armed_s_ = never;
      drain(date);
      arm();
    });
  });
}

// At once, or in the reference engine when the jobs that end at this date have ended in SimGrid too.
void Simulation::once_settled(double date_s, std::function<void()> action) {
  if (!reference_ || reference_->settled(date_s)) return action();
  constexpr double a_moment_s = 1e-8;
  clock_.set_timer(clock_.now() + a_moment_s,
                   [this, date_s, action = std::move(action)] { once_settled(date_s, action); });
}

// Handles what is due at `date_s` or before, in order; new work of a tick's date waits for the tick. Where something
// starts to move, the rest is left to SimGrid's timers, so that data and dates stay in order.
void Simulation::drain(double date_s) {
  const auto due = [&] {
    if (events_.empty() || events_.top().date_s > date_s) return false;
    return events_.top().date_s < next_tick_s_ || events_.top().kind < EventKind::tick;
  };
  const bool was_woken = woken_;
  while (due() && woken_ == was_woken) {
    const double now_s = events_.top().date_s;
    const EventKind kind = events_.top().kind;
    do {
      flow_.handle(events_.pop());
    } while (due() && events_.top().date_s == now_s && events_.top().kind == kind);
    flow_.schedule(now_s);
  }
}

void Simulation::decide(double now_s) {
  const std::int64_t at = utc(now_s);
  if (serving_.any()) {
    serving_.plan(now_s, at, policies_.dispatch, fleet_.view(now_s, -1));
    for (std::size_t hub = 0; hub < sites_.size(); ++hub) flow_.capacity_changed(hub);
  }
  for (Site& site : sites_) {
    decide_cooling(site, policies_.cooling, now_s, at);
    decide_supply(site, policies_.supply, now_s, at);
  }
}

void Simulation::end_steps(double now_s) {
  Power total{}, east{}, west{};
  const Duration length = (now_s - step_begin_s_) * unit::second;
  for (Site& site : sites_) {
    const Closing closing = now_s >= length_s_ ? Closing::yes : Closing::no;
    const Tally sums = site.end_step(utc(step_begin_s_), closing);
    files_.step(site, step_begin_s_, sums);
    const Power mean = sums.facility() / length;
    total += mean;
    if (site.hub().side == Side::east) east += mean;
    if (site.hub().side == Side::west) west += mean;
    for (std::size_t s = 0; s < scenario_.inference.size(); ++s)
      files_.service_step(s, site.hub(), step_begin_s_, length, serving_.end_step(s, site.index()));
  }
  peaks_ = {std::max(peaks_.total, total), std::max(peaks_.east, east), std::max(peaks_.west, west)};
  step_begin_s_ = now_s;
}

void Simulation::tick(double now_s) {
  const bool last = now_s >= length_s_;
  for (Site& site : sites_) site.account(now_s);
  serving_.account(now_s);
  if (now_s > 0.0) {
    for (Site& site : sites_)
      if (last || hour_begins(site.index(), now_s)) site.end_hour();
    if (on_grid(now_s, step_s_) || last) end_steps(now_s);
  }
  if (last) return;
  for (Site& site : sites_) {
    site.outages = outages_.at(site.index(), now_s);
    if (now_s > 0.0 && !hour_begins(site.index(), now_s)) continue;
    site.begin_hour(utc(now_s));
    fleet_.begin_hour(site.index(), utc(now_s));
  }
  decide(now_s);
  next_tick_s_ = next_tick(now_s);
  if (reference_) reference_->serve(serving_, next_tick_s_ - now_s);
  flow_.schedule(now_s);
}

void Simulation::keep_samples(Sampling sampling) {
  for (Site& site : sites_) site.samples.emplace(scenario_.period.length, sampling);
}

RunResult Simulation::run(const Progress& progress) {
  flow_.begin();
  tick(0.0);
  arm();
  for (double now_s = 0.0; now_s < length_s_;) {
    now_s = next_tick_s_;
    woken_ = reference_ != nullptr || sending_ > 0;
    if (!woken_) drain(now_s);
    arm();
    clock_.run_until(now_s);
    for (double moment_s = 1e-7; reference_ && !reference_->settled(now_s); moment_s += 1e-7)
      clock_.run_until(now_s + moment_s);
    drain(now_s);
    tick(now_s);
    arm();
    if (progress) progress(now_s / length_s_);
  }
  flow_.end(length_s_);
  return result();
}

std::vector<Tally> Simulation::sums() const {
  std::vector<Tally> out;
  for (const Site& site : sites_) {
    out.push_back(site.meter.total());
    out.back() += site.meter.step();
  }
  return out;
}

RunResult Simulation::result() const {
  constexpr double tolerance = 1e-9;
  RunResult out;
  for (const Site& site : sites_) {
    const double jobs = flow_.energy_at(site.index()) / unit::J;
    const double metered = site.meter.total().it_jobs / unit::J;
    const double job_gap = std::abs(jobs - metered) / std::max({jobs, metered, 1.0});
    HubResult hub;
    hub.sums = site.meter.total();
    hub.peak = site.meter.peak();
    hub.relative_error = std::max(site.meter.relative_error(site.stores), job_gap);
    hub.battery_wear = site.battery_wear();
    if (!(hub.relative_error <= tolerance))
      throw InvariantError(fmt::format("the ledger of hub {} does not close: relative error {:.3g} (at most {:.0e} is "
                                       "allowed); please report this with the scenario",
                                       site.hub().id, hub.relative_error, tolerance));
    out.hubs.push_back(hub);
    if (site.samples) out.samples.push_back(site.samples->kept());
  }
  out.peaks = peaks_;
  out.jobs = flow_.statistics();
  for (std::size_t s = 0; s < scenario_.inference.size(); ++s)
    out.services.push_back({serving_.total(s), serving_.p99_first_token_s(s)});
  out.links = transfers_.link_use();
  out.outages = outages_.results();
  out.policies = policies_.uses();
  return out;
}

}  // namespace hubwatt
