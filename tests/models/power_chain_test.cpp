#include "models/power_chain.hpp"

#include "models/random.hpp"
#include "models/units.hpp"
#include "tests/models/catalogue_values.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

constexpr Power design = 10.0 * unit::MW;

double ups_efficiency(const PowerChain& chain, double load) {
  PowerChain alone;
  alone.ups = chain.ups;
  const Power it = load * design;
  return it / (it + chain_losses(alone, it, {}, design).total());
}

TEST_CASE("a power chain's losses follow the polynomial of each stage in turn") {
  PowerChain chain;
  chain.transformer = {0.01, 0.001, 0.0};
  chain.ups = {0.01, 0.02, 0.03};
  chain.distribution = {0.005, 0.0, 0.0};
  chain.rack_supply = {0.0, 0.01, 0.0};
  chain.oversize = 2.0;
  chain.transformer_margin = 1.5;
  const ChainLosses loss = chain_losses(chain, 500.0 * unit::kW, 100.0 * unit::kW, 1.0 * unit::MW);
  CHECK(loss.rack_supply / unit::W == Approx(5000.0).epsilon(1e-12));
  CHECK(loss.distribution / unit::W == Approx(10000.0).epsilon(1e-12));
  CHECK(loss.ups / unit::W == Approx(34278.375).epsilon(1e-12));
  CHECK(loss.transformer / unit::W == Approx(30649.278375).epsilon(1e-12));
  CHECK(loss.total() / unit::W == Approx(79927.653375).epsilon(1e-12));
}

TEST_CASE("the ideal chain loses exactly nothing") {
  const PowerChain chain = catalogue::ideal_chain();
  CHECK(chain_losses(chain, 3.7 * unit::MW, 1.1 * unit::MW, design).total() == Power{});
  CHECK(other_power(chain, design) == Power{});
}

TEST_CASE("a hub without IT has a chain without rating and loses nothing") {
  CHECK(chain_losses(catalogue::modern_chain(), {}, {}, {}).total() == Power{});
}

TEST_CASE("the UPS efficiencies of the catalogue are those of its comments") {
  const double load[] = {0.10, 0.25, 0.50, 0.75, 1.00};
  const double modern[] = {0.892, 0.945, 0.960, 0.962, 0.960};
  const double hvdc[] = {0.957, 0.977, 0.982, 0.982, 0.980};
  const double legacy[] = {0.750, 0.864, 0.905, 0.915, 0.917};
  for (int i = 0; i < 5; ++i) {
    CHECK(ups_efficiency(catalogue::modern_chain(), load[i]) == Approx(modern[i]).margin(0.001));
    CHECK(ups_efficiency(catalogue::hvdc_chain(), load[i]) == Approx(hvdc[i]).margin(0.001));
    CHECK(ups_efficiency(catalogue::legacy_chain(), load[i]) == Approx(legacy[i]).margin(0.001));
  }
}

TEST_CASE("losses grow with load while their share of it falls up to half load") {
  Random random(2, "power chain test");
  for (int i = 0; i < 5000; ++i) {
    const Power low = 0.5 * random.uniform() * design;
    const Power high = low + (0.5 * design - low) * random.uniform();
    const Power beside = random.uniform() * design;
    for (const PowerChain& chain :
         {catalogue::modern_chain(), catalogue::hvdc_chain(), catalogue::legacy_chain()}) {
      const Power less = chain_losses(chain, low, beside, design).total();
      const Power more = chain_losses(chain, high, beside, design).total();
      REQUIRE(less > Power{});
      REQUIRE(less <= more);
      if (low > Power{}) REQUIRE(less / low >= more / high);
    }
  }
}

TEST_CASE("cooling burdens the transformer and no other stage") {
  const PowerChain chain = catalogue::modern_chain();
  const ChainLosses without = chain_losses(chain, 5.0 * unit::MW, {}, design);
  const ChainLosses with = chain_losses(chain, 5.0 * unit::MW, 2.0 * unit::MW, design);
  CHECK(with.transformer > without.transformer);
  CHECK(with.ups == without.ups);
  CHECK(with.distribution == without.distribution);
  CHECK(with.rack_supply == without.rack_supply);
}

TEST_CASE("twice the hub has twice the losses") {
  const PowerChain chain = catalogue::legacy_chain();
  const ChainLosses one = chain_losses(chain, 3.0 * unit::MW, 1.0 * unit::MW, design);
  const ChainLosses two = chain_losses(chain, 6.0 * unit::MW, 2.0 * unit::MW, 2.0 * design);
  CHECK(two.total() / one.total() == Approx(2.0).epsilon(1e-12));
}

}  // namespace
}  // namespace hubwatt
