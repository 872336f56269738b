#include <fmt/format.h>

#include "models/units.hpp"
#include "scenarios/renewable_year.hpp"
#include "scenarios/server_fields.hpp"
#include "scenarios/supply_fields.hpp"

namespace hubwatt {
namespace {

constexpr std::string_view give_the_hours = "give the hours of the plant as output = { file, column }";

void check_wind(const Renewable& plant, const Node& node, Reading& reading) {
  for (const std::string_view key : {"irradiance", "irradiance_plane", "tilt", "azimuth", "pv", "sky"}) {
    if (node.find(key)) reading.mistake_at_key(node, key, "is of plants of kind \"pv\"");
    reading.forget(node, key);
  }
  const double limit = wind_capacity_factor_limit(plant.wind);
  if (plant.capacity_factor <= limit) return;
  reading.mistake_at_key(node, "capacity_factor",
                         fmt::format("no wind year of the model reaches that (at most {:.3g})", limit),
                         std::string(give_the_hours));
}

void check_renewable(const Renewable& plant, const Node& node, Reading& reading) {
  const int told = int{node.find("capacity_factor") != nullptr} + int{plant.output.has_value()} +
                   int{plant.irradiance.has_value()};
  if (told != 1) {
    reading.mistake(node, "exactly one of capacity_factor, output and irradiance is due");
  }
  if (plant.kind == RenewableKind::wind) {
    check_wind(plant, node, reading);
    return;
  }
  reading.forget(node, "wind");
  if (node.find("wind")) reading.mistake_at_key(node, "wind", "is of plants of kind \"wind\"");
  if (node.find("irradiance_plane") && !plant.irradiance) {
    reading.mistake_at_key(node, "irradiance_plane", "tells of an irradiance that is not given");
  }
}

void check_wind_farm(const WindFarm& farm, const Node& node, Reading& reading) {
  if (farm.cut_in < farm.rated && farm.rated < farm.cut_out && farm.cut_out < farm.stop) return;
  reading.mistake(node, "the power curve must rise: cut_in < rated < cut_out < stop");
}

template <class T>
Field<T> source_of() {
  return field("source", &T::source, "where the figures come from").else_means("not told");
}
template <class T>
Field<T> confidence_of() {
  return field("confidence", &T::confidence, "how well they are founded")
      .defaults("\"estimate\"", "nothing better is claimed unless said");
}

Field<WindFarm> speed(std::string_view key, Speed WindFarm::*member, std::string_view doc) {
  return field(key, member, doc).within(between(0.0 * unit::m_per_s, 60.0 * unit::m_per_s));
}

}  // namespace

void check_renewables(const Hub& hub, const Node& node, Reading& reading) {
  for (std::size_t i = 0; i < hub.renewables.size(); ++i) {
    const Renewable& plant = hub.renewables[i];
    if (plant.kind != RenewableKind::pv || plant.output || plant.irradiance) continue;
    const PvSite site = pv_site(hub, plant);
    if (pv_can_reach(site, plant.capacity_factor)) continue;
    const Node& table = (*node.find("renewable")->array())[i];
    reading.mistake_at_key(table, "capacity_factor",
                           fmt::format("a year without a cloud gives {:.3f} here", pv_capacity_factor_limit(site)),
                           std::string(give_the_hours));
  }
}

template <>
Form<PvPlant> form_of() {
  return {"a photovoltaic plant",
          {field("dc_ratio", &PvPlant::dc_ratio, "peak power of the modules over the plant's capacity")
               .within(between(0.5, 3.0))
               .defaults("1.0", "capacity counts modules"),
           field("losses", &PvPlant::losses, "of direct current: dirt, wiring, mismatch, outages")
               .within(between(0.0, 0.9)),
           field("inverter_efficiency", &PvPlant::inverter_efficiency, "direct to alternating current")
               .within(between(0.5, 1.0)),
           field("temperature_coefficient", &PvPlant::temperature_coefficient, "of the power per K")
               .within(between(-0.01, 0.0)),
           field("nominal_cell", &PvPlant::nominal_cell, "cells at 800 W/m2 in air of 20 degC")
               .within(between(Temperature::celsius(20.0), Temperature::celsius(70.0))),
           source_of<PvPlant>(), confidence_of<PvPlant>()},
          {}};
}

template <>
Form<PvSky> form_of() {
  return {
      "a sky",
      {field("beam_share", &PvSky::beam_share, "of a clear sky's light that comes from the sun's disc")
           .within(share),
       field("albedo", &PvSky::albedo, "of the ground").within(share),
       field("clearness_memory", &PvSky::clearness_memory, "correlation of a day with the next")
           .within(between(0.0, 0.95)),
       field("clearness_floor", &PvSky::clearness_floor, "of the darkest day, of a clear one").within(share),
       field("clearness_exponent", &PvSky::clearness_exponent, "below 1: more clear days than dark ones")
           .within(between(0.05, 10.0)),
       source_of<PvSky>(), confidence_of<PvSky>()},
      {}};
}

template <>
Form<WindFarm> form_of() {
  return {
      "a wind farm",
      {field("weibull_shape", &WindFarm::weibull_shape, "of the wind speeds").within(between(1.0, 4.0)),
       field("memory", &WindFarm::memory, "correlation of an hour's speed with the next")
           .within(between(0.0, 0.99)),
       speed("cut_in", &WindFarm::cut_in, "below it nothing turns"),
       speed("rated", &WindFarm::rated, "full power from there"),
       speed("cut_out", &WindFarm::cut_out, "turbines begin to stop"),
       speed("stop", &WindFarm::stop, "the last has stopped"),
       field("season", &WindFarm::season, "amplitude on the speed, highest on 15 March")
           .within(between(0.0, 0.3)),
       field("night", &WindFarm::night, "amplitude on the speed, highest at 02:00").within(between(0.0, 0.3)),
       source_of<WindFarm>(), confidence_of<WindFarm>()},
      check_wind_farm};
}

template <>
Form<Renewable> form_of() {
  using OptionalDegrees = Kind<std::optional<double>>;
  return {"a renewable plant",
          {field("kind", &Renewable::kind, "what generates"),
           field("capacity", &Renewable::capacity, "of the real plant, whatever racks represent")
               .within(at_least_zero),
           field("capacity_factor", &Renewable::capacity_factor, "annual mean output over capacity")
               .within(share)
               .else_means("output or irradiance is given"),
           field("output", &Renewable::output, "share of capacity by hour")
               .within(share)
               .else_means("a synthetic year of the capacity factor"),
           field("irradiance", &Renewable::irradiance, "measured by hour, of a PV plant; gives its output")
               .within(between(0.0 * unit::W_per_m2, 2000.0 * unit::W_per_m2))
               .else_means("a synthetic year of the capacity factor"),
           field("irradiance_plane", &Renewable::irradiance_plane, "what that was measured on")
               .else_means("modules"),
           field("pv", &Renewable::pv, "what a PV plant makes of light")
               .usually("\"crystalline\"", "modules and losses of PVWatts"),
           field("sky", &Renewable::sky, "clouds of a PV plant's synthetic year")
               .usually("\"continental\"", "two measured plants in China"),
           field_into<OptionalDegrees, Renewable>(
               "tilt", [](Renewable& plant) -> std::optional<double>& { return plant.pv.tilt; },
               "of the modules, degrees from level")
               .within(between(0.0, 90.0))
               .else_means("the latitude"),
           field_into<OptionalDegrees, Renewable>(
               "azimuth", [](Renewable& plant) -> std::optional<double>& { return plant.pv.azimuth; },
               "the modules face, degrees clockwise from north")
               .within(between(0.0, 360.0))
               .else_means("towards the equator"),
           field("wind", &Renewable::wind, "wind and turbines of a wind farm's synthetic year")
               .usually("\"monsoon\"", "windy springs and nights, as in northern China"),
           field("contract", &Renewable::contract, "how its energy or its attributes reach the hub")
               .defaults("\"on-site\"", "the simplest"),
           field("carbon", &Renewable::carbon, "its own factor, for market-based accounts")
               .within(at_least_zero)
               .defaults("\"0 kg/kWh\"", "no combustion at the plant: GHG Protocol scope 2 counts none"),
           field("price", &Renewable::price, "paid for what is used of it")
               .defaults("\"0 CNY/kWh\"", "an own plant; a supply contract names its price")},
          check_renewable};
}

}  // namespace hubwatt
