#include "scenarios/idle_servers.hpp"

#include <limits>

#include "models/random.hpp"
#include "models/units.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {

constexpr double never = std::numeric_limits<double>::infinity();

IdleRule rule() {
  return {{"off", 100.0 * unit::W, 60.0 * unit::second, 0.05 * unit::kWh}, 600.0};
}

}  // namespace

TEST_CASE("a server sleeps after its time without work, and wakes when it is taken") {
  IdleServers servers(rule(), {1});
  CHECK(servers.next_change_s() == 600.0);
  servers.advance(600.0);
  CHECK(servers.asleep() == 1.0);
  CHECK(servers.next_change_s() == never);
  CHECK(servers.awake_s(0, 700.0) == 760.0);
  servers.take(0, 700.0);
  CHECK(servers.waking() == 1.0);
  CHECK(servers.awake_s(0, 730.0) == 760.0);
  CHECK(servers.next_change_s() == 760.0);
  servers.advance(760.0);
  CHECK(servers.waking() == 0.0);
  CHECK(servers.next_change_s() == never);
  servers.release(0, 900.0);
  CHECK(servers.next_change_s() == 1500.0);
}

TEST_CASE("a server given back while it wakes is awake first, and then waits its time") {
  IdleServers servers(rule(), {3});
  servers.advance(600.0);
  CHECK(servers.asleep() == 3.0);
  servers.take(0, 700.0);
  servers.release(0, 710.0);
  servers.take(0, 720.0);
  servers.release(0, 730.0);
  CHECK(servers.next_change_s() == 760.0);
  servers.advance(760.0);
  CHECK(servers.next_change_s() == 1360.0);
}

TEST_CASE("power beyond idle counts sleepers and those who wake, as many as each represents") {
  IdleServers servers(rule(), {2, 5});
  const Power idle = 2.0 * unit::kW;
  CHECK(servers.beyond_idle(idle) == Power{});
  servers.take(0, 10.0);
  servers.advance(600.0);
  CHECK(servers.beyond_idle(idle) / unit::W == Approx(5.0 * (100.0 - 2000.0)));
  servers.take(1, 700.0);
  CHECK(servers.beyond_idle(idle) / unit::W == Approx(5.0 * (3000.0 - 2000.0)));
  servers.advance(760.0);
  CHECK(servers.beyond_idle(idle) == Power{});
}

// The states of one server worked out from the dates at which it was taken and given back.
TEST_CASE("energy over thousands of takes and releases is that of every server's own course") {
  Random random(10, "idle servers test");
  const IdleRule of = rule();
  const Power idle = 2.0 * unit::kW;
  constexpr std::uint32_t count = 6;
  IdleServers servers(of, std::vector<std::uint32_t>(count, 1));
  struct Course {
    double awake_from_s = 0.0, free_from_s = 0.0;  // of the present spell without work
    bool has_work = false;
    double energy_j = 0.0;  // beyond idle
  };
  std::vector<Course> courses(count);
  double metered_j = 0.0, metered_until_s = 0.0, now_s = 0.0;
  const auto meter_to = [&](double date_s) {
    metered_j += servers.beyond_idle(idle) / unit::W * (date_s - metered_until_s);
    metered_until_s = date_s;
  };
  for (int i = 0; i < 20000; ++i) {
    now_s += random.exponential(200.0);
    while (servers.next_change_s() <= now_s) {
      const double change_s = servers.next_change_s();
      meter_to(change_s);
      servers.advance(change_s);
    }
    meter_to(now_s);
    const auto server = static_cast<std::uint32_t>(count * random.uniform());
    Course& course = courses[server];
    if (course.has_work) {
      servers.release(server, now_s);
      course.free_from_s = now_s;
    } else {
      const double asleep_from_s = std::max(course.awake_from_s, course.free_from_s) + of.after_s;
      if (now_s >= asleep_from_s) {
        const double slept_s = now_s - asleep_from_s;
        course.energy_j += slept_s * (of.state.power - idle) / unit::W;
        course.energy_j += (of.state.wake_energy - idle * of.state.wake_time) / unit::J;
        course.awake_from_s = now_s + of.state.wake_time / unit::second;
      }
      REQUIRE(servers.awake_s(server, now_s) == Approx(std::max(now_s, course.awake_from_s)).epsilon(1e-12));
      servers.take(server, now_s);
    }
    course.has_work = !course.has_work;
  }
  for (std::uint32_t server = 0; server < count; ++server)
    if (!courses[server].has_work) servers.take(server, now_s);
  double expected_j = 0.0;
  for (const Course& course : courses) {
    expected_j += course.energy_j;
    if (course.has_work) continue;
    const double asleep_from_s = std::max(course.awake_from_s, course.free_from_s) + of.after_s;
    if (now_s < asleep_from_s) continue;
    expected_j += (now_s - asleep_from_s) * (of.state.power - idle) / unit::W;
    expected_j += (of.state.wake_energy - idle * of.state.wake_time) / unit::J;
  }
  meter_to(now_s);
  while (servers.next_change_s() < never) {
    const double change_s = servers.next_change_s();
    meter_to(change_s);
    servers.advance(change_s);
  }
  CHECK(metered_j == Approx(expected_j).epsilon(1e-9));
}
