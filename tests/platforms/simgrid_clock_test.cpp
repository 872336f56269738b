#include "platforms/simgrid_clock.hpp"

#include <cmath>
#include <random>
#include <stdexcept>

#include "platforms/simgrid_platform.hpp"
#include "tests/platforms/in_child.hpp"
#include "tests/platforms/networks.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {

// SimGrid does not run without a platform.
void build_nothing(SimgridClock& clock) {
  const Platform platform = test::hubs_without_links(1);
  build_simgrid_platform(clock, platform, Wan(platform), ServerHosts::none);
}

}  // namespace

TEST_CASE("timers run in the order of their dates, those of one date in the order they were set") {
  const auto child = test::in_child([] {
    SimgridClock clock;
    build_nothing(clock);
    std::vector<double> seen;
    for (const double date : {20.0, 10.0, 30.0, 10.0, 20.0, 10.0}) {
      clock.set_timer(date, [&, date] { seen.push_back(date); });
    }
    for (int i = 0; i < 5; ++i) clock.set_timer(15.0, [&, i] { seen.push_back(100.0 + i); });
    clock.run_until(40.0);
    seen.push_back(clock.now());
    return seen;
  });
  REQUIRE(child.ended_well);
  CHECK(child.numbers == std::vector<double>{10, 10, 10, 100, 101, 102, 103, 104, 20, 20, 30, 40});
  CHECK(child.output.empty());
}

TEST_CASE("run_until includes its date and nothing after it") {
  const auto child = test::in_child([] {
    SimgridClock clock;
    build_nothing(clock);
    std::vector<double> seen;
    for (const double date : {0.0, 3600.0, 3600.5})
      clock.set_timer(date, [&, date] { seen.push_back(date); });
    clock.run_until(0.0);
    seen.push_back(-1.0);
    clock.run_until(3600.0);
    seen.push_back(-2.0);
    clock.run_until(7200.0);
    return seen;
  });
  REQUIRE(child.ended_well);
  CHECK(child.numbers == std::vector<double>{0, -1, 3600, -2, 3600.5});
}

TEST_CASE("an action may set timers, also for now and for the past") {
  const auto child = test::in_child([] {
    SimgridClock clock;
    build_nothing(clock);
    std::vector<double> seen;
    clock.set_timer(5.0, [&] {
      clock.set_timer(clock.now(), [&] { seen.push_back(clock.now()); });
      clock.set_timer(1.0, [&] { seen.push_back(clock.now()); });
      clock.set_timer(6.0, [&] { seen.push_back(clock.now()); });
    });
    clock.run_until(10.0);
    return seen;
  });
  REQUIRE(child.ended_well);
  CHECK(child.numbers == std::vector<double>{5, 5, 6});
}

TEST_CASE("an exception of an action leaves from run_until, and no further action is called") {
  const auto child = test::in_child([] {
    SimgridClock clock;
    build_nothing(clock);
    std::vector<double> seen;
    clock.set_timer(1.0, [] { throw std::runtime_error("on purpose"); });
    clock.set_timer(2.0, [&] { seen.push_back(2.0); });
    try {
      clock.run_until(10.0);
    } catch (const std::runtime_error& e) {
      seen.push_back(std::string(e.what()) == "on purpose" ? 1.0 : 0.0);
    }
    return seen;
  });
  REQUIRE(child.ended_well);
  CHECK(child.numbers == std::vector<double>{1});
}

TEST_CASE("a year of hours with random timers loses none and calls each at its date") {
  const auto child = test::in_child([] {
    SimgridClock clock;
    build_nothing(clock);
    std::mt19937_64 random(3);
    std::uniform_real_distribution<double> date(0.0, 365.0 * 86400.0);
    double called = 0.0, worst = 0.0;
    for (int i = 0; i < 20000; ++i) {
      const double at = date(random);
      clock.set_timer(at, [&, at] {
        called += 1.0;
        worst = std::max(worst, std::abs(clock.now() - at));
      });
    }
    double drift = 0.0;
    for (int hour = 1; hour <= 8760; ++hour) {
      clock.run_until(hour * 3600.0);
      drift = std::max(drift, std::abs(clock.now() - hour * 3600.0));
    }
    return std::vector<double>{called, worst, drift};
  });
  REQUIRE(child.ended_well);
  CHECK(child.numbers.at(0) == 20000.0);
  CHECK(child.numbers.at(1) < 1e-5);
  CHECK(child.numbers.at(2) <= 1e-5);
}
