// Stocks, growth and the economy of projections: figures of the reports.
#include "models/cohort.hpp"
#include "models/economy_growth.hpp"
#include "models/economy_regression.hpp"
#include "models/server_compute.hpp"
#include "models/units.hpp"
#include "scenarios/projection/projection_reader.hpp"
#include "tools/validate/projected.hpp"
#include "tools/validate/sections.hpp"
#include "tools/validate/trial_run.hpp"

namespace hubwatt::validation {

namespace {

Projection projection_of(const std::string& text) {
  const trial::Scratch scratch;
  return read_projection(scratch.write(
      "projection.toml",
      "schema = 1\nname = \"p\"\nregion = \"China\"\nscope = \"reports\"\nscope_note = \"a check\"\n" +
          text));
}

void national_growth(std::vector<Case>& cases) {
  const Projection projection = projection_of(
      "start = 2024\nend = 2030\nenergy = { 2024 = \"166 TWh\", growth = 0.15 }\n"
      "[[plant]]\nname = \"mean\"\npue = 1.42\n[[place]]\nname = \"china\"\nplant = \"mean\"\n");
  const double by_hand[] = {190.9, 219.535, 252.46525, 290.3350375, 333.885293125, 383.96808709375};
  for (int year = 2025; year <= 2030; ++year)
    cases.push_back(compare({"S04", "166 TWh in 2024, 15 % a year: " + std::to_string(year),
                             Evidence::arithmetic, "product of the inputs"},
                            by_hand[year - 2025], projected(projection, "facility_energy", year), exact(),
                            "TWh"));
  cases.push_back(at_least({"S04", "the same: the energy reported for 2030", Evidence::published,
                            "China, 2030: more than 380 TWh (Zhang, Cao 2025)"},
                           380.0, projected(projection, "facility_energy", 2030), "TWh"));
}

void national_servers(std::vector<Case>& cases) {
  const std::vector<double> constant(20, 21.78e6 / 6.0);
  const double servers = stock(StepLife{6}, constant);
  cases.push_back(compare({"S12", "stock of constant shipments that serve six years, in years of shipments",
                           Evidence::arithmetic, "sum"},
                          6.0, servers / constant.back(), exact(), ""));
  cases.push_back(compare({"S12", "21.78 M general servers of 8.035 TFLOPS", Evidence::arithmetic,
                           "the mean that CAICT 2026 implies: 175 EFLOPS from six years of shipments"},
                          175.0, servers * (8.035 * unit::TFLOPS) / unit::EFLOPS, percent(0.1), "EFLOPS"));
  const ServerChips two_sockets{
      .chips = 2, .cores = 28, .per_cycle = 64.0 * unit::FLOP, .clock = 2.2 * unit::GHz};
  cases.push_back(compare({"S12", "the same of 2 chips x 28 cores x 64 FLOP per cycle x 2.2 GHz",
                           Evidence::published, "as above; the chip is a guess at the mean of six years"},
                          175.0, servers * server_compute(two_sockets) / unit::EFLOPS, percent(2), "EFLOPS"));
}

// What the catalogue holds of published economics.
EconomySettings published_economics() {
  return *projection_of(
              "start = 2024\nend = 2030\nenergy = \"1 TWh\"\n"
              "economy = { cities = [\"cities-2017-2022\", \"hubs-2021\"], thresholds = "
              "[\"cities-2017-2022\"], "
              "growth = \"worked-example\" }\n"
              "[[plant]]\nname = \"mean\"\npue = 1.42\n[[place]]\nname = \"china\"\nplant = \"mean\"\n")
              .economy;
}

void published_regressions(std::vector<Case>& cases) {
  const EconomySettings economics = published_economics();
  const auto one_percent = [&cases](const char* what, double expected, double slope) {
    cases.push_back(compare({"S16", what, Evidence::published, "equations of CAICT 2025, annex"}, expected,
                            100.0 * slope * 0.01, exact(), "%"));
  };
  const ThresholdRegression& threshold = economics.thresholds.front();
  one_percent("GDP of a city for 1 % more computing", 0.0426, elasticity(economics.cities[0], City::other));
  one_percent("the same, low-GDP cities", -0.3609, elasticity(threshold, GdpGroup::low));
  one_percent("the same, high-GDP cities", 0.0286, elasticity(threshold, GdpGroup::high));
  one_percent("the same, hub city in 2021", 0.0271, elasticity(economics.cities[1], City::hub));
}

void growth_model(std::vector<Case>& cases) {
  const GrowthEconomy economy = published_economics().growth.value();
  const auto figure_of = [&cases](const char* what, double expected, double got) {
    cases.push_back(compare({"S17", what, Evidence::arithmetic,
                             "equations of Tsinghua 2023, worked by hand for the catalogue's example"},
                            expected, got, {1e-5, true, "1e-5"}, "", 6));
  };
  figure_of("computing for services over computing in production", 0.16 / 0.3,
            services_per_production(economy));
  figure_of("steady growth", 0.0667391, steady_growth(economy));
  figure_of("growth per part of investment into computing", 0.0086957, growth_per_computing_part(economy));
  figure_of("yield of computing above which that is positive", 0.0920, threshold_yield(economy));
}

}  // namespace

Section growth() {
  Section section{"Stocks, growth and the economy",
                  "Trajectories are those of the fast chain of `hubwatt project`.",
                  {},
                  {}};
  national_growth(section.cases);
  national_servers(section.cases);
  published_regressions(section.cases);
  growth_model(section.cases);
  return section;
}

}  // namespace hubwatt::validation
