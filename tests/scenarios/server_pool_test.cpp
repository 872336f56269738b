#include "scenarios/server_pool.hpp"

#include <algorithm>
#include <numeric>

#include "models/random.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {

std::uint32_t total(const Shares& shares) {
  return std::accumulate(shares.begin(), shares.end(), 0U,
                         [](std::uint32_t sum, const ServerShare& s) { return sum + s.accelerators; });
}

// The rule of the contract, by looking at every server.
bool fits_by_hand(const std::vector<std::uint32_t>& free, std::uint32_t width, std::uint32_t gang) {
  const auto whole = static_cast<std::ptrdiff_t>(gang / width);
  const std::uint32_t rest = gang % width;
  const auto empty = std::count(free.begin(), free.end(), width);
  const bool part = std::any_of(free.begin(), free.end(), [&](std::uint32_t f) { return f >= rest && f < width; });
  return empty >= whole && (rest == 0 || part || empty > whole);
}

}  // namespace

TEST_CASE("a gang takes whole servers first and the rest on one more server") {
  ServerPool pool(4, 8);
  Shares shares;
  REQUIRE(pool.find(20, shares));
  REQUIRE(shares.size() == 3);
  CHECK(shares[0].accelerators == 8);
  CHECK(shares[1].accelerators == 8);
  CHECK(shares[2].accelerators == 4);
  pool.take(shares);
  CHECK(pool.free_accelerators() == 12);
  REQUIRE(pool.find(3, shares));
  CHECK(shares[0].server == 2);  // shares the part-used server
}

TEST_CASE("whole servers are not made of parts") {
  ServerPool pool(2, 8);
  Shares first, second;
  REQUIRE(pool.find(4, first));
  pool.take(first);
  REQUIRE(pool.find(8, second));
  pool.take(second);
  CHECK(pool.free_accelerators() == 4);
  CHECK_FALSE(pool.fits(8));
  CHECK(pool.fits(4));
  CHECK_FALSE(pool.find(8, second));
  CHECK(second.empty());
}

TEST_CASE("thousands of random takes and returns agree with a count by hand") {
  Random random(7, "pool");
  for (int round = 0; round < 40; ++round) {
    const auto width = static_cast<std::uint32_t>(1 + random.uniform() * 9);
    const auto servers = static_cast<std::uint32_t>(1 + random.uniform() * 150);
    ServerPool pool(servers, width);
    std::vector<std::uint32_t> free(servers, width);
    std::vector<Shares> held;
    for (int step = 0; step < 300; ++step) {
      const auto gang = static_cast<std::uint32_t>(1 + random.uniform() * width * 4);
      REQUIRE(pool.fits(gang) == fits_by_hand(free, width, gang));
      Shares shares;
      if (random.uniform() < 0.6 && pool.find(gang, shares)) {
        REQUIRE(total(shares) == gang);
        pool.take(shares);
        for (const ServerShare& s : shares) free[s.server] -= s.accelerators;
        held.push_back(shares);
      } else if (!held.empty()) {
        const auto which = static_cast<std::size_t>(random.uniform() * static_cast<double>(held.size()));
        pool.give_back(held[which]);
        for (const ServerShare& s : held[which]) free[s.server] += s.accelerators;
        held.erase(held.begin() + static_cast<std::ptrdiff_t>(which));
      }
      for (std::uint32_t s = 0; s < servers; ++s) REQUIRE(pool.free_on(s) == free[s]);
      REQUIRE(pool.free_accelerators() == std::accumulate(free.begin(), free.end(), 0U));
    }
  }
}

TEST_CASE("as many gangs fit as can be placed one after the other") {
  Random random(11, "count");
  for (int round = 0; round < 500; ++round) {
    ServerPool pool(12, 8);
    Shares shares;
    for (int i = 0; i < 6; ++i)
      if (pool.find(static_cast<std::uint32_t>(1 + random.uniform() * 20), shares)) pool.take(shares);
    const auto gang = static_cast<std::uint32_t>(1 + random.uniform() * 30);
    const std::uint32_t promised = pool.count_that_fit(gang);
    std::uint32_t placed = 0;
    for (; pool.find(gang, shares); ++placed) pool.take(shares);
    REQUIRE(promised == placed);
  }
}
