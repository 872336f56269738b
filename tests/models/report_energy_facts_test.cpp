// Figures of energy, racks and carbon that the source reports state, got from others of theirs. CAICT 2025: research
// report on the economics of computing power (2025-09); CAICT 2026: blue book on advanced computing and the computing
// power index (2026-03); Liu 2025, Zhang and Cao 2025: the journal papers; IEA: Energy and AI (2025).
#include "models/growth.hpp"
#include "models/rack_stock.hpp"
#include "models/units.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

constexpr Power standard_rack = 2.5 * unit::kW;
constexpr double occupancy = 0.60, pue = 1.42;  // CAICT 2026, middle of 2025

double national_twh(double racks) {
  return rack_energy(racks, standard_rack, occupancy, pue, unit::year) / unit::TWh;
}

}  // namespace

TEST_CASE("166 TWh of 2024 growing by 15 % a year pass 380 TWh in 2030") {
  const double expected[] = {166.0, 190.9, 219.535, 252.46525, 290.3350375, 333.885293125, 383.96808709375};
  for (int year = 0; year <= 6; ++year)
    CHECK(grown(166.0, 0.15, year) == Approx(expected[year]).epsilon(1e-12));
  CHECK(grown(166.0, 0.15, 6) > 380.0);  // Zhang and Cao 2025
  CHECK(growth_rate(166.0, 380.0, 6) == Approx(0.148).margin(5e-4));
}

TEST_CASE("the IEA's paths to 2030 grow by 14.7 % a year for the world and 18.1 % for China") {
  CHECK(growth_rate(415.0, 945.0, 6) == Approx(0.147).margin(5e-4));
  CHECK(growth_rate(102.0, 277.0, 6) == Approx(0.181).margin(5e-4));
  CHECK(grown(415.0, growth_rate(415.0, 945.0, 6), 6) == Approx(945.0));
  // United States, China, Europe, other Asia-Pacific, the rest: rounded figures add up to a unit.
  CHECK(183.0 + 102.0 + 68.0 + 48.0 + 15.0 == Approx(415.0).margin(1.0));
  CHECK(426.0 + 277.0 + 113.0 + 101.0 + 29.0 == Approx(945.0).margin(1.0));
}

TEST_CASE("the United States' path from 58 TWh in 2014 to 176 TWh in 2023 has the rates told for it") {
  CHECK(growth_rate(58.0, 76.0, 4) == Approx(0.07).margin(0.005));  // LBNL 2024
  CHECK(growth_rate(76.0, 176.0, 5) == Approx(0.18).margin(0.005));
  CHECK(growth_rate(176.0, 325.0, 5) == Approx(0.13).margin(0.005));
  CHECK(growth_rate(176.0, 580.0, 5) == Approx(0.27).margin(0.005));
}

TEST_CASE("the energy of 2023 is 15.4 % above one of 130 TWh in 2022") {
  CHECK(grown(150.0, 0.154, -1) == Approx(130.0).epsilon(0.001));  // Liu 2025
}

TEST_CASE("national consumption behind the shares of data centers is that of the statistics") {
  // National Energy Administration: 9 224 TWh in 2023, 9 852 TWh in 2024.
  CHECK(166.0 / 0.0168 == Approx(9852.0).epsilon(0.005));  // CAICT 2025
  CHECK(150.0 / 0.016 == Approx(9224.0).epsilon(0.03));    // Liu 2025, "about 1.6 %"
}

TEST_CASE("380 TWh without renewable energy emit more than 200 Mt at the grid's mean factor") {
  const Carbon emitted = 380.0 * unit::TWh * (0.5306 * unit::kg_per_kWh);
  CHECK(emitted / unit::tonne > 200e6);  // Zhang and Cao 2025
  CHECK(emitted / unit::tonne == Approx(200e6).epsilon(0.01));
}

TEST_CASE("standard racks grew by more than a fifth a year between the counts of three reports") {
  constexpr double end_2023 = 8.10e6, march_2025 = 10.431e6, june_2025 = 10.85e6;
  CHECK(growth_rate(end_2023, march_2025, 1.25) == Approx(0.224).margin(5e-4));
  CHECK(growth_rate(end_2023, june_2025, 1.5) == Approx(0.215).margin(5e-4));
  CHECK(growth_rate(march_2025, june_2025, 0.25) > 0.15);
}

TEST_CASE("the mean stock of racks in 2024 draws the 166 TWh reported within 3 %") {
  const double end_2023 = 8.10e6;
  const double end_2024 = grown(end_2023, growth_rate(end_2023, 10.431e6, 1.25), 1.0);
  CHECK(national_twh(0.5 * (end_2023 + end_2024)) == Approx(166.0).epsilon(0.03));
}

TEST_CASE("occupied racks leave 540 W for each of the 30 million servers") {
  const Power it = rack_it_power(10.85e6, standard_rack, occupancy);
  CHECK(it / 30e6 / unit::W == Approx(542.5).epsilon(1e-12));  // CAICT 2026: racks and servers of one date
}

TEST_CASE("money for inference and for training is the same in 2025") {
  const double training = grown(4.096, 1.237, 1), inference = grown(3.351, 1.734, 1);  // G$, CAICT 2026
  CHECK(training == Approx(9.16).margin(0.005));
  CHECK(inference == Approx(9.16).margin(0.005));
  CHECK(4.096 + 3.351 == Approx(7.447).epsilon(1e-12));
}

TEST_CASE("rates told for markets lead from one of their figures to the other") {
  CHECK(growth_rate(171.755, 498.993, 5) ==
        Approx(0.238).margin(5e-4));                            // infrastructure services, CAICT 2026
  CHECK(grown(2.37, 0.468, 5) == Approx(16.2).epsilon(0.005));  // liquid-cooled servers, 2029, G$
}

}  // namespace hubwatt
