// Compute capacity as the source reports state it, got from their shipments, parts and rates. CAICT 2026: blue book
// on advanced computing and the computing power index (2026-03), figures of mid 2025 unless told; Tsinghua 2023:
// observation report on computing power, with figures of IDC.
#include <numeric>
#include <vector>

#include "models/capacity.hpp"
#include "models/cohort.hpp"
#include "models/growth.hpp"
#include "models/server_compute.hpp"
#include "models/units.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

constexpr CapacityTag fp32_devices{Precision::fp32, CapacityScope::shipped_devices};

// General, AI and super computing in EFLOPS of FP32 equivalents.
double total_eflops(double general, double ai, double super) {
  CapacityTotals totals;
  for (const double part : {general, ai, super}) totals.add(part * unit::EFLOPS, fp32_devices);
  return totals.of(fp32_devices) / unit::EFLOPS;
}

// Six years of servers: the last two are told by figure and rate, the four before by the sum.
std::vector<double> six_years(double sum, double last, double growth) {
  const double before = grown(last, growth, -1);
  const double earlier = (sum - last - before) / 4.0;
  return {earlier, earlier, earlier, earlier, before, last};
}

}  // namespace

TEST_CASE("six years of general servers at 8.03 TFLOPS each are 175 EFLOPS") {
  const std::vector<double> shipped = six_years(21.78e6, 3.731e6, -0.04);
  const double servers = stock(StepLife{6}, shipped);
  CHECK(servers == Approx(21.78e6).epsilon(1e-12));
  CHECK(servers * (8.035 * unit::TFLOPS) / unit::EFLOPS == Approx(175.0).epsilon(0.001));
  const ServerChips server{.chips = 2, .cores = 28, .per_cycle = 64.0 * unit::FLOP, .clock = 2.2 * unit::GHz};
  CHECK(servers * server_compute(server) / unit::EFLOPS == Approx(175.0).epsilon(0.02));
}

TEST_CASE("six years of AI servers leave 460 TFLOPS in FP32 equivalents for each") {
  const std::vector<double> shipped = six_years(1.70e6, 0.63e6, 0.93);
  const double servers = stock(StepLife{6}, shipped);
  CHECK(servers == Approx(1.70e6).epsilon(1e-12));
  CHECK(782.0 * unit::EFLOPS / servers / unit::TFLOPS == Approx(460.0).epsilon(0.001));
  CHECK(shipped.front() < shipped[4]);  // 0.19 M a year before the boom
}

TEST_CASE("China's general, AI and super computing add up to 962 EFLOPS, now and a year before") {
  const double china = total_eflops(175.0, 782.0, 5.2);
  CHECK(china == Approx(962.0).epsilon(0.001));
  CHECK(175.0 / china == Approx(0.182).margin(5e-4));
  CHECK(782.0 / china == Approx(0.81).margin(5e-3));
  const double before = total_eflops(grown(175.0, 0.15, -1), grown(782.0, 0.96, -1), 5.2);
  CHECK(before == Approx(grown(962.0, 0.73, -1)).epsilon(0.005));
}

TEST_CASE("the world's parts add up to 4495 EFLOPS, 21 % of them in China") {
  const double world = total_eflops(597.0, 3846.0, 52.0);
  CHECK(world == Approx(4495.0).epsilon(1e-12));
  CHECK(3846.0 / world == Approx(0.85).margin(0.01));
  CHECK(962.0 / world == Approx(0.21).margin(0.005));
  // A year before, with an AI share lower by 13 points, general computing was less but not much.
  const double before = grown(world, 1.17, -1);
  const double general = before * (1.0 - (3846.0 / world - 0.13)) - grown(52.0, 0.63, -1);
  CHECK(597.0 / general - 1.0 > 0.0);
  CHECK(597.0 / general - 1.0 < 0.2);
}

TEST_CASE("50 ZFLOPS in 2030 take more than 60 % a year, and 65 % a year of AI") {
  CHECK(growth_rate(4495.0, 50e3, 5) == Approx(0.619).margin(5e-4));
  CHECK(grown(4495.0, 0.60, 5.5) > 50e3);  // from the middle of 2025 to the end of 2030
  CHECK(growth_rate(3846.0, 0.95 * 50e3, 5) == Approx(0.653).margin(5e-4));
}

TEST_CASE(
    "China's AI computing passes 1000 EFLOPS and 85 % by the end of 2025 at the rate of its last year") {
  const double ai = grown(782.0, 0.96, 0.5);
  CHECK(ai > 1000.0);
  CHECK(ai / total_eflops(grown(175.0, 0.15, 0.5), ai, 5.2) == Approx(0.85).margin(0.005));
}

TEST_CASE("IDC's AI computing of 2022 and 2027 are 33.9 % a year apart") {
  CHECK(growth_rate(259.9, 1117.4, 5) == Approx(0.339).margin(5e-4));  // as Tsinghua 2023 states
  CHECK(growth_rate(54.5, 117.3, 5) == Approx(0.166).margin(5e-4));
  CHECK(grown(259.9, 0.339, 1) < 414.1);  // growth comes early
}

TEST_CASE("figures of unlike precision and scope have no total") {
  CapacityTotals totals;
  totals.add(748.0 * unit::EFLOPS, {Precision::fp16, CapacityScope::infrastructure});  // CAICT 2025, March
  totals.add(782.0 * unit::EFLOPS, fp32_devices);                                      // CAICT 2026, June
  CHECK_FALSE(totals.fp32_equivalents(CapacityScope::infrastructure, {}));
  Fp32Equivalents ratios;
  ratios.set(Precision::fp16, 0.5);
  CHECK(*totals.fp32_equivalents(CapacityScope::infrastructure, ratios) / unit::EFLOPS == Approx(374.0));
  CHECK(*totals.fp32_equivalents(CapacityScope::shipped_devices, ratios) / unit::EFLOPS == Approx(782.0));
}

TEST_CASE("China has 37.8 % of the storage per compute of the United States") {
  const StorageRatio china = storage_per_compute(0.42 * unit::TB, 1.0 * unit::GFLOPS);
  const StorageRatio united_states = storage_per_compute(1.11 * unit::TB, 1.0 * unit::GFLOPS);
  CHECK(china / united_states == Approx(0.378).margin(5e-4));  // Zhang and Cao 2025
}

TEST_CASE("demand for servers in China's west falls while that of the east grows") {
  CHECK(growth_rate(0.024e6, 0.016e6, 7) == Approx(-0.056).margin(5e-4));  // 2019 to 2026, Tsinghua 2023
  const std::vector<double> regions{2.367e6, 0.980e6, 0.674e6, 0.016e6};
  CHECK(regions.back() / std::accumulate(regions.begin(), regions.end(), 0.0) < 0.1);
}

TEST_CASE("accelerated servers by chips add up to their market") {
  CHECK(15.5 + 6.6 == Approx(22.1).epsilon(1e-12));  // G$, China 2024, CAICT 2026
  CHECK(15.5 / 22.1 == Approx(0.70).margin(0.005));
  CHECK(grown(1.72e6, 0.243, 1) == Approx(2.14e6).epsilon(0.001));  // AI servers of the world in 2025
}

}  // namespace hubwatt
