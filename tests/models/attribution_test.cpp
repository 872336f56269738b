#include "models/attribution.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "models/random.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

using Values = std::vector<double>;

constexpr AttributionMethod methods[] = {AttributionMethod::sequential, AttributionMethod::lmdi,
                                         AttributionMethod::shapley};

double sum(const Values& parts) {
  return std::accumulate(parts.begin(), parts.end(), 0.0);
}

double total(std::size_t drivers, const Values& x) {
  double all = 0.0;
  for (std::size_t i = 0; i < x.size(); i += drivers)
    all += std::accumulate(x.begin() + static_cast<long>(i), x.begin() + static_cast<long>(i + drivers), 1.0,
                           std::multiplies<>());
  return all;
}

struct Case {
  std::size_t drivers = 0;
  Values start, end;
  double largest() const { return std::max(total(drivers, start), total(drivers, end)); }
};

// What rounding is relative to: drivers that move against each other have parts far above the total.
double scale(const Case& c, const Values& parts) {
  double all = c.largest();
  for (const double part : parts) all = std::max(all, std::abs(part));
  return all;
}

// Up to eight drivers and twenty cells over six orders of magnitude; `zeros`: share of values that are zero.
Case random_case(Random& random, double zeros) {
  Case out;
  out.drivers = 1 + random.bits() % 8;
  const std::size_t values = out.drivers * (1 + random.bits() % 20);
  const auto value = [&] {
    return random.uniform() < zeros ? 0.0 : std::pow(10.0, 6.0 * random.uniform() - 3.0);
  };
  for (std::size_t i = 0; i < values; ++i) {
    out.start.push_back(value());
    const double kind = random.uniform();  // some unchanged, some by very little, the rest by anything
    if (kind < 0.2)
      out.end.push_back(out.start.back());
    else if (kind < 0.4)
      out.end.push_back(out.start.back() * (1.0 + 1e-9 * random.normal()));
    else
      out.end.push_back(value());
  }
  return out;
}

}  // namespace

TEST_CASE("the parts of a change sum to the change, with cells that appear and vanish") {
  Random random(1, "attribution sums");
  for (int round = 0; round < 3000; ++round) {
    const Case c = random_case(random, round % 3 == 0 ? 0.1 : 0.0);
    const double change = total(c.drivers, c.end) - total(c.drivers, c.start);
    for (const AttributionMethod method : methods) {
      const Values parts = attribute(method, c.drivers, c.start, c.end);
      REQUIRE(std::abs(sum(parts) - change) <= 1e-12 * scale(c, parts));
    }
  }
}

TEST_CASE("where each driver changes up to threefold, parts sum to the change within 1e-12 of the total") {
  Random random(8, "attribution moderate");
  for (int round = 0; round < 3000; ++round) {
    Case c = random_case(random, 0.0);
    for (std::size_t i = 0; i < c.end.size(); ++i)
      c.end[i] = c.start[i] * std::pow(3.0, random.normal() / 3.0);
    const double change = total(c.drivers, c.end) - total(c.drivers, c.start);
    for (const AttributionMethod method : methods) {
      const double gap = std::abs(sum(attribute(method, c.drivers, c.start, c.end)) - change);
      REQUIRE(gap <= 1e-12 * c.largest());
    }
  }
}

TEST_CASE("two drivers: the parts of a product in closed form") {
  const Values start = {3.0, 5.0}, end = {7.0, 11.0};  // 15 to 77
  const Values sequential = attribute(AttributionMethod::sequential, 2, start, end);
  CHECK(sequential[0] == Approx(4.0 * 5.0).epsilon(1e-14));
  CHECK(sequential[1] == Approx(7.0 * 6.0).epsilon(1e-14));
  const Values shapley = attribute(AttributionMethod::shapley, 2, start, end);
  CHECK(shapley[0] == Approx(4.0 * (5.0 + 11.0) / 2.0).epsilon(1e-14));
  CHECK(shapley[1] == Approx(6.0 * (3.0 + 7.0) / 2.0).epsilon(1e-14));
  const Values lmdi = attribute(AttributionMethod::lmdi, 2, start, end);
  const double mean = (77.0 - 15.0) / std::log(77.0 / 15.0);
  CHECK(lmdi[0] == Approx(mean * std::log(7.0 / 3.0)).epsilon(1e-14));
  CHECK(lmdi[1] == Approx(mean * std::log(11.0 / 5.0)).epsilon(1e-14));
}

TEST_CASE("three drivers that all double share the change equally but for the order of a sequence") {
  const Values start = {1.0, 1.0, 1.0}, end = {2.0, 2.0, 2.0};
  for (const double part : attribute(AttributionMethod::lmdi, 3, start, end))
    CHECK(part == Approx(7.0 / 3.0));
  for (const double part : attribute(AttributionMethod::shapley, 3, start, end))
    CHECK(part == Approx(7.0 / 3.0));
  CHECK(attribute(AttributionMethod::sequential, 3, start, end) == Values{1.0, 2.0, 4.0});
}

TEST_CASE("LMDI and Shapley do not depend on the order of the drivers") {
  Random random(2, "attribution order");
  for (int round = 0; round < 2000; ++round) {
    const Case c = random_case(random, 0.05);
    const std::size_t a = random.bits() % c.drivers, b = random.bits() % c.drivers;
    Case swapped = c;
    for (std::size_t i = 0; i < c.start.size(); i += c.drivers) {
      std::swap(swapped.start[i + a], swapped.start[i + b]);
      std::swap(swapped.end[i + a], swapped.end[i + b]);
    }
    for (const AttributionMethod method : {AttributionMethod::lmdi, AttributionMethod::shapley}) {
      Values parts = attribute(method, c.drivers, c.start, c.end);
      std::swap(parts[a], parts[b]);
      const Values other = attribute(method, c.drivers, swapped.start, swapped.end);
      for (std::size_t k = 0; k < c.drivers; ++k)
        REQUIRE(std::abs(parts[k] - other[k]) <= 1e-12 * scale(c, parts));
    }
  }
}

TEST_CASE("a driver that does not change has no part in the change") {
  Random random(3, "attribution unchanged");
  for (int round = 0; round < 2000; ++round) {
    Case c = random_case(random, 0.05);
    const std::size_t still = random.bits() % c.drivers;
    for (std::size_t i = still; i < c.start.size(); i += c.drivers) c.end[i] = c.start[i];
    for (const AttributionMethod method : methods)
      REQUIRE(attribute(method, c.drivers, c.start, c.end)[still] == 0.0);
  }
}

TEST_CASE("LMDI and Shapley turn around with time, and a sequence with time and order") {
  Random random(4, "attribution time");
  for (int round = 0; round < 2000; ++round) {
    const Case c = random_case(random, 0.05);
    for (const AttributionMethod method : {AttributionMethod::lmdi, AttributionMethod::shapley}) {
      const Values there = attribute(method, c.drivers, c.start, c.end);
      const Values back = attribute(method, c.drivers, c.end, c.start);
      for (std::size_t k = 0; k < c.drivers; ++k)
        REQUIRE(std::abs(there[k] + back[k]) <= 1e-12 * scale(c, there));
    }
  }
  const Values start = {3.0, 5.0}, end = {7.0, 11.0}, turned_start = {11.0, 7.0}, turned_end = {5.0, 3.0};
  const Values there = attribute(AttributionMethod::sequential, 2, start, end);
  const Values back = attribute(AttributionMethod::sequential, 2, turned_start, turned_end);
  CHECK(there[0] == Approx(-back[1]));
  CHECK(there[1] == Approx(-back[0]));
}

TEST_CASE("LMDI and Shapley meet as changes become small") {
  Random random(5, "attribution small");
  for (int round = 0; round < 500; ++round) {
    Values start, direction;
    for (int i = 0; i < 12; ++i) {
      start.push_back(0.5 + random.uniform());
      direction.push_back(random.normal());
    }
    const auto gap = [&](double step) {
      Values end = start;
      for (std::size_t i = 0; i < end.size(); ++i) end[i] *= std::exp(step * direction[i]);
      const Values a = attribute(AttributionMethod::lmdi, 4, start, end);
      const Values b = attribute(AttributionMethod::shapley, 4, start, end);
      double most = 0.0;
      for (std::size_t k = 0; k < 4; ++k) most = std::max(most, std::abs(a[k] - b[k]));
      return most;
    };
    // The gap is of third order: ten times smaller steps, a thousand times less of it.
    CHECK(gap(1e-2) < 1e-3);
    CHECK(gap(1e-3) < std::max(gap(1e-2) / 300.0, 1e-12));
  }
}

TEST_CASE("a new kind of server counts as stock, by LMDI and by Shapley") {
  // servers x power x PUE; the second kind appears with figures that do not change
  const Values start = {100.0, 0.5, 1.4, 0.0, 7.0, 1.2}, end = {100.0, 0.5, 1.4, 30.0, 7.0, 1.2};
  for (const AttributionMethod method : methods) {
    const Values parts = attribute(method, 3, start, end);
    CHECK(parts[0] == Approx(30.0 * 7.0 * 1.2).epsilon(1e-14));
    CHECK(parts[1] == 0.0);
    CHECK(parts[2] == 0.0);
  }
}

TEST_CASE("LMDI's rule for zeros is the limit of small numbers") {
  // two drivers zero at the start, one that only changes
  const Values end = {3.0, 5.0, 2.0}, zero = {0.0, 0.0, 1.5};
  const Values limit = attribute(AttributionMethod::lmdi, 3, zero, end);
  CHECK(limit == Values{15.0, 15.0, 0.0});
  double last = 1e9;
  for (const double tiny : {1e-3, 1e-30, 1e-100}) {
    const Values near = attribute(AttributionMethod::lmdi, 3, Values{tiny, tiny, 1.5}, end);
    const double gap = std::abs(near[0] - limit[0]) + std::abs(near[1] - limit[1]) + std::abs(near[2]);
    CHECK(gap < last);
    last = gap;
  }
  CHECK(last < 0.2);  // as 1 / ln(1 / tiny)
  CHECK(attribute(AttributionMethod::lmdi, 2, Values{0.0, 4.0}, Values{4.0, 0.0}) == Values{0.0, 0.0});
}

TEST_CASE("a total that is no product is attributed exactly too") {
  // n servers that draw idle + (peak - idle) x activity, at a PUE: five drivers
  Random random(6, "attribution function");
  for (int round = 0; round < 2000; ++round) {
    double at[5][2];
    for (auto& ends : at)
      for (double& value : ends) value = 0.1 + random.uniform();
    const TotalOfDrivers total = [&](DriverSet set) {
      const auto x = [&](int k) { return at[k][set >> k & 1u]; };
      return x(0) * (x(1) + (x(2) - x(1)) * x(3)) * x(4);
    };
    for (const Values& parts : {sequential_parts(5, total), shapley_parts(5, total)})
      REQUIRE(std::abs(sum(parts) - (total(31) - total(0))) < 1e-13);
    // Idle and peak change nothing together with the others where they are the same: then it is a product of four.
    at[1][0] = at[1][1] = 0.0;
    const Values product =
        attribute(AttributionMethod::shapley, 4, Values{at[0][0], at[2][0], at[3][0], at[4][0]},
                  Values{at[0][1], at[2][1], at[3][1], at[4][1]});
    const Values function = shapley_parts(5, total);
    REQUIRE(function[1] == 0.0);
    REQUIRE(std::abs(function[0] - product[0]) < 1e-13);
    REQUIRE(std::abs(function[2] - product[1]) < 1e-13);
    REQUIRE(std::abs(function[3] - product[2]) < 1e-13);
    REQUIRE(std::abs(function[4] - product[3]) < 1e-13);
  }
}

TEST_CASE("the Shapley part is the mean over all orders of the drivers") {
  Random random(7, "attribution orders");
  Values totals;
  for (int i = 0; i < 16; ++i) totals.push_back(random.normal());
  const TotalOfDrivers total = [&](DriverSet set) { return totals[set]; };
  Values mean(4, 0.0);
  int orders = 0;
  std::vector<unsigned> order = {0, 1, 2, 3};
  do {
    DriverSet set = 0;
    for (const unsigned k : order) {
      mean[k] += totals[set | 1u << k] - totals[set];
      set |= 1u << k;
    }
    ++orders;
  } while (std::next_permutation(order.begin(), order.end()));
  const Values parts = shapley_parts(4, total);
  for (std::size_t k = 0; k < 4; ++k) CHECK(parts[k] == Approx(mean[k] / orders).epsilon(1e-13));
}

}  // namespace hubwatt
