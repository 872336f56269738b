#include "scenarios/reference_engine.hpp"

#include <simgrid/plugins/energy.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "models/units.hpp"
#include "platforms/simgrid_compat.hpp"

namespace hubwatt {

namespace s4u = simgrid::s4u;

namespace {

// Busy accelerators of one server.
struct Portion {
  s4u::Host* host = nullptr;
  std::uint32_t accelerators = 0;
};

// Keeps `portions` busy for `duration_s` at `load`, the share of their span that they draw: a core does 1 flop/s, so
// work is load x duration.
void work(const std::vector<Portion>& portions, double duration_s, double load) {
  if (load <= 0.0) return s4u::this_actor::sleep_for(duration_s);
  std::vector<s4u::ExecPtr> execs;
  for (const Portion& portion : portions)
    for (std::uint32_t i = 0; i < portion.accelerators; ++i) {
      s4u::ExecPtr exec = s4u::this_actor::exec_init(load * duration_s);
      exec->set_host(portion.host)->set_bound(load);
      exec->start();
      execs.push_back(exec);
    }
  for (const s4u::ExecPtr& exec : execs) exec->wait();
}

// A job that SimGrid works on.
struct Running {
  double end_s = 0.0;    // exact
  double clock_s = 0.0;  // SimGrid's clock when it should be done
};

constexpr double simgrid_resolution_s = 1e-5;

}  // namespace

struct ReferenceEngine::State {
  SimgridClock& clock;
  const Platform& platform;
  const SimgridPlatform* built = nullptr;
  const std::vector<Site>* sites = nullptr;
  Ended ended;
  Wake wake;
  std::multiset<std::pair<double, double>> due;  // end_s and clock_s of those
  // By hub and pool: hosts of the pool's servers, in the pool's order.
  std::vector<std::vector<std::vector<s4u::Host*>>> hosts;
  std::vector<double> metered_j;  // by hub, above idle, since the start

  std::vector<Portion> portions(std::size_t hub, std::uint32_t pool, const Shares& shares) const {
    std::vector<Portion> out;
    for (const ServerShare& share : shares) out.push_back({hosts[hub][pool][share.server], share.accelerators});
    return out;
  }
};

ReferenceEngine::ReferenceEngine(SimgridClock& clock, const Platform& platform)
    : state_(new State{clock, platform, nullptr, nullptr, {}, {}, {}, {}, {}}) {
  sg_host_energy_plugin_init();
}

ReferenceEngine::~ReferenceEngine() = default;

void ReferenceEngine::connect(const SimgridPlatform& built, const std::vector<Site>& sites, Ended ended,
                              Wake wake) {
  state_->built = &built;
  state_->sites = &sites;
  state_->ended = std::move(ended);
  state_->wake = std::move(wake);
  for (std::size_t hub = 0; hub < sites.size(); ++hub) {
    auto& by_pool = state_->hosts.emplace_back(sites[hub].servers.figures().size());
    std::size_t host = 0;
    std::size_t group = 0;
    for (const RackGroup& racks : sites[hub].hub().racks) {
      const auto pool = sites[hub].servers.pool_of(group++);
      for (int i = 0; i < racks.servers(); ++i, ++host)
        if (pool) by_pool[*pool].push_back(built.servers[hub][host]);
    }
  }
  state_->metered_j.assign(sites.size(), 0.0);
}

void ReferenceEngine::begin(JobSlot slot, const Job& job) {
  State* state = state_.get();
  const auto portions = state->portions(static_cast<std::size_t>(job.hub), job.pool, job.shares);
  const Running expected{job.end_s, s4u::Engine::get_clock() + job.run_s};
  state->due.insert({expected.end_s, expected.clock_s});
  const double duration = job.run_s;
  const HubServers& servers = (*state->sites)[static_cast<std::size_t>(job.hub)].servers;
  const double load = servers.power_share(job.pool, job.activity, servers.frequency(job.pool, job.activity));
  const std::uint64_t id = job.id;
  s4u::Actor::create("job-" + std::to_string(id), portions.front().host, [=] {
    work(portions, duration, load);
    // The engine decides in maestro, where timers run.
    const double clock_s = s4u::Engine::get_clock();
    state->clock.set_timer(clock_s, [=] {
      state->due.erase(state->due.find({expected.end_s, expected.clock_s}));
      const bool agrees = std::abs(clock_s - expected.clock_s) <= simgrid_resolution_s;
      const double date_s = agrees ? expected.end_s : clock_s;
      state->ended(slot, id, date_s);
      state->wake(std::max(date_s, clock_s));
    });
  });
}

bool ReferenceEngine::settled(double date_s) const {
  const double clock_s = s4u::Engine::get_clock();
  for (const auto& [end_s, done_s] : state_->due) {
    if (end_s > date_s) return true;
    if (clock_s <= done_s + simgrid_resolution_s) return false;
  }
  return true;
}

void ReferenceEngine::serve(const Serving& serving, double duration_s) {
  for (std::size_t service = 0; service < serving.services(); ++service)
    for (const Serving::Deployment& deployment : serving.deployments(service)) {
      for (const Shares& shares : deployment.replicas) {
        const auto portions = state_->portions(deployment.hub, deployment.pool, shares);
        const double load = (*state_->sites)[deployment.hub].servers.power_share(
            deployment.pool, deployment.activity, deployment.frequency);
        s4u::Actor::create("replica", portions.front().host, [=] { work(portions, duration_s, load); });
      }
    }
}

Energy ReferenceEngine::energy_above_idle(std::size_t hub) {
  const Site& site = (*state_->sites)[hub];
  double metered = 0.0;
  const double now_s = s4u::Engine::get_clock();
  for (std::size_t pool = 0; pool < state_->hosts[hub].size(); ++pool) {
    const PoolFigures& figures = site.servers.figures()[pool];
    const double idle_w = figures.idle_per_accelerator / unit::W * figures.width;
    for (std::size_t server = 0; server < figures.represents.size(); ++server) {
      const double joules = sg_host_get_consumed_energy(state_->hosts[hub][pool][server]);
      metered += (joules - idle_w * now_s) * figures.represents[server];
    }
  }
  const double since = metered - state_->metered_j[hub];
  state_->metered_j[hub] = metered;
  return since * unit::J;
}

}  // namespace hubwatt
