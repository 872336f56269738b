// The keys of what stands beside a cooling plant: a store of cold, heat for a heat network.
#pragma once

#include "models/heat_reuse.hpp"
#include "models/thermal_storage.hpp"
#include "scenarios/field_hourly.hpp"

namespace hubwatt {

template <>
Form<ThermalStorage> form_of();
template <>
Form<HeatDemand> form_of();
template <>
Form<HeatReuse> form_of();

template <>
struct Kind<ThermalStorage> : TableKind<ThermalStorage> {};
template <>
struct Kind<HeatDemand> : TableKind<HeatDemand> {};
template <>
struct Kind<HeatReuse> : TableKind<HeatReuse> {};

}  // namespace hubwatt
