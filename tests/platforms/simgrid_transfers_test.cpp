#include "platforms/simgrid_transfers.hpp"

#include <algorithm>
#include <random>
#include <stdexcept>

#include "models/units.hpp"
#include "tests/platforms/in_child.hpp"
#include "tests/platforms/networks.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {

// A platform in SimGrid, ready to send. To be made in a child process.
struct Network {
  Platform platform;
  Wan wan{platform};
  SimgridClock clock;
  SimgridPlatform built = build_simgrid_platform(clock, platform, wan, ServerHosts::none);
  Transfers transfers{clock, built, platform, wan, unit::hour};
  std::vector<double> arrivals;

  explicit Network(Platform p) : platform(std::move(p)) {}

  std::uint64_t send(std::size_t from, std::size_t to, DataSize size) {
    const std::size_t place = arrivals.size();
    arrivals.push_back(-1.0);
    return transfers.start({from}, {to}, size, [this, place](double now) { arrivals[place] = now; });
  }
};

Platform one_link() {
  Platform platform = test::hubs_without_links(2);
  test::add_link(platform, 0, 1, 20 * unit::ms, 100 * unit::Gbps, 0.999);
  return platform;
}

Platform chain_of_three() {
  Platform platform = test::hubs_without_links(3);
  test::add_link(platform, 0, 1, 20 * unit::ms, 100 * unit::Gbps);
  test::add_link(platform, 2, 1, 10 * unit::ms, 50 * unit::Gbps);
  return platform;
}

// Arrival dates after running until `end`.
std::vector<double> arrivals(const Platform& platform, double end,
                             const std::function<void(Network&)>& work) {
  const auto child = test::in_child([&] {
    Network network(platform);
    work(network);
    network.clock.run_until(end);
    return network.arrivals;
  });
  INFO(child.output);
  REQUIRE(child.ended_well);
  CHECK(child.output.empty());
  return child.numbers;
}

}  // namespace

TEST_CASE("1 GB over 20 ms and 100 Gbps takes 0.100 s, and 1 TB takes 80.02 s") {
  CHECK(arrivals(one_link(), 10, [](Network& n) { n.send(0, 1, unit::GB); }).at(0) ==
        Approx(0.100).epsilon(1e-9));
  CHECK(arrivals(one_link(), 100, [](Network& n) { n.send(0, 1, unit::TB); }).at(0) ==
        Approx(80.02).epsilon(1e-9));
}

TEST_CASE("two equal flows share a direction and take 0.180 s each") {
  const auto dates = arrivals(one_link(), 10, [](Network& n) {
    n.send(0, 1, unit::GB);
    n.send(0, 1, unit::GB);
  });
  CHECK(dates.at(0) == Approx(0.180).epsilon(1e-9));
  CHECK(dates.at(1) == Approx(0.180).epsilon(1e-9));
}

TEST_CASE("flows of a near and a far hub share a link in equal parts, even where one has no latency") {
  for (const double near_ms : {0.0, 5.0}) {
    Platform platform = test::hubs_without_links(3);
    test::add_link(platform, 0, 1, near_ms * unit::ms, 100 * unit::Gbps);
    test::add_link(platform, 1, 2, 40 * unit::ms, 400 * unit::Gbps);
    const auto dates = arrivals(platform, 1000, [](Network& n) {
      n.send(0, 1, unit::TB);
      n.send(0, 2, unit::TB);
    });
    // The far flow begins 40 ms later, so the near one has 0.5 GB less to share and ends 40 ms before it.
    CHECK(dates.at(0) == Approx(160.0 - 0.04 + near_ms / 1e3).epsilon(1e-9));
    CHECK(dates.at(1) == Approx(160.0 + near_ms / 1e3).epsilon(1e-9));
  }
}

TEST_CASE("opposite directions do not share") {
  const auto dates = arrivals(one_link(), 10, [](Network& n) {
    n.send(0, 1, unit::GB);
    n.send(1, 0, unit::GB);
  });
  CHECK(dates.at(0) == Approx(0.100).epsilon(1e-9));
  CHECK(dates.at(1) == Approx(0.100).epsilon(1e-9));
}

TEST_CASE("a path of two links adds latencies and keeps to the narrower one, both ways") {
  const auto dates = arrivals(chain_of_three(), 10, [](Network& n) {
    n.send(0, 2, unit::GB);
    n.send(2, 0, unit::GB);
  });
  CHECK(dates.at(0) == Approx(0.030 + 0.160).epsilon(1e-9));
  CHECK(dates.at(1) == Approx(0.030 + 0.160).epsilon(1e-9));
}

TEST_CASE("a transfer within a hub is over at once, and no data at all takes the latency") {
  const auto dates = arrivals(one_link(), 10, [](Network& n) {
    n.send(1, 1, unit::TB);
    n.send(0, 1, DataSize{});
  });
  CHECK(dates.at(0) == 0.0);
  CHECK(dates.at(1) == Approx(0.020).epsilon(1e-6));
}

TEST_CASE("transfers may start from a timer and from another's end") {
  const auto dates = arrivals(one_link(), 100, [](Network& n) {
    n.arrivals = {-1, -1};
    n.clock.set_timer(50.0, [&n] {
      n.transfers.start({0}, {1}, unit::GB, [&n](double now) {
        n.arrivals[0] = now;
        n.transfers.start({1}, {0}, unit::GB, [&n](double later) { n.arrivals[1] = later; });
      });
    });
  });
  CHECK(dates.at(0) == Approx(50.1).epsilon(1e-9));
  CHECK(dates.at(1) == Approx(50.2).epsilon(1e-9));
}

TEST_CASE("an exception of a transfer's end leaves from run_until") {
  const auto child = test::in_child([] {
    Network n(one_link());
    n.transfers.start({0}, {1}, unit::GB, [](double) { throw std::runtime_error("on purpose"); });
    try {
      n.clock.run_until(1.0);
    } catch (const std::runtime_error&) {
      return std::vector<double>{1.0};
    }
    return std::vector<double>{0.0};
  });
  REQUIRE(child.ended_well);
  CHECK(child.numbers == std::vector<double>{1.0});
  CHECK(child.output.empty());
}

TEST_CASE("beyond a hundred of one hub to another the next wait, and go in order") {
  const auto dates = arrivals(one_link(), 1000, [](Network& n) {
    for (int i = 0; i < 250; ++i) n.send(0, 1, unit::GB);
    n.send(1, 0, unit::GB);  // the other way does not wait
    n.arrivals.push_back(static_cast<double>(n.transfers.running()));
    n.arrivals.push_back(static_cast<double>(n.transfers.waiting()));
  });
  CHECK(dates.at(0) == Approx(0.02 + 100 * 0.08).epsilon(1e-9));
  CHECK(dates.at(99) == dates.at(0));
  CHECK(dates.at(100) == Approx(2 * (0.02 + 100 * 0.08)).epsilon(1e-9));
  CHECK(dates.at(249) == Approx(2 * (0.02 + 100 * 0.08) + 0.02 + 50 * 0.08).epsilon(1e-9));
  CHECK(dates.at(250) == Approx(0.1).epsilon(1e-9));
  CHECK(dates.at(251) == 101.0);
  CHECK(dates.at(252) == 150.0);
}

TEST_CASE("a broken link holds a transfer, which keeps what has arrived and goes on with the rest") {
  const auto dates = arrivals(one_link(), 1000, [](Network& n) {
    n.send(0, 1, unit::TB);
    n.clock.set_timer(40.02, [&n] { n.transfers.set_link({0}, LinkState::down); });
    n.clock.set_timer(60.0, [&n] { n.send(0, 1, DataSize{}); });  // started while down
    n.clock.set_timer(100.0, [&n] { n.transfers.set_link({0}, LinkState::up); });
  });
  CHECK(dates.at(0) == Approx(100.02 + 40.0).epsilon(1e-9));
  CHECK(dates.at(1) == Approx(100.02).epsilon(1e-6));
}

TEST_CASE("a link that breaks while the first byte is under way, or only for an instant, loses nothing") {
  const auto dates = arrivals(one_link(), 1000, [](Network& n) {
    n.send(0, 1, unit::GB);
    n.clock.set_timer(0.01, [&n] {
      n.transfers.set_link({0}, LinkState::down);
      n.transfers.set_link({0}, LinkState::up);
    });
    n.clock.set_timer(0.02, [&n] { n.transfers.set_link({0}, LinkState::down); });
    n.clock.set_timer(5.0, [&n] { n.transfers.set_link({0}, LinkState::up); });
  });
  CHECK(dates.at(0) == Approx(5.1).epsilon(1e-9));
}

TEST_CASE("a broken link of another path disturbs nobody") {
  const auto dates = arrivals(chain_of_three(), 1000, [](Network& n) {
    n.send(0, 1, unit::GB);
    n.send(1, 2, unit::GB);
    n.transfers.set_link({1}, LinkState::down);
  });
  CHECK(dates.at(0) == Approx(0.1).epsilon(1e-9));
  CHECK(dates.at(1) == -1.0);
}

TEST_CASE("a cancelled transfer never ends, whether it runs, waits, or has just arrived") {
  const auto dates = arrivals(one_link(), 1000, [](Network& n) {
    const auto running = n.send(0, 1, unit::TB);
    const auto waiting = n.send(0, 1, unit::TB);
    n.send(0, 1, unit::GB);
    n.transfers.cancel(waiting);
    n.clock.set_timer(0.02, [&n, running] { n.transfers.cancel(running); });
    n.clock.set_timer(500.0, [&n, running] {
      n.transfers.cancel(running);
      n.transfers.cancel(987654321);
    });
  });
  CHECK(dates.at(0) == -1.0);
  CHECK(dates.at(1) == -1.0);
  CHECK(dates.at(2) == Approx(0.1).epsilon(1e-6));
}

TEST_CASE("a transfer may be cancelled while the clock stands") {
  for (const double date : {0.0, 0.01, 5.0}) {
    const auto dates = arrivals(one_link(), 1000, [date](Network& n) {
      const auto cancelled = n.send(0, 1, unit::TB);
      n.clock.run_until(date);
      n.transfers.cancel(cancelled);
      n.clock.run_until(date + 10.0);  // nothing else stops the clock on the way
      n.send(0, 1, unit::GB);
    });
    CHECK(dates.at(0) == -1.0);
    CHECK(dates.at(1) == Approx(date + 10.1).epsilon(1e-6));
  }
}

TEST_CASE("a platform may be torn down with transfers under way, in silence") {
  const auto child = test::in_child([] {
    Network n(one_link());
    n.send(0, 1, unit::TB);
    n.clock.run_until(10.0);
    return std::vector<double>{static_cast<double>(n.transfers.running())};
  });
  REQUIRE(child.ended_well);
  CHECK(child.numbers == std::vector<double>{1.0});
  CHECK(child.output.empty());
}

TEST_CASE("a link reports what it carried, its mean, its busiest hour and its hours out") {
  const auto child = test::in_child([] {
    Network n(chain_of_three());
    n.clock.set_timer(3600.0,
                      [&n] { n.send(0, 2, 9.0 * unit::TB); });  // 1440 s of the narrow link, half the wide
    n.clock.set_timer(6 * 3600.0, [&n] { n.transfers.set_link({0}, LinkState::down); });
    n.clock.set_timer(7 * 3600.0, [&n] { n.transfers.set_link({0}, LinkState::up); });
    n.clock.set_timer(8 * 3600.0, [&n] { n.send(2, 1, unit::TB); });
    n.clock.run_until(10 * 3600.0);
    std::vector<double> out;
    for (const LinkUse& use : n.transfers.link_use()) {
      out.insert(out.end(), {use.transferred / unit::TB, use.mean_utilization, use.peak_utilization,
                             use.down / unit::hour});
    }
    return out;
  });
  REQUIRE(child.ended_well);
  const std::vector<double> expected{9.0,  0.5 * 1440 / 36000, 0.5 * 1440 / 3600, 1.0,
                                     10.0, 1440.0 / 36000,     1440.0 / 3600,     0.0};
  REQUIRE(child.numbers.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i)
    CHECK(child.numbers[i] == Approx(expected[i]).epsilon(1e-6));
}

TEST_CASE("links carry the bytes that arrive times the links they cross, with outages and cancels aside") {
  const auto child = test::in_child([] {
    Network n(chain_of_three());
    std::mt19937_64 random(17);
    double bytes = 0.0;
    for (int i = 0; i < 3000; ++i) {
      const std::size_t from = random() % 3, to = (from + 1 + random() % 2) % 3;
      const DataSize size = static_cast<double>(random() % 100000000000) * unit::byte;
      bytes += size / unit::byte * (from + to == 2 && from != 1 ? 2.0 : 1.0);
      n.clock.set_timer(static_cast<double>(random() % 3000),
                        [&n, from, to, size] { n.send(from, to, size); });
    }
    for (int i = 0; i < 5; ++i) {
      n.clock.set_timer(300.0 * i + 150.0, [&n] { n.transfers.set_link({1}, LinkState::down); });
      n.clock.set_timer(300.0 * i + 200.0, [&n] { n.transfers.set_link({1}, LinkState::up); });
    }
    n.clock.run_until(1e6);
    const auto use = n.transfers.link_use();
    const double carried = (use.at(0).transferred + use.at(1).transferred) / unit::byte;
    return std::vector<double>{carried / bytes, *std::ranges::min_element(n.arrivals),
                               use[0].peak_utilization, use[1].peak_utilization};
  });
  INFO(child.output);
  REQUIRE(child.ended_well);
  CHECK(child.numbers.at(0) == Approx(1.0).epsilon(1e-6));
  CHECK(child.numbers.at(1) > 0.0);
  CHECK(child.numbers.at(2) <= 1.0 + 1e-9);
  CHECK(child.numbers.at(3) == Approx(1.0).epsilon(0.05));
}

TEST_CASE("hubs that no links join are not reachable") {
  const auto child = test::in_child([] {
    Platform platform = test::hubs_without_links(3);
    test::add_link(platform, 0, 1, unit::ms, unit::Gbps);
    const Network n(platform);
    return std::vector<double>{
        double(n.transfers.reachable({0}, {1})), double(n.transfers.reachable({1}, {0})),
        double(n.transfers.reachable({0}, {2})), double(n.transfers.reachable({2}, {2}))};
  });
  REQUIRE(child.ended_well);
  CHECK(child.numbers == std::vector<double>{1, 1, 0, 1});
}
