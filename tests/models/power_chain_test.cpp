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

// A chain of every shape: modules, redundancy, sleep, a second path.
ChainStage any_stage(Random& random) {
  const auto pick = [&random](int n) { return static_cast<int>(random.uniform() * n); };
  return {.fixed = 0.04 * random.uniform(),
          .linear = 0.03 * random.uniform(),
          .square = 0.05 * random.uniform(),
          .modules = pick(8),
          .redundancy = static_cast<Redundancy>(pick(3)),
          .module_sleep = pick(2) == 1};
}

PowerChain any_chain(Random& random) {
  PowerChain chain;
  chain.transformer = any_stage(random), chain.ups = any_stage(random);
  chain.distribution = any_stage(random), chain.rack_supply = any_stage(random);
  chain.oversize = 1.0 + random.uniform();
  chain.transformer_margin = 1.0 + random.uniform();
  if (random.uniform() < 0.4) chain.second_path = {random.uniform(), any_stage(random), any_stage(random)};
  return chain;
}

TEST_CASE("a chain of any shape never loses less under a higher load") {
  Random random(5, "power chain test");
  for (int i = 0; i < 20000; ++i) {
    const PowerChain chain = any_chain(random);
    const Power low = random.uniform() * design;
    const Power high = low + (design - low) * random.uniform();
    const Power beside = 0.4 * random.uniform() * design;
    const Power less = chain_losses(chain, low, beside, design).total();
    const Power more = chain_losses(chain, high, beside, design).total();
    REQUIRE(less >= Power{});
    REQUIRE(less <= more * (1.0 + 1e-12));
  }
}

TEST_CASE("five modules with one more lose what a chain oversized by 1.2 loses") {
  const PowerChain whole = catalogue::modern_chain();
  PowerChain split = whole;
  for (ChainStage* stage : {&split.transformer, &split.ups, &split.distribution, &split.rack_supply}) {
    stage->modules = 5;
    stage->redundancy = Redundancy::n_plus_1;
  }
  split.oversize = 9.0;
  for (const double load : {0.0, 0.1, 0.6, 1.0}) {
    const Power a = chain_losses(whole, load * design, 0.2 * design, design).total();
    const Power b = chain_losses(split, load * design, 0.2 * design, design).total();
    CHECK(b / a == Approx(1.0).epsilon(1e-12));
  }
}

TEST_CASE("two paths carry half each, and one of them out leaves the other with all") {
  PowerChain chain;
  chain.ups = {.fixed = 0.01, .linear = 0.0, .square = 0.04, .modules = 4, .redundancy = Redundancy::two_n};
  const Power full = chain_losses(chain, design, {}, design).total();
  CHECK(full / design == Approx(2.0 * (0.01 + 0.04 * 0.25)).epsilon(1e-12));
  const Power one_path = chain_losses(chain, design, {}, design, {.ups = 4}).total();
  CHECK(one_path / design == Approx(0.01 + 0.04).epsilon(1e-12));
}

TEST_CASE("unlike paths share the load as told, and the second takes over from the first") {
  PowerChain chain;
  chain.ups = {.fixed = 0.0, .linear = 0.01, .square = 0.0, .modules = 2};
  chain.second_path = {.split = 0.25, .ups = {.linear = 0.05}, .distribution = {}};
  const auto loss = [&](int failed) {
    return chain_losses(chain, design, {}, design, {.ups = failed}).total() / design;
  };
  CHECK(loss(0) == Approx(0.75 * 0.01 + 0.25 * 0.05).epsilon(1e-12));
  CHECK(loss(1) == Approx(0.5 * 0.01 + 0.5 * 0.05).epsilon(1e-12));  // one module of two carries half
  CHECK(loss(2) == Approx(0.05).epsilon(1e-12));
}

TEST_CASE("what is left of a stage follows its sound modules") {
  PowerChain chain;
  chain.ups = {.modules = 4, .redundancy = Redundancy::n_plus_1};
  chain.distribution = {.modules = 2, .redundancy = Redundancy::two_n};
  chain.oversize = 1.5;
  const auto left = [&](Stage stage, int failed) { return chain_capacity(chain, design, stage, failed) / design; };
  CHECK(left(Stage::ups, 0) == Approx(1.25));
  CHECK(left(Stage::ups, 1) == Approx(1.0));
  CHECK(left(Stage::ups, 3) == Approx(0.5));
  CHECK(left(Stage::ups, 9) == 0.0);
  CHECK(left(Stage::distribution, 2) == Approx(1.0));
  CHECK(left(Stage::transformer, 0) == Approx(1.5));
  CHECK(left(Stage::transformer, 1) == 0.0);
  chain.second_path = SecondPath{};
  CHECK(left(Stage::ups, 5) == Approx(1.5));
  CHECK(left(Stage::rack_supply, 1) == 0.0);
}

}  // namespace
}  // namespace hubwatt
