// The forms of a projection file's tables, for its reader and the manual.
#pragma once

#include "models/server_compute.hpp"
#include "scenarios/hub_fields.hpp"
#include "scenarios/projection/projection.hpp"

namespace hubwatt {

template <>
inline constexpr std::array names_of<Precision>{std::string_view("fp64"), std::string_view("fp32"),
                                                std::string_view("fp16"), std::string_view("fp8")};
template <>
inline constexpr std::array names_of<CapacityScope>{std::string_view("shipped-devices"),
                                                    std::string_view("infrastructure")};
template <>
inline constexpr std::array names_of<StockYear>{std::string_view("year-end"),
                                                std::string_view("mean-of-year")};
template <>
inline constexpr std::array names_of<DrawSequence>{std::string_view("latin-hypercube"),
                                                   std::string_view("sobol")};
template <>
inline constexpr std::array names_of<AttributionMethod>{
    std::string_view("sequential"), std::string_view("lmdi"), std::string_view("shapley")};

// The name of a plant or a demand of the same file.
std::optional<std::size_t> read_position(const Node& node, std::string_view noun,
                                         const std::vector<std::string>& names, Reading& reading);
template <>
struct Kind<PlantId> {
  static std::optional<PlantId> read(const Node& node, const Limits&, Reading& reading) {
    const auto position = read_position(node, "plant", reading.plants, reading);
    return position ? std::optional(PlantId{*position}) : std::nullopt;
  }
  static std::string type() { return "name of a plant"; }
  static Scale scale() { return {}; }
};
template <>
struct Kind<DemandId> {
  static std::optional<DemandId> read(const Node& node, const Limits&, Reading& reading) {
    const auto position = read_position(node, "demand", reading.demands, reading);
    return position ? std::optional(DemandId{*position}) : std::nullopt;
  }
  static std::string type() { return "name of a demand"; }
  static Scale scale() { return {}; }
};

// How long servers stay: { years = 6 } or { scale = "6 years"...}: see the manual.
template <>
Form<StepLifeTold> form_of();
template <>
Form<WeibullLifeTold> form_of();
template <>
struct Kind<ServiceLife> {
  static std::optional<ServiceLife> read(const Node& node, const Limits&, Reading& reading);
  static std::string type() { return "table { years } or { scale_years, shape }"; }
  static Scale scale() { return {}; }
};

template <>
Form<ServerChips> form_of();
template <>
Form<RackStock> form_of();
template <>
struct Kind<RackStock> : TableKind<RackStock> {};
template <>
Form<BuildOut> form_of();
template <>
struct Kind<BuildOut> : TableKind<BuildOut> {};
template <>
Form<ServerClass> form_of();
template <>
struct Kind<ServerClass> : TableKind<ServerClass> {};
template <>
Form<StorageGear> form_of();
template <>
struct Kind<StorageGear> : TableKind<StorageGear> {};
template <>
Form<NetworkGear> form_of();
template <>
struct Kind<NetworkGear> : TableKind<NetworkGear> {};
template <>
Form<Sector> form_of();
template <>
struct Kind<Sector> : TableKind<Sector> {};
template <>
Form<ComputeDemand> form_of();
template <>
struct Kind<ComputeDemand> : TableKind<ComputeDemand> {};
template <>
Form<SimulatedWeeks> form_of();
template <>
struct Kind<SimulatedWeeks> : TableKind<SimulatedWeeks> {};
template <>
Form<Plant> form_of();
template <>
struct Kind<Plant> : TableKind<Plant> {};
template <>
Form<LoadPlace> form_of();
template <>
struct Kind<LoadPlace> : TableKind<LoadPlace> {};
template <>
Form<GridPath> form_of();
template <>
struct Kind<GridPath> : TableKind<GridPath> {};
template <>
Form<InputCorrelation> form_of();
template <>
struct Kind<InputCorrelation> : TableKind<InputCorrelation> {};
template <>
Form<DrawSettings> form_of();
template <>
struct Kind<DrawSettings> : TableKind<DrawSettings> {};
template <>
Form<BesideProjection> form_of();
template <>
struct Kind<BesideProjection> : TableKind<BesideProjection> {};
template <>
Form<Projection> form_of();

}  // namespace hubwatt
