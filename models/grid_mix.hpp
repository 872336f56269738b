// Carbon intensity and shares of an electricity mix, from how much each fuel generates. Imports, losses of
// the grid and the order in which plants are called are not here: a mix is what was generated, nothing else.
//
//   Equation   intensity = sum(generation x factor) / sum(generation);  renewable share likewise
//   Validity   generation >= 0, some of it above 0; the factors are means over a fleet, so an hour in which an
//              old unit starts is off
//   Source     definition; factors with theirs in platforms/catalogue/fuels.toml
#pragma once

#include <span>
#include <string>

#include "models/confidence.hpp"
#include "models/quantity.hpp"

namespace hubwatt {

// What a kilowatt-hour of a fuel stands for.
struct FuelFactors {
  std::string id;
  CarbonIntensity life_cycle{};  // with building, mining, transport
  CarbonIntensity direct{};      // at the chimney
  bool renewable = false;
  std::string source;
  Confidence confidence = Confidence::estimate;
};

enum class CarbonScope { direct, life_cycle };

struct FuelGeneration {
  const FuelFactors* fuel = nullptr;
  Power power{};
};

// Between the least and the greatest factor of the fuels that generate.
CarbonIntensity mix_intensity(std::span<const FuelGeneration> mix, CarbonScope scope);

double renewable_share(std::span<const FuelGeneration> mix);

}  // namespace hubwatt
