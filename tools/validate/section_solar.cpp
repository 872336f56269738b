// Photovoltaic output from measured irradiance, against what the plants delivered.
#include <fmt/format.h>

#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "models/solar.hpp"
#include "models/units.hpp"
#include "scenarios/platform_reader.hpp"
#include "scenarios/supply_fields.hpp"
#include "tools/validate/data_columns.hpp"
#include "tools/validate/sections.hpp"

namespace hubwatt::validation {

namespace {

constexpr int hours_of_2019 = 8760;

// The catalogue's plant and sky at a place.
PvSite catalogue_site(double latitude, double longitude) {
  InputFiles files;
  Reading reading{.files = files, .folder = {}, .catalogue = read_catalogue()};
  const auto named = [](const char* id) {
    Node name;
    name.value = std::string(id);
    return name;
  };
  const auto plant = Kind<PvPlant>::read(named("crystalline"), {}, reading);
  const auto sky = Kind<PvSky>::read(named("continental"), {}, reading);
  if (!reading.mistakes.empty()) throw InputError(reading.mistakes);
  return {{latitude, longitude, 8.0 * unit::hour}, *plant, *sky};
}

struct YearOfPlant {
  double hours = 0.0, light = 0.0, measured = 0.0, model = 0.0,
         square = 0.0;  // sums; light in kWh/m2, energy in MWh
  double product = 0.0, measured_square = 0.0, model_square = 0.0;

  void add(double watts_per_m2, double measured_mw, double model_mw) {
    hours += 1.0, light += watts_per_m2 / 1e3, measured += measured_mw, model += model_mw;
    square += (model_mw - measured_mw) * (model_mw - measured_mw);
    product += model_mw * measured_mw;
    measured_square += measured_mw * measured_mw, model_square += model_mw * model_mw;
  }
  double rms_error() const { return std::sqrt(square / hours); }
  double correlation() const {
    return (product - measured * model / hours) / std::sqrt((measured_square - measured * measured / hours) *
                                                            (model_square - model * model / hours));
  }
};

}  // namespace

Section solar() {
  Section section{"Photovoltaics",
                  "Two plants in China, hour by hour: measured irradiance and air temperature go into the "
                  "catalogue's plant "
                  "`crystalline` (PVWatts losses, nothing fitted), and its energy is compared with what the "
                  "plant delivered. The "
                  "places are not told. Site 1's irradiance is as high in January as in June, so it was "
                  "measured on the modules. "
                  "Site 2's is half as high in December as in June while its power is the same: it was "
                  "measured on the level, and "
                  "the model turns it to a plane tilted by the latitude. Its place is read off the light: "
                  "noon at 77 degrees east; "
                  "length of days and air pressure (872 hPa) fit 38 degrees north at the edge of the Tarim "
                  "basin, by 3 degrees or "
                  "so. Three degrees of latitude move its energy by 5 %. What the plants were told to hold "
                  "back is not flagged in "
                  "the data.",
                  {},
                  {}};
  Table table{"Two plants, two years",
              {"plant", "year", "hours", "measured light, kWh/m2", "measured, GWh", "model, GWh", "error",
               "capacity factor, measured", "model", "RMS error of an hour, of capacity", "correlation"},
              {}};
  struct Site {
    const char* name;
    const char* table;
    double capacity_mw;
    IrradiancePlane plane;
    PvSite model;
  };
  for (const Site& site : {Site{"site 1, 50 MW", "tests/data/measured/pv-site1.csv", 50.0,
                                IrradiancePlane::modules, catalogue_site(41.0, 95.0)},
                           Site{"site 2, 130 MW", "tests/data/measured/pv-site2.csv", 130.0,
                                IrradiancePlane::level, catalogue_site(38.0, 77.0)}}) {
    const DataColumns data(site.table);
    const std::vector<double> hour = data.numbers("hour"), light = data.numbers("irradiance_w_m2"),
                              air = data.numbers("air_degc"), power = data.numbers("power_mw");
    std::array<YearOfPlant, 2> years;
    for (std::size_t row = 0; row < data.rows(); ++row) {
      const int since_2019 = static_cast<int>(hour[row]);
      const bool first = since_2019 < hours_of_2019;
      const double share = pv_share_of_measured(site.model, light[row] * unit::W_per_m2, site.plane,
                                                Temperature::celsius(air[row]),
                                                first ? since_2019 : since_2019 - hours_of_2019);
      years[first ? 0 : 1].add(light[row], power[row], share * site.capacity_mw);
    }
    for (std::size_t y = 0; y < years.size(); ++y) {
      const YearOfPlant& year = years[y];
      const std::string number = std::to_string(2019 + y);
      section.cases.push_back(
          compare({"D7", fmt::format("{}, {}: energy of the year", site.name, number), Evidence::measured,
                   "Chen, Xu, Scientific Data 9, 577 (2022), CC BY 4.0"},
                  year.measured / 1e3, year.model / 1e3, percent(10), "GWh", 4));
      const double most = year.hours * site.capacity_mw;
      table.rows.push_back(
          {site.name, number, figure(year.hours, 4), figure(year.light, 4), figure(year.measured / 1e3, 4),
           figure(year.model / 1e3, 4), relative_error(year.measured, year.model),
           figure(year.measured / most, 3), figure(year.model / most, 3),
           figure(100.0 * year.rms_error() / site.capacity_mw, 2, "%"), figure(year.correlation(), 3)});
    }
  }
  section.tables.push_back(std::move(table));
  return section;
}

}  // namespace hubwatt::validation
