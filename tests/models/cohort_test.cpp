// Stocks of shipments: closed forms, conservation over random histories, limits of the Weibull law.
#include "models/cohort.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "models/random.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

const Survival six_years = StepLife{6};

std::vector<double> constant(double shipped, std::size_t years) {
  return std::vector<double>(years, shipped);
}

Survival any_survival(Random& random) {
  if (random.uniform() < 0.5) return StepLife{1.0 + 15.0 * random.uniform()};
  return WeibullLife{0.5 + 12.0 * random.uniform(), 0.6 + 8.0 * random.uniform()};
}

std::vector<double> any_shipments(Random& random) {
  std::vector<double> shipments(1 + static_cast<std::size_t>(40.0 * random.uniform()));
  for (double& shipped : shipments) shipped = random.uniform() < 0.2 ? 0.0 : 1e6 * random.uniform();
  return shipments;
}

}  // namespace

TEST_CASE("constant shipments with a life of six years give a stock of six years' worth") {
  for (const std::size_t years : {6u, 7u, 30u}) CHECK(stock(six_years, constant(2.5, years)) == 15.0);
  CHECK(stock(six_years, constant(2.5, 4)) == 10.0);
  CHECK(stock(six_years, {}) == 0.0);
}

TEST_CASE("a step life keeps the last years' shipments whole and nothing older") {
  const std::vector<double> shipments{64, 32, 16, 8, 4, 2, 1};
  CHECK(stock(StepLife{1}, shipments) == 1.0);
  CHECK(stock(StepLife{3}, shipments) == 7.0);
  CHECK(stock(six_years, shipments) == 63.0);
  CHECK(retired(six_years, shipments) == 64.0);
  CHECK(retired(StepLife{7}, shipments) == 0.0);
  CHECK(surviving_share(six_years, 5) == 1.0);
  CHECK(surviving_share(six_years, 6) == 0.0);
}

TEST_CASE("an exponential life of constant shipments is a geometric sum") {
  const WeibullLife life{4.0, 1.0};
  const double kept = std::exp(-0.25);
  CHECK(stock(life, constant(1.0, 200)) == Approx(1.0 / (1.0 - kept)).epsilon(1e-5));
  CHECK(stock(life, constant(1.0, 10)) == Approx((1.0 - std::pow(kept, 10)) / (1.0 - kept)).epsilon(1e-12));
}

TEST_CASE("37 per cent are left at the scale of a Weibull life, whatever its shape") {
  for (const double shape : {0.7, 1.0, 2.0, 3.5, 20.0})
    CHECK(surviving_share(WeibullLife{5.0, shape}, 5) == Approx(std::exp(-1.0)).epsilon(1e-12));
}

TEST_CASE("a Weibull life of high shape is a step") {
  const WeibullLife sharp{5.5, 400.0};  // between the ages 5 and 6
  Random random(1, "sharp lives");
  for (int i = 0; i < 1000; ++i) {
    const std::vector<double> shipments = any_shipments(random);
    CHECK(stock(sharp, shipments) == Approx(stock(six_years, shipments)).epsilon(1e-12));
  }
}

TEST_CASE("a Weibull life of low shape loses most at once and the rest hardly ever") {
  const WeibullLife lingering{5.0, 0.01};
  CHECK(surviving_share(lingering, 0) == 1.0);
  CHECK(surviving_share(lingering, 1) == Approx(std::exp(-1.0)).epsilon(0.02));
  CHECK(surviving_share(lingering, 30) == Approx(std::exp(-1.0)).epsilon(0.02));
  CHECK(ages_counted(lingering) > 1000000);  // and does not overflow
}

TEST_CASE("a year's stock is the one before and what shipped, less what retired") {
  Random random(2, "conservation of stock");
  for (int i = 0; i < 3000; ++i) {
    const Survival survival = any_survival(random);
    const std::vector<double> shipments = any_shipments(random);
    const std::span<const double> all(shipments);
    const double before = stock(survival, all.first(all.size() - 1));
    const double now = stock(survival, all);
    CHECK(now == Approx(before + all.back() - retired(survival, all)).epsilon(1e-12).margin(1e-6));
    CHECK(retired(survival, all) >= 0.0);
  }
}

TEST_CASE("a stock is linear in its shipments and never falls by more of them or by a longer life") {
  Random random(3, "monotone stock");
  for (int i = 0; i < 3000; ++i) {
    const Survival survival = any_survival(random);
    std::vector<double> shipments = any_shipments(random);
    const double was = stock(survival, shipments);
    std::vector<double> doubled = shipments;
    for (double& shipped : doubled) shipped *= 2.0;
    CHECK(stock(survival, doubled) == 2.0 * was);
    shipments[static_cast<std::size_t>(random.uniform() * static_cast<double>(shipments.size()))] += 1e5;
    CHECK(stock(survival, shipments) >= was);
    Survival longer = survival;
    if (auto* step = std::get_if<StepLife>(&longer)) step->years += 1;
    if (auto* weibull = std::get_if<WeibullLife>(&longer)) weibull->scale_years *= 1.2;
    CHECK(stock(longer, shipments) >= stock(survival, shipments));
  }
}

TEST_CASE("shares start at one, never rise, and are nothing from the last age counted") {
  Random random(4, "surviving shares");
  for (int i = 0; i < 2000; ++i) {
    const Survival survival = any_survival(random);
    const int ages = ages_counted(survival);
    CHECK(surviving_share(survival, 0) == 1.0);
    CHECK(surviving_share(survival, ages - 1) >= 1e-6 * (1.0 - 1e-9));
    CHECK(surviving_share(survival, ages) == 0.0);
    const std::vector<double> shares = surviving_shares(survival, 60);
    CHECK(shares.size() == static_cast<std::size_t>(std::min(ages, 60)));
    for (std::size_t age = 0; age < shares.size(); ++age) {
      CHECK(shares[age] == surviving_share(survival, static_cast<int>(age)));
      if (age > 0) CHECK(shares[age] <= shares[age - 1]);
    }
  }
}

}  // namespace hubwatt
