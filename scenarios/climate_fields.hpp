// The keys of a climate, by `kind`: constant, monthly normals, or hours of an EPW or CSV file; and those beside the
// kind, by which any of them gets warmer.
#pragma once

#include "models/climate.hpp"
#include "platforms/hub.hpp"
#include "scenarios/field_kind.hpp"
#include "scenarios/weather_file.hpp"

namespace hubwatt {

// The site's location bounds what the hours of a file may be (pressure).
std::vector<Alternative<Climate>> climate_kinds(const Location& site);

// The catalogue's spells usual for a latitude: those of a climate of normals that names none.
DayToDay catalogue_spells(double latitude);

struct ShiftedClimate {
  Climate climate;
  ClimateShift shift;
};
std::optional<ShiftedClimate> read_climate(const Node& node, const Location& site, Reading& reading);

template <>
Form<DayToDay> form_of();
template <>
Form<ClimateShift> form_of();
template <>
Form<HeatWave> form_of();
template <>
Form<WeatherColumns> form_of();

}  // namespace hubwatt
