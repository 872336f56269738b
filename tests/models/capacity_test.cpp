// Totals of compute capacity by tag, and what they refuse to add.
#include "models/capacity.hpp"

#include <type_traits>

#include "models/random.hpp"
#include "models/units.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

constexpr CapacityTag shipped(Precision precision) {
  return {precision, CapacityScope::shipped_devices};
}
constexpr CapacityTag in_data_centers(Precision precision) {
  return {precision, CapacityScope::infrastructure};
}

// Neither a total without a tag nor one over scopes can be asked for.
template <class... Arguments>
constexpr bool adds_up_by = requires(const CapacityTotals& totals, Arguments... arguments) {
  totals.fp32_equivalents(arguments...);
};
static_assert(adds_up_by<CapacityScope, Fp32Equivalents>);
static_assert(!adds_up_by<Fp32Equivalents> && !adds_up_by<CapacityScope> && !adds_up_by<>);
static_assert(!std::is_invocable_v<decltype(&CapacityTotals::add), CapacityTotals&, ComputeRate>);

}  // namespace

TEST_CASE("a tag reads as precision and scope") {
  CHECK(text(shipped(Precision::fp16)) == "FP16, shipped devices");
  CHECK(text(in_data_centers(Precision::fp64)) == "FP64, infrastructure");
  CHECK(text(shipped(Precision::fp32)) == "FP32, shipped devices");
  CHECK(text(in_data_centers(Precision::fp8)) == "FP8, infrastructure");
}

TEST_CASE("capacities of one tag add up and those of another are not in the total") {
  CapacityTotals totals;
  totals.add(100.0 * unit::EFLOPS, shipped(Precision::fp32))
      .add(75.0 * unit::EFLOPS, shipped(Precision::fp32));
  totals.add(748.0 * unit::EFLOPS, in_data_centers(Precision::fp16));
  CHECK(totals.of(shipped(Precision::fp32)) / unit::EFLOPS == Approx(175.0).epsilon(1e-15));
  CHECK(totals.of(in_data_centers(Precision::fp16)) / unit::EFLOPS == Approx(748.0).epsilon(1e-15));
  CHECK(totals.of(shipped(Precision::fp16)) == ComputeRate{});
}

TEST_CASE("precisions add up as FP32 equivalents of one scope, by ratios that were told") {
  CapacityTotals totals;
  totals.add(175.0 * unit::EFLOPS, shipped(Precision::fp32));
  totals.add(1564.0 * unit::EFLOPS, shipped(Precision::fp16));
  totals.add(748.0 * unit::EFLOPS, in_data_centers(Precision::fp16));
  Fp32Equivalents ratios;
  CHECK_FALSE(totals.fp32_equivalents(CapacityScope::shipped_devices, ratios));
  ratios.set(Precision::fp16, 0.5);
  const auto sum = totals.fp32_equivalents(CapacityScope::shipped_devices, ratios);
  REQUIRE(sum);
  CHECK(*sum / unit::EFLOPS == Approx(175.0 + 782.0).epsilon(1e-15));
  CHECK(*totals.fp32_equivalents(CapacityScope::infrastructure, ratios) / unit::EFLOPS == Approx(374.0));
}

TEST_CASE("a precision nothing is of needs no ratio") {
  CapacityTotals totals;
  CHECK(*totals.fp32_equivalents(CapacityScope::infrastructure, {}) == ComputeRate{});
  totals.add(5.0 * unit::EFLOPS, shipped(Precision::fp32));
  CHECK(*totals.fp32_equivalents(CapacityScope::shipped_devices, {}) == 5.0 * unit::EFLOPS);
}

TEST_CASE("whatever was added is in the total of its tag and of its scope, in any order, and nowhere else") {
  Random random(1, "capacity totals");
  Fp32Equivalents ratios;
  ratios.set(Precision::fp64, 2.0).set(Precision::fp16, 0.5).set(Precision::fp8, 0.25);
  for (int round = 0; round < 500; ++round) {
    CapacityTotals totals;
    double by_tag[2][4] = {};
    for (int i = 0; i < 20; ++i) {
      const auto scope = static_cast<std::size_t>(2.0 * random.uniform());
      const auto precision = static_cast<std::size_t>(4.0 * random.uniform());
      const double eflops = 1000.0 * random.uniform();
      totals.add(eflops * unit::EFLOPS,
                 {static_cast<Precision>(precision), static_cast<CapacityScope>(scope)});
      by_tag[scope][precision] += eflops;
    }
    for (std::size_t scope = 0; scope < 2; ++scope) {
      double sum = 0.0;
      for (std::size_t precision = 0; precision < 4; ++precision) {
        const CapacityTag tag{static_cast<Precision>(precision), static_cast<CapacityScope>(scope)};
        CHECK(totals.of(tag) / unit::EFLOPS == Approx(by_tag[scope][precision]).epsilon(1e-12));
        sum += by_tag[scope][precision] * *ratios.of(tag.precision);
      }
      const auto total = totals.fp32_equivalents(static_cast<CapacityScope>(scope), ratios);
      CHECK(*total / unit::EFLOPS == Approx(sum).epsilon(1e-12));
    }
  }
}

TEST_CASE("storage over compute is told in terabytes per gigaflops") {
  const StorageRatio ratio = storage_per_compute(84.0 * unit::TB, 200.0 * unit::GFLOPS);
  CHECK(ratio / (unit::TB / unit::GFLOPS) == Approx(0.42).epsilon(1e-12));
}

}  // namespace hubwatt
