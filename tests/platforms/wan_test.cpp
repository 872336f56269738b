#include "platforms/wan.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>

#include "models/units.hpp"
#include "tests/platforms/networks.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {

// Every path without a repeated point, by walking all of them; ordered as wan.hpp says.
struct Walk {
  std::int64_t nanoseconds = 0;
  std::size_t links = 0;
  std::vector<std::size_t> sequence;
  double width = 0.0;
};

std::vector<Walk> all_walks(const Platform& platform, int from, int to) {
  std::vector<Walk> found;
  std::vector<int> visited{from};
  Walk walk;
  walk.width = INFINITY;
  const std::function<void(int)> extend = [&](int at) {
    if (at == to) {
      found.push_back(walk);
      return;
    }
    for (std::size_t i = 0; i < platform.links.size(); ++i) {
      const Link& link = platform.links[i];
      if (link.a.index != at && link.b.index != at) continue;
      const int next = link.a.index == at ? link.b.index : link.a.index;
      if (std::ranges::find(visited, next) != visited.end()) continue;
      const Walk before = walk;
      walk.nanoseconds += std::llround(link.latency.base() * 1e9);
      walk.links += 1;
      walk.sequence.push_back(i);
      walk.width = std::min(walk.width, link.bandwidth.base());
      visited.push_back(next);
      extend(next);
      visited.pop_back();
      walk = before;
    }
  };
  extend(from);
  std::ranges::sort(found, [](const Walk& x, const Walk& y) {
    return std::tie(x.nanoseconds, x.links, x.sequence) < std::tie(y.nanoseconds, y.links, y.sequence);
  });
  return found;
}

std::vector<std::size_t> indices(const Path& path) {
  std::vector<std::size_t> out;
  for (const LinkId link : path.links) out.push_back(link.index);
  return out;
}

// Few distinct latencies and bandwidths, so that ties abound; parallel links occur.
Platform random_network(std::mt19937_64& random) {
  const int hubs = std::uniform_int_distribution<>(2, 6)(random);
  Platform platform = test::hubs_without_links(hubs);
  const int links = std::uniform_int_distribution<>(0, 9)(random);
  for (int i = 0; i < links; ++i) {
    const int a = std::uniform_int_distribution<>(0, hubs - 1)(random);
    const int b = (a + std::uniform_int_distribution<>(1, hubs - 1)(random)) % hubs;
    const double latency = std::uniform_int_distribution<>(0, 4)(random);
    const double width = std::uniform_int_distribution<>(1, 4)(random);
    test::add_link(platform, a, b, latency * unit::ms, width * unit::Gbps);
  }
  return platform;
}

}  // namespace

TEST_CASE("a pair without a link has the latency of its distance, route factor and fibre") {
  Platform platform = test::hubs_without_links(2);
  platform.hubs[0].location = {0, 0, {}};
  platform.hubs[1].location = {0, 180, {}};
  platform.origins = {{"north", {90, 0, {}}}};
  platform.route_factor = 1.3;
  platform.latency_per_km = 5.0 * unit::us;
  const Wan wan(platform);
  const double half_round = std::acos(-1.0) * 6371.0088;
  CHECK(wan.latency(HubId{0}, HubId{1}) / unit::us == Approx(half_round * 1.3 * 5).epsilon(1e-12));
  CHECK(wan.latency(OriginId{0}, HubId{1}) / unit::us == Approx(half_round / 2 * 1.3 * 5).epsilon(1e-12));
  CHECK(wan.latency(HubId{1}, HubId{1}) == Duration{});
}

TEST_CASE("a link of its own decides a pair's latency, the fastest of several, for hubs and origins") {
  Platform platform = test::hubs_without_links(2);
  platform.origins = {{"city", {10, 10, {}}}};
  test::add_link(platform, 0, 1, 20 * unit::ms, unit::Gbps);
  test::add_link(platform, 1, 0, 15 * unit::ms, unit::Gbps);
  platform.links.push_back(
      {"city-b", end_point(OriginId{0}), end_point(HubId{1}), 3 * unit::ms, unit::Gbps, 1});
  const Wan wan(platform);
  CHECK(wan.latency(HubId{0}, HubId{1}) == 15 * unit::ms);
  CHECK(wan.latency(OriginId{0}, HubId{1}) == 3 * unit::ms);
}

TEST_CASE("the nearest hub has the lowest latency, and the first of equals wins") {
  Platform platform = test::hubs_without_links(3);
  platform.latency_per_km = 5.0 * unit::us;
  platform.hubs[0].location = {0, 30, {}};
  platform.hubs[1].location = {0, 10, {}};
  platform.hubs[2].location = {0, -10, {}};
  platform.origins = {{"equator", {0, 0, {}}}, {"east", {0, 21, {}}}};
  const Wan wan(platform);
  CHECK(wan.nearest_hub(OriginId{0}) == HubId{1});
  CHECK(wan.nearest_hub(OriginId{1}) == HubId{0});
}

TEST_CASE("a path adds latencies, keeps the narrowest bandwidth and multiplies availabilities") {
  Platform platform = test::hubs_without_links(3);
  test::add_link(platform, 0, 1, 10 * unit::ms, 100 * unit::Gbps, 0.999);
  test::add_link(platform, 2, 1, 5 * unit::ms, 40 * unit::Gbps, 0.99);
  const auto path = Wan(platform).lowest_latency_path(end_point(HubId{0}), end_point(HubId{2}));
  REQUIRE(path);
  CHECK(indices(*path) == std::vector<std::size_t>{0, 1});
  CHECK(path->latency / unit::ms == Approx(15));
  CHECK(path->bandwidth == 40 * unit::Gbps);
  CHECK(path->availability == Approx(0.999 * 0.99));
}

TEST_CASE("a point reaches itself over no link at no cost") {
  const Wan wan(test::hubs_without_links(2));
  const auto path = wan.lowest_latency_path(end_point(HubId{1}), end_point(HubId{1}));
  REQUIRE(path);
  CHECK(path->links.empty());
  CHECK(path->latency == Duration{});
  CHECK(std::isinf(path->bandwidth.base()));
  CHECK_FALSE(wan.connected(end_point(HubId{0}), end_point(HubId{1})));
}

TEST_CASE("on random networks every answer is that of walking all paths") {
  std::mt19937_64 random(20260722);
  for (int round = 0; round < 4000; ++round) {
    const Platform platform = random_network(random);
    const Wan wan(platform);
    const int a = 0, b = static_cast<int>(platform.hubs.size()) - 1;
    const EndPoint from{EndPoint::Kind::hub, a}, to{EndPoint::Kind::hub, b};
    const std::vector<Walk> walks = all_walks(platform, a, b);
    INFO("round " << round);

    const auto lowest = wan.lowest_latency_path(from, to);
    REQUIRE(lowest.has_value() == !walks.empty());
    REQUIRE(wan.connected(from, to) == !walks.empty());
    const int count = 1 + round % 5;
    const std::vector<Path> alternatives = wan.alternatives(from, to, count);
    REQUIRE(alternatives.size() == std::min(walks.size(), static_cast<std::size_t>(count)));
    for (std::size_t i = 0; i < alternatives.size(); ++i) {
      REQUIRE(indices(alternatives[i]) == walks[i].sequence);
    }
    if (walks.empty()) continue;

    REQUIRE(indices(*lowest) == walks.front().sequence);
    std::vector<std::size_t> back = indices(*wan.lowest_latency_path(to, from));
    std::ranges::reverse(back);
    REQUIRE(back == walks.front().sequence);

    const double width = std::ranges::max(walks, {}, &Walk::width).width;
    const auto first = std::ranges::find(walks, width, &Walk::width);
    const auto widest = wan.widest_path(from, to);
    REQUIRE(widest);
    REQUIRE(indices(*widest) == first->sequence);
    REQUIRE(widest->bandwidth.base() == width);
  }
}

TEST_CASE("a broken link cuts off or detours exactly the pairs whose path crossed it") {
  std::mt19937_64 random(11);
  for (int round = 0; round < 500; ++round) {
    const Platform platform = random_network(random);
    for (std::size_t broken = 0; broken < platform.links.size(); ++broken) {
      const Wan whole(platform);
      Platform rest = platform;
      rest.links.erase(rest.links.begin() + static_cast<std::ptrdiff_t>(broken));
      const Wan less(rest);
      const LinkFailure failure = whole.what_fails(LinkId{broken});
      std::size_t cut = 0, detours = 0;
      for (std::size_t a = 0; a < platform.hubs.size(); ++a) {
        for (std::size_t b = a + 1; b < platform.hubs.size(); ++b) {
          const EndPoint from = end_point(HubId{a}), to = end_point(HubId{b});
          const auto before = whole.lowest_latency_path(from, to);
          if (!before || std::ranges::find(before->links, LinkId{broken}) == before->links.end()) continue;
          const auto after = less.lowest_latency_path(from, to);
          if (!after) {
            REQUIRE((failure.cut_off.at(cut).a == from && failure.cut_off.at(cut).b == to));
            ++cut;
          } else {
            const LinkFailure::Detour& detour = failure.detours.at(detours++);
            REQUIRE((detour.a == from && detour.b == to));
            REQUIRE(detour.before.base() == Approx(before->latency.base()));
            REQUIRE(detour.after.base() == Approx(after->latency.base()));
            REQUIRE(detour.after.base() >= detour.before.base() - 1e-12);
          }
        }
      }
      REQUIRE(failure.cut_off.size() == cut);
      REQUIRE(failure.detours.size() == detours);
    }
  }
}
