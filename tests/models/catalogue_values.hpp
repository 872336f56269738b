// The entries of platforms/catalogue/cooling.toml and power_chains.toml as values, so that the physics can be
// tested without a reader of files. tests/platforms compares the two.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "models/cooling.hpp"
#include "models/power_chain.hpp"
#include "models/units.hpp"

namespace hubwatt::catalogue {

constexpr Temperature degc(double t) {
  return Temperature::celsius(t);
}

inline PowerChain ideal_chain() {
  PowerChain chain;  // no loss, no oversize
  chain.id = "ideal";
  return chain;
}

inline PowerChain modern_chain() {
  return {.id = "modern",
          .transformer = {0.0025, 0.0, 0.009},
          .ups = {0.0110, 0.0085, 0.0222},
          .distribution = {0.003, 0.0, 0.011},
          .rack_supply = {0.0, 0.0, 0.004},
          .oversize = 1.2,
          .transformer_margin = 1.3,
          .other_share = 0.01,
          .source = {}};
}

inline PowerChain hvdc_chain() {
  PowerChain chain = modern_chain();
  chain.id = "hvdc";
  chain.ups = {0.004, 0.004, 0.012};
  return chain;
}

inline PowerChain legacy_chain() {
  PowerChain chain = modern_chain();
  chain.id = "legacy";
  chain.ups = {0.030, 0.030, 0.030};
  chain.oversize = 2.0;
  chain.transformer_margin = 1.6;
  return chain;
}

inline Compressor trim_compressor(double evaporator_approach) {
  return {.carnot_share = 0.45,
          .evaporator_approach = evaporator_approach * unit::K,
          .condenser_approach = 12.0 * unit::K,
          .least_condensing = degc(30.0),
          .least_cop = 2.0,
          .greatest_cop = 10.0};
}

inline WaterUse wet_surface(double latent_share) {
  return {1.47 * unit::litre_per_kWh, latent_share, 5.0};
}

inline WaterUse tower_water() {
  return {1.47 * unit::litre_per_kWh, 0.85, 5.0, 0.0034 * unit::litre_per_kWh, 6.5 * unit::K};
}

inline PartLoad centrifugal() {
  return {.fixed = 0.03303, .linear = 0.6852, .square = 0.2818, .least = 0.1};
}

inline LegacyCrac legacy_crac() {
  return {.heat_ratio = 1.04,
          .fan_share = 0.095,
          .humidifier_share = 0.06,
          .humidifier_water = 1.33 * unit::litre_per_kWh,
          .compressor = {.carnot_share = 0.30,
                         .evaporator_approach = 6.0 * unit::K,
                         .condenser_approach = 12.0 * unit::K,
                         .least_condensing = degc(38.0),
                         .least_cop = 1.0,
                         .greatest_cop = 12.0},
          .supply = degc(16.0),
          .supply_limit = degc(20.0),
          .air_approach = 6.0 * unit::K};
}

inline ChilledWater chilled_water() {
  return {.heat_ratio = 1.04,
          .fans = {0.110, 0.125},
          .pumps = {0.044, 0.125},
          .tower = {0.030, 0.125},
          .compressor = {.carnot_share = 0.50,
                         .evaporator_approach = 2.0 * unit::K,
                         .condenser_approach = 11.0 * unit::K,
                         .least_condensing = degc(16.0),
                         .least_cop = 2.5,
                         .greatest_cop = 12.0,
                         .part_load = centrifugal()},
          .water = tower_water(),
          .supply = degc(12.0),
          .supply_limit = degc(18.0),
          .air_approach = 9.0 * unit::K,
          .water_rise = 6.0 * unit::K};
}

inline AirCooledChiller air_cooled_chiller() {
  return {.heat_ratio = 1.04,
          .fans = {0.110, 0.125},
          .pumps = {0.030, 0.125},
          .condenser_fans = {0.045, 0.125},
          .compressor = {.carnot_share = 0.45,
                         .evaporator_approach = 2.0 * unit::K,
                         .condenser_approach = 12.0 * unit::K,
                         .least_condensing = degc(25.0),
                         .least_cop = 2.0,
                         .greatest_cop = 10.0,
                         .part_load = centrifugal()},
          .supply = degc(15.0),
          .supply_limit = degc(18.0),
          .air_approach = 9.0 * unit::K,
          .water_rise = 6.0 * unit::K};
}

inline ChilledWaterEconomizer chilled_water_economizer() {
  ChilledWater plant = chilled_water();
  plant.supply = degc(17.0);
  plant.supply_limit = degc(21.0);
  plant.air_approach = 6.0 * unit::K;
  return {plant, 6.0 * unit::K, 5.5 * unit::K};
}

inline DirectAir direct_air() {
  return {.heat_ratio = 1.04,
          .fans = {0.148, 0.125},
          .air_rise = 12.0 * unit::K,
          .greatest_dew_point = degc(17.0),
          .compressor = trim_compressor(10.0),
          .supply = degc(24.0),
          .supply_limit = degc(27.0)};
}

inline IndirectEvaporative indirect_evaporative() {
  return {.heat_ratio = 1.04,
          .fans = {0.156, 0.125},
          .wet_fan_factor = 1.2,
          .trim_fan_factor = 1.3,
          .pump_share = 0.01,
          .dry_effectiveness = 0.70,
          .wet_effectiveness = 0.78,
          .air_rise = 12.0 * unit::K,
          .compressor = trim_compressor(10.0),
          .water = wet_surface(1.0),
          .supply = degc(25.0),
          .supply_limit = degc(27.0)};
}

inline LiquidLoop warm_water_loop() {
  return {.pumps_and_fans = {0.053, 0.20},
          .dry_approach = 8.0 * unit::K,
          .wet_approach = 6.0 * unit::K,
          .water_rise = 10.0 * unit::K,
          .compressor = trim_compressor(3.0),
          .water = wet_surface(1.0),
          .supply = degc(40.0),
          .supply_limit = degc(45.0),
          .liquid_class = LiquidClass::w45};
}

inline ColdPlate cold_plate() {
  return {1.04, 0.80, warm_water_loop(), indirect_evaporative()};
}

inline Immersion immersion() {
  return {1.04, 0.98, 0.10, warm_water_loop()};
}

// Four units and one to spare, as all entries but the legacy one; servers of class A2.
inline Cooling cooling(std::string id, CoolingPlant plant) {
  Cooling out;
  out.id = std::move(id);
  out.plant = std::move(plant);
  out.units = {4, 1};
  out.air_class = AirClass::a2;
  return out;
}

// Every kind but ratio and mixed, in the order of the catalogue.
inline std::vector<Cooling> all_cooling() {
  std::vector<Cooling> all = {cooling("legacy-crac", legacy_crac()),
                              cooling("chilled-water", chilled_water()),
                              cooling("air-cooled-chiller", air_cooled_chiller()),
                              cooling("chilled-water-economizer", chilled_water_economizer()),
                              cooling("direct-air", direct_air()),
                              cooling("indirect-evaporative", indirect_evaporative()),
                              cooling("cold-plate", cold_plate()),
                              cooling("immersion", immersion())};
  all.front().units = {10, 2};
  all.front().air_class = AirClass::a1;
  return all;
}

// Three racks in ten on cold plates, half on chilled water, the rest in tanks.
inline Cooling mixed_hall() {
  Cooling hall;
  hall.id = "mixed";
  hall.plant = MixedCooling{{{0.3, cooling("cold-plate", cold_plate())},
                             {0.5, cooling("chilled-water-economizer", chilled_water_economizer())},
                             {0.2, cooling("immersion", immersion())}}};
  return hall;
}

}  // namespace hubwatt::catalogue
