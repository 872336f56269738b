#include "models/economy_growth.hpp"

#include <cmath>

#include "models/random.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

GrowthEconomy worked_example() {
  GrowthEconomy economy;
  economy.capital = 0.3;
  economy.computing = 0.3;
  economy.risk_aversion = 2.0;
  economy.computing_part = 0.2;
  economy.interest = 0.06;
  economy.computing_yield = 0.10;
  economy.depreciation = 0.05;
  economy.impatience = 0.02;
  return economy;
}

GrowthEconomy random_economy(Random& random) {
  GrowthEconomy economy;
  economy.capital = 0.05 + 0.5 * random.uniform();
  economy.computing = 0.05 + (0.9 - economy.capital) * random.uniform();
  economy.risk_aversion = 0.3 + 4.0 * random.uniform();
  economy.computing_part = random.uniform();
  economy.interest = 0.2 * random.uniform();
  economy.computing_yield = 0.2 * random.uniform();
  economy.depreciation = 0.1 * random.uniform();
  economy.impatience = 0.1 * random.uniform();
  economy.productivity = 0.5 + random.uniform();
  economy.per_service = 0.5 + random.uniform();
  return economy;
}

ProductionFactors random_factors(Random& random) {
  return {0.1 + 10.0 * random.uniform(), 0.1 + 10.0 * random.uniform(), 0.1 + 10.0 * random.uniform(),
          0.5 + random.uniform()};
}

}  // namespace

TEST_CASE("the worked example of the growth model comes out to seven digits") {
  const GrowthEconomy economy = worked_example();
  CHECK(services_per_production(economy) == Approx(0.16 / 0.3).epsilon(1e-12));
  CHECK(services_per_production(economy) == Approx(0.53333).epsilon(1e-5));
  CHECK(steady_growth(economy) == Approx(0.0667391).epsilon(1e-6));
  CHECK(steady_growth(economy) == Approx(0.5 * (0.8 * 0.2 + 0.2 * 0.1 / 0.46 - 0.07)).epsilon(1e-12));
  CHECK(growth_per_computing_part(economy) == Approx(0.0086957).epsilon(1e-5));
  CHECK(growth_per_computing_part(economy) == Approx(0.5 * (0.1 / 0.46 - 0.2)).epsilon(1e-12));
  CHECK(threshold_yield(economy) == Approx(0.0920).epsilon(1e-12));
}

TEST_CASE("steady growth is linear in the part of computing, with its derivative as the slope") {
  Random random(1, "growth");
  for (int round = 0; round < 2000; ++round) {
    const GrowthEconomy economy = random_economy(random);
    GrowthEconomy other = economy;
    other.computing_part = random.uniform();
    const double expected =
        growth_per_computing_part(economy) * (other.computing_part - economy.computing_part);
    REQUIRE(steady_growth(other) - steady_growth(economy) == Approx(expected).margin(1e-13));
  }
}

TEST_CASE(
    "more investment into computing raises growth where its yield is above the threshold, and only there") {
  Random random(2, "growth");
  int above = 0;
  for (int round = 0; round < 2000; ++round) {
    GrowthEconomy economy = random_economy(random);
    const bool raises = economy.computing_yield > threshold_yield(economy);
    above += raises;
    REQUIRE((growth_per_computing_part(economy) > 0.0) == raises);
    economy.computing_yield = threshold_yield(economy);
    REQUIRE(growth_per_computing_part(economy) == Approx(0.0).margin(1e-14));
  }
  CHECK(above > 200);
  CHECK(above < 1800);
}

TEST_CASE("output is homogeneous of degree one, and factors paid their marginal products take all of it") {
  Random random(3, "growth");
  for (int round = 0; round < 2000; ++round) {
    const GrowthEconomy economy = random_economy(random);
    const ProductionFactors factors = random_factors(random);
    const double times = 0.1 + 5.0 * random.uniform(), all = output(economy, factors);
    const ProductionFactors more{times * factors.capital, times * factors.computing, times * factors.services,
                                 factors.mean_computing};
    REQUIRE(output(economy, more) == Approx(times * all).epsilon(1e-12));
    const MarginalProducts paid = marginal_products(economy, factors);
    REQUIRE(paid.capital * factors.capital + paid.computing * factors.computing +
                paid.services * factors.services ==
            Approx(all).epsilon(1e-12));
  }
}

TEST_CASE("marginal products are the derivatives of output") {
  Random random(4, "growth");
  for (int round = 0; round < 2000; ++round) {
    const GrowthEconomy economy = random_economy(random);
    const ProductionFactors factors = random_factors(random);
    const auto derivative = [&](double ProductionFactors::*factor) {
      ProductionFactors more = factors, less = factors;
      const double step = 1e-5 * factors.*factor;
      more.*factor += step;
      less.*factor -= step;
      return (output(economy, more) - output(economy, less)) / (2.0 * step);
    };
    const MarginalProducts products = marginal_products(economy, factors);
    REQUIRE(products.capital == Approx(derivative(&ProductionFactors::capital)).epsilon(1e-7));
    REQUIRE(products.computing == Approx(derivative(&ProductionFactors::computing)).epsilon(1e-7));
    REQUIRE(products.services == Approx(derivative(&ProductionFactors::services)).epsilon(1e-7));
  }
}

TEST_CASE("the split of computing is where firms pay marginal products and the services' monopoly price") {
  Random random(5, "growth");
  for (int round = 0; round < 2000; ++round) {
    GrowthEconomy economy = random_economy(random);
    ProductionFactors factors = random_factors(random);
    const double for_services = services_per_production(economy) * factors.computing;
    factors.services = services_of(economy, for_services);
    const MarginalProducts paid = marginal_products(economy, factors);
    economy.computing_yield = paid.computing;
    economy.interest = paid.capital;
    REQUIRE(paid.services == Approx(service_price(economy)).epsilon(1e-12));
    REQUIRE(services_share_of_computing(economy) ==
            Approx(for_services / (for_services + factors.computing)).epsilon(1e-12));
    // So the two terms of steady growth are output per capital and output per computing.
    const double all = output(economy, factors);
    economy.computing_part = 0.0;
    const double capital_only = steady_growth(economy);
    REQUIRE(capital_only * economy.risk_aversion + economy.depreciation + economy.impatience ==
            Approx(all / factors.capital).epsilon(1e-12));
    economy.computing_part = 1.0;
    REQUIRE(steady_growth(economy) * economy.risk_aversion + economy.depreciation + economy.impatience ==
            Approx(all / (for_services + factors.computing)).epsilon(1e-12));
  }
}

TEST_CASE("investment that is not worn off is capital or computing") {
  const GrowthEconomy economy = worked_example();
  const Accumulation change = accumulation(economy, 10.0, 40.0, 20.0);
  CHECK(change.capital == Approx(0.8 * 10.0 - 0.05 * 40.0));
  CHECK(change.computing == Approx(0.2 * 10.0 - 0.05 * 20.0));
  CHECK(change.capital + change.computing == Approx(10.0 - 0.05 * 60.0));
}

TEST_CASE("lifetime utility is the integral of discounted utility, over the logarithm too") {
  GrowthEconomy economy = worked_example();
  economy.impatience = 0.06;
  for (const double aversion : {0.8, 1.0 - 1e-9, 1.0, 1.0 + 1e-9, 2.0, 3.5}) {
    economy.risk_aversion = aversion;
    CHECK(utility(economy, 1.0) == 0.0);
    for (const double growth : {0.0, 0.03}) {
      double sum = 0.0;
      constexpr double step = 0.01;
      for (double t = step / 2.0; t < 800.0; t += step)
        sum += step * std::exp(-0.06 * t) * utility(economy, 1.7 * std::exp(growth * t));
      CHECK(lifetime_utility(economy, 1.7, growth) == Approx(sum).epsilon(1e-6));
    }
  }
  economy.risk_aversion = 1.0;
  CHECK(utility(economy, 1.7) == Approx(std::log(1.7)));
}

}  // namespace hubwatt
