#include "models/chain_stage.hpp"

#include "models/random.hpp"
#include "models/units.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

constexpr Power rating = 1.0 * unit::MW;

TEST_CASE("redundancy installs a module more, or as many again") {
  CHECK(installed_modules({.modules = 4}) == 4);
  CHECK(installed_modules({.modules = 4, .redundancy = Redundancy::n_plus_1}) == 5);
  CHECK(installed_modules({.modules = 4, .redundancy = Redundancy::two_n}) == 8);
  CHECK(installed_modules({}) == 1);
}

TEST_CASE("a module out leaves its load to the others") {
  const ChainStage stage{
      .fixed = 0.01, .linear = 0.02, .square = 0.03, .modules = 3, .redundancy = Redundancy::n_plus_1};
  const Power rated = rated_power(stage, 3.0 * rating, 1.0);  // four of 1 MW
  CHECK(rated / rating == Approx(4.0).epsilon(1e-12));
  CHECK(stage_loss(stage, 3.0 * rating, rated, 1) / rating == Approx(3.0 * 0.06).epsilon(1e-12));
  CHECK(stage_loss(stage, 3.0 * rating, rated) / rating ==
        Approx(0.04 + 0.06 + 0.03 * 9.0 / 4.0).epsilon(1e-12));
  CHECK(stage_loss(stage, 3.0 * rating, rated, 4) == Power{});
}

TEST_CASE("modules that sleep leave as many running as load and redundancy need, or as lose least") {
  ChainStage stage{.fixed = 0.02, .linear = 0.0, .square = 0.0, .modules = 4, .module_sleep = true};
  const auto fixed = [&stage](double load) {
    return stage_loss(stage, load * rating, rated_power(stage, 4.0 * rating, 1.0)) / (0.02 * rating);
  };
  CHECK(fixed(0.0) == Approx(1.0));
  CHECK(fixed(1.0) == Approx(1.0));
  CHECK(fixed(1.1) == Approx(2.0));
  CHECK(fixed(4.0) == Approx(4.0));
  stage.redundancy = Redundancy::n_plus_1;
  CHECK(fixed(1.1) == Approx(3.0));
  stage.redundancy = Redundancy::two_n;
  CHECK(fixed(1.1) == Approx(4.0));
  CHECK(fixed(4.0) == Approx(8.0));
  stage = {.fixed = 0.01, .linear = 0.0, .square = 0.09, .modules = 4, .module_sleep = true};
  // A quarter of the load: 1, 2, 3 modules lose 0.1, 0.065, 0.06 of one's rating; four lose 0.0625.
  CHECK(stage_loss(stage, rating, 4.0 * rating) / rating == Approx(0.06).epsilon(1e-12));
}

TEST_CASE("sleeping modules never cost energy, and no stage loses less under a higher load") {
  Random random(6, "chain stage test");
  for (int i = 0; i < 20000; ++i) {
    ChainStage stage{.fixed = 0.05 * random.uniform(),
                     .linear = 0.05 * random.uniform(),
                     .square = 0.1 * random.uniform(),
                     .modules = 1 + static_cast<int>(8.0 * random.uniform()),
                     .redundancy = static_cast<Redundancy>(static_cast<int>(3.0 * random.uniform()))};
    const Power rated = rated_power(stage, rating, 1.0);
    const int failed = static_cast<int>(3.0 * random.uniform());
    const Power left = remaining_power(stage, rated, failed);
    const Power low = random.uniform() * left;
    const Power high = low + (left - low) * random.uniform();
    const Power awake = stage_loss(stage, low, rated, failed);
    REQUIRE(awake <= stage_loss(stage, high, rated, failed) * (1.0 + 1e-12));
    stage.module_sleep = true;
    const Power asleep = stage_loss(stage, low, rated, failed);
    REQUIRE(asleep >= Power{});
    REQUIRE(asleep <= awake * (1.0 + 1e-12));
    REQUIRE(asleep <= stage_loss(stage, high, rated, failed) * (1.0 + 1e-12));
  }
}

TEST_CASE("losses fitted to efficiencies give those efficiencies back") {
  Random random(7, "chain stage test");
  for (int i = 0; i < 3000; ++i) {
    const ChainStage stage{0.03 * random.uniform(), 0.04 * random.uniform(), 0.05 * random.uniform()};
    std::array<double, 5> efficiency{};
    for (std::size_t at = 0; at < efficiency.size(); ++at) {
      const double x = efficiency_loads[at];
      efficiency[at] = x / (x + stage.fixed + x * (stage.linear + x * stage.square));
    }
    const LossFit fit = fit_losses(efficiency);
    REQUIRE(fit.fixed == Approx(stage.fixed).margin(1e-9));
    REQUIRE(fit.linear == Approx(stage.linear).margin(1e-9));
    REQUIRE(fit.square == Approx(stage.square).margin(1e-9));
    REQUIRE(fit.greatest_gap < 1e-9);
  }
}

TEST_CASE("a fit never has a coefficient below zero, and says how far it is off") {
  const LossFit fit = fit_losses({0.99, 0.5, 0.99, 0.5, 0.99});
  CHECK(fit.fixed >= 0.0);
  CHECK(fit.linear >= 0.0);
  CHECK(fit.square >= 0.0);
  CHECK(fit.greatest_gap > 0.1);
}

}  // namespace
}  // namespace hubwatt
