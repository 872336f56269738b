// The carbon intensity of three balancing areas of the United States, recomputed hour by hour from what each
// fuel generated.
#include <fmt/format.h>

#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "models/units.hpp"
#include "scenarios/fuel_fields.hpp"
#include "tools/validate/data_columns.hpp"
#include "tools/validate/sections.hpp"

namespace hubwatt::validation {

namespace {

// A column of the table and the catalogue's fuel for it.
struct FuelColumn {
  const char* column;
  const char* fuel;
};
constexpr std::array columns = {FuelColumn{"wnd_mw", "wind"},    FuelColumn{"sun_mw", "solar"},
                                FuelColumn{"wat_mw", "hydro"},   FuelColumn{"oil_mw", "oil"},
                                FuelColumn{"ng_mw", "gas"},      FuelColumn{"col_mw", "coal"},
                                FuelColumn{"nuc_mw", "nuclear"}, FuelColumn{"oth_mw", "biomass"}};

struct AreaError {
  int hours = 0;
  double published = 0.0, recomputed = 0.0, direct = 0.0;  // sums over the hours, g/kWh
  double square = 0.0, largest = 0.0;
};

std::vector<std::string> table_row(const std::string& area, const AreaError& e) {
  const double n = e.hours;
  return {area,
          std::to_string(e.hours),
          fmt::format("{:.2f}", e.published / n),
          fmt::format("{:.2f}", e.recomputed / n),
          fmt::format("{:.4f}", std::sqrt(e.square / n)),
          fmt::format("{:.4f}", e.largest),
          fmt::format("{:.1f}", e.direct / n)};
}

}  // namespace

Section grid_carbon() {
  Section section{"Carbon intensity of a mix",
                  "Hourly generation by fuel and average intensity of three areas, 2022 (EIA-930, as "
                  "published with dc-rl), every "
                  "13th hour. The published intensities were computed upstream from factors that are not "
                  "told; a regression gives "
                  "11, 41, 24, 650, 490, 820, 12 and 230 g/kWh for wind, sun, water, oil, gas, coal, nuclear "
                  "and other, to three "
                  "decimals: the life-cycle medians of IPCC AR5 (2014), and 650 for oil. These are the "
                  "`life_cycle` figures of "
                  "`platforms/catalogue/fuels.toml`. So the case shows the arithmetic and the factors, not "
                  "what the chimneys gave; "
                  "that is nearer to `direct` (EIA 2022), shown beside it.",
                  {},
                  {}};
  std::vector<FuelFactors> fuels;
  for (const FuelColumn& column : columns) fuels.push_back(catalogue_fuel(column.fuel));
  const DataColumns data("tests/data/measured/eia-mix-2022.csv");
  const std::vector<std::string> area = data.texts("area");
  const std::vector<double> published = data.numbers("g_per_kwh");
  std::vector<std::vector<double>> megawatts;
  for (const FuelColumn& column : columns) megawatts.push_back(data.numbers(column.column));
  Table table{
      "Hours of three areas, g/kWh",
      {"area", "hours", "published mean", "recomputed mean", "RMS error", "largest error", "direct, mean"},
      {}};
  for (const char* name : {"CISO", "PJM", "MISO"}) {
    AreaError error;
    for (std::size_t row = 0; row < data.rows(); ++row) {
      if (area[row] != name) continue;
      std::vector<FuelGeneration> mix;
      for (std::size_t f = 0; f < fuels.size(); ++f) mix.push_back({&fuels[f], megawatts[f][row] * unit::MW});
      const double got = 1e3 * (mix_intensity(mix, CarbonScope::life_cycle) / unit::kg_per_kWh);
      const double off = got - published[row];
      ++error.hours;
      error.published += published[row], error.recomputed += got;
      error.direct += 1e3 * (mix_intensity(mix, CarbonScope::direct) / unit::kg_per_kWh);
      error.square += off * off;
      error.largest = std::max(error.largest, std::fabs(off));
    }
    table.rows.push_back(table_row(name, error));
    section.cases.push_back(compare({"D4", std::string(name) + ": mean intensity of the year's sample",
                                     Evidence::published, "EIA-930 through dc-rl; public domain"},
                                    error.published / error.hours, error.recomputed / error.hours,
                                    percent(0.1), "g/kWh", 6));
    section.cases.push_back(
        at_most({"D4", std::string(name) + ": largest error of an hour", Evidence::published, "the same"},
                0.5, error.largest, "g/kWh", 1));
  }
  section.tables.push_back(std::move(table));
  return section;
}

}  // namespace hubwatt::validation
