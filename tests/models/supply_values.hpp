// Entries of platforms/catalogue/{renewables,batteries,generators}.toml as values, so that the models' tests need no
// reader of files. tests/scenarios/supply_fields_test.cpp compares the two.
#pragma once

#include "models/battery_ageing.hpp"
#include "models/generator.hpp"
#include "models/solar.hpp"
#include "models/units.hpp"
#include "models/wind.hpp"

namespace hubwatt::catalogue {

inline PvPlant crystalline() {
  PvPlant plant;
  plant.losses = 0.1408;
  plant.inverter_efficiency = 0.96;
  plant.temperature_coefficient = -0.004;
  plant.nominal_cell = Temperature::celsius(45.0);
  return plant;
}

inline PvSky continental() {
  PvSky sky;
  sky.beam_share = 0.85;
  sky.albedo = 0.2;
  sky.clearness_memory = 0.35;
  sky.clearness_floor = 0.15;
  sky.clearness_exponent = 0.5;
  return sky;
}

inline WindFarm monsoon() {
  WindFarm farm;
  farm.weibull_shape = 2.0;
  farm.memory = 0.95;
  farm.cut_in = 3.0 * unit::m_per_s;
  farm.rated = 11.5 * unit::m_per_s;
  farm.cut_out = 25.0 * unit::m_per_s;
  farm.stop = 28.0 * unit::m_per_s;
  farm.season = 0.08;
  farm.night = 0.04;
  return farm;
}

inline BatteryAgeing lfp_ageing() {
  BatteryAgeing ageing;
  ageing.cycle_life = 6000.0;
  ageing.reference_depth = 0.8;
  ageing.depth_exponent = 1.3;
  ageing.calendar_life = 15.0 * unit::year;
  ageing.end_of_life = 0.8;
  return ageing;
}

inline Generator diesel_standby() {
  Generator set;
  set.duty = GeneratorDuty::standby;
  set.capacity = 2.0 * unit::MW;
  set.start_delay = 15.0 * unit::second;
  set.no_load_fuel = 0.11;
  set.marginal_fuel = 2.49;
  set.minimum_load = 0.3;
  set.fuel_carbon = 0.2668 * unit::kg_per_kWh;
  set.fuel_price = 0.75 * unit::cny_per_kWh;
  set.maintenance = 0.1 * unit::cny_per_kWh;
  set.test_hours_per_month = 0.5;
  set.test_load = 0.3;
  set.embodied = 40.0 * unit::kg / unit::kW;
  set.life = 25.0 * unit::year;
  return set;
}

inline Generator micro_gas_turbine() {
  Generator set;
  set.duty = GeneratorDuty::prime;
  set.capacity = 200.0 * unit::kW;
  set.start_delay = 120.0 * unit::second;
  set.no_load_fuel = 0.55;
  set.marginal_fuel = 2.9;
  set.minimum_load = 0.4;
  set.fuel_carbon = 0.20196 * unit::kg_per_kWh;
  set.fuel_price = 0.354 * unit::cny_per_kWh;
  set.maintenance = 0.08 * unit::cny_per_kWh;
  set.embodied = 40.0 * unit::kg / unit::kW;
  set.life = 15.0 * unit::year;
  return set;
}

}  // namespace hubwatt::catalogue
