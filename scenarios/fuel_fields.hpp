// The keys of the catalogue's fuels.
#pragma once

#include "models/grid_mix.hpp"
#include "scenarios/field_entry.hpp"

namespace hubwatt {

template <>
Form<FuelFactors> form_of();

// An entry of the catalogue; throws InputError where there is none of this name.
FuelFactors catalogue_fuel(const std::string& id);

}  // namespace hubwatt
