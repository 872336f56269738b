#include "platforms/simgrid_clock.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <exception>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "models/contract.hpp"
#include "platforms/simgrid_compat.hpp"

namespace hubwatt {

namespace {

struct Timer {
  double date = 0.0;
  std::uint64_t order = 0;
  std::function<void()> action;
};

// Heap order: the earliest in front, of one date the first set.
bool later(const Timer& a, const Timer& b) {
  return a.date != b.date ? a.date > b.date : a.order > b.order;
}

simgrid::s4u::Engine* silent_engine() {
  std::string program = "hubwatt", log = "--log=root.thresh:critical";
  char* arguments[] = {program.data(), log.data(), nullptr};
  int count = 2;
  auto* engine = new simgrid::s4u::Engine(&count, arguments);
  compat::configure();
  return engine;
}

}  // namespace

std::string simgrid_version() {
  int major = 0, minor = 0, patch = 0;
  sg_version_get(&major, &minor, &patch);
  return std::to_string(major) + "." + std::to_string(minor) + "." + std::to_string(patch);
}

// SimGrid keeps timers of one date in no order and calls them in passes of their own, so the timers are in a
// heap here, and SimGrid knows of the earliest only. One that is set too early finds nothing due, and no harm.
struct SimgridClock::State {
  std::unique_ptr<simgrid::s4u::Engine> engine{silent_engine()};
  std::vector<Timer> timers;
  std::uint64_t set = 0;
  double armed = std::numeric_limits<double>::infinity();
  std::exception_ptr failure;

  void arm() {
    if (timers.empty() || timers.front().date >= armed) return;
    armed = timers.front().date;
    simgrid::kernel::timer::Timer::set(armed, [this, date = armed] {
      if (date == armed) armed = std::numeric_limits<double>::infinity();
      run_due(date);
      arm();
    });
  }

  void run_due(double date) {
    while (!failure && !timers.empty() && timers.front().date <= date) {
      std::pop_heap(timers.begin(), timers.end(), later);
      const std::function<void()> action = std::move(timers.back().action);
      timers.pop_back();
      try {
        action();
      } catch (...) {
        failure = std::current_exception();
        timers.clear();  // what would follow starts from a state that is broken
      }
    }
  }
};

SimgridClock::SimgridClock() {
  HUBWATT_EXPECTS(!simgrid::s4u::Engine::has_instance());
  state_ = std::make_unique<State>();
}

SimgridClock::~SimgridClock() = default;

double SimgridClock::now() const {
  return simgrid::s4u::Engine::get_clock();
}

void SimgridClock::set_timer(double date, std::function<void()> action) {
  HUBWATT_EXPECTS(std::isfinite(date) && action != nullptr);
  state_->timers.push_back({date, state_->set++, std::move(action)});
  std::push_heap(state_->timers.begin(), state_->timers.end(), later);
  state_->arm();
}

void SimgridClock::run_until(double date) {
  if (date > now()) state_->engine->run_until(date);
  state_->run_due(date);  // those that SimGrid missed by stopping early
  if (state_->failure) std::rethrow_exception(std::exchange(state_->failure, nullptr));
}

}  // namespace hubwatt
