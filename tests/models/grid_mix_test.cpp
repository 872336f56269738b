#include "models/grid_mix.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "models/random.hpp"
#include "models/units.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

FuelFactors fuel(double life_cycle, double direct, bool renewable) {
  FuelFactors out;
  out.life_cycle = life_cycle * unit::kg_per_kWh;
  out.direct = direct * unit::kg_per_kWh;
  out.renewable = renewable;
  return out;
}

TEST_CASE(
    "a mix of three parts coal and one part wind has three quarters of coal's carbon and a quarter of "
    "wind's") {
  const FuelFactors coal = fuel(0.82, 1.04, false), wind = fuel(0.011, 0.0, true);
  const std::array mix = {FuelGeneration{&coal, 3.0 * unit::MW}, FuelGeneration{&wind, 1.0 * unit::MW}};
  CHECK(mix_intensity(mix, CarbonScope::life_cycle) / unit::kg_per_kWh == Approx(0.75 * 0.82 + 0.25 * 0.011));
  CHECK(mix_intensity(mix, CarbonScope::direct) / unit::kg_per_kWh == Approx(0.78));
  CHECK(renewable_share(mix) == Approx(0.25));
}

TEST_CASE(
    "a mix lies between its fuels, whatever it is counted in, and more of a fuel moves it towards that "
    "fuel") {
  Random random(1, "grid mix test");
  for (int i = 0; i < 5000; ++i) {
    std::vector<FuelFactors> fuels;
    for (int f = 0; f < 6; ++f)
      fuels.push_back(fuel(random.uniform(), random.uniform(), random.uniform() < 0.5));
    std::vector<FuelGeneration> mix, tenfold;
    for (const FuelFactors& f : fuels) {
      const Power power = random.uniform() * unit::MW;
      mix.push_back({&f, power});
      tenfold.push_back({&f, 10.0 * power});
    }
    const CarbonIntensity of_mix = mix_intensity(mix, CarbonScope::life_cycle);
    const auto [least, most] = std::minmax_element(
        fuels.begin(), fuels.end(), [](const auto& a, const auto& b) { return a.life_cycle < b.life_cycle; });
    REQUIRE(of_mix >= least->life_cycle * (1.0 - 1e-12));
    REQUIRE(of_mix <= most->life_cycle * (1.0 + 1e-12));
    REQUIRE(mix_intensity(tenfold, CarbonScope::life_cycle) / of_mix == Approx(1.0).epsilon(1e-12));
    REQUIRE(renewable_share(mix) >= 0.0);
    REQUIRE(renewable_share(mix) <= 1.0 + 1e-12);
    mix.push_back({&*most, unit::MW});
    REQUIRE(mix_intensity(mix, CarbonScope::life_cycle) >= of_mix * (1.0 - 1e-12));
  }
}

}  // namespace
}  // namespace hubwatt
