// What a photovoltaic plant makes of the light on its modules: heat and losses lower it, the inverters cap it.
// Not here: how much light there is (sun.hpp, solar.hpp), wear, dirt by season, curtailment.
//
// Equation: cell = air + (nominal cell - 20 degC) x G / 800 W/m2 (Ross); direct current per peak watt
// = G / 1000 W/m2 x (1 + temperature_coefficient x (cell - 25 degC)) x (1 - losses); share of the plant's
// capacity = min(1, dc_ratio x direct current x inverter_efficiency).
// Validity: crystalline silicon in open racks; G on the plane 0..1500 W/m2, air -40..50 degC. Wind is not
// followed: it moves the cell by some 5 K, the output by 2 %. Light that comes flat is not lost by
// reflection, and inverters do not tire at low load: a dull hour is up to 5 % high.
// Source: Ross, 14th IEEE PVSC (1980), with the nominal operating cell temperature of IEC 61215; the rest is
// Dobos, PVWatts Version 5 Manual, NREL/TP-6A20-62641 (2014). Confidence: paper.
#pragma once

#include <optional>
#include <string>

#include "models/confidence.hpp"
#include "models/quantity.hpp"
#include "models/sun.hpp"

namespace hubwatt {

struct PvPlant {
  std::optional<double> tilt;     // degrees from level; where empty, the latitude
  std::optional<double> azimuth;  // degrees clockwise from north; where empty, towards the equator
  double dc_ratio = 1.0;          // peak power of the modules over the plant's capacity
  double losses = 0.0;            // share of direct current: dirt, wiring, mismatch, outages
  double inverter_efficiency = 1.0;
  double temperature_coefficient = 0.0;                   // of the power per K of the cell, at most 0
  Temperature nominal_cell = Temperature::celsius(20.0);  // at 800 W/m2, 20 degC air, 1 m/s wind
  std::string source;
  Confidence confidence = Confidence::estimate;

  Plane plane(double latitude) const;
};

Temperature cell_temperature(Irradiance on_plane, Temperature air, const PvPlant& plant);

// Of the plant's capacity, 0..1; zero without light. Rises with light, falls with heat.
double pv_power_share(Irradiance on_plane, Temperature air, const PvPlant& plant);

// The same before the inverters cap it, at least 0.
double pv_uncapped_share(Irradiance on_plane, Temperature air, const PvPlant& plant);

}  // namespace hubwatt
