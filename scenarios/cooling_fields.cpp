#include "scenarios/cooling_fields.hpp"

#include <fmt/format.h>

#include <cmath>

#include "scenarios/field_entry.hpp"
#include "scenarios/server_fields.hpp"

namespace hubwatt {
namespace {

// Keys that several plants have under the same name.
template <class Plant>
Field<Plant> heat_ratio() {
  return field("heat_ratio", &Plant::heat_ratio, "heat to carry over IT power: room-side gains")
      .within(at_least_one);
}
template <class Plant>
Field<Plant> supply(std::string_view what) {
  return field("supply", &Plant::supply, what);
}
template <class Plant>
Field<Plant> supply_limit() {
  return field("supply_limit", &Plant::supply_limit, "warmest supply the equipment bears");
}
template <class Plant>
Field<Plant> air_approach(std::string_view absent, std::string_view reason) {
  return field("air_approach", &Plant::air_approach, "air at the servers over supply")
      .within(at_least_zero)
      .defaults(absent, reason);
}
template <class Plant>
Field<Plant> air_over_water() {
  return air_approach<Plant>("\"6 K\"",
                             "hall air of 23 degC at water of 17 degC: coils of large halls, estimate");
}
template <class Plant>
Field<Plant> hall_rise() {
  return field("water_rise", &Plant::water_rise, "of the chilled water through the hall")
      .within(positive)
      .defaults("\"6 K\"", "usual spread of chilled water, estimate; shows only in heat reuse");
}
template <class Plant>
void check_supply(const Plant& plant, const Node& node, Reading& reading) {
  if (plant.supply_limit < plant.supply) reading.mistake_at_key(node, "supply_limit", "is below supply");
}

}  // namespace

template <>
Form<RatioCooling> form_of() {
  return {"a ratio cooling",
          {field("ratio", &RatioCooling::ratio, "cooling power over IT power").within(at_least_zero),
           supply<RatioCooling>("shown to policies; enters no equation")
               .defaults("\"24 degC\"", "within the envelope ASHRAE TC 9.9 recommends, 18 to 27 degC")},
          {}};
}

template <>
Form<LegacyCrac> form_of() {
  return {"a legacy air conditioner",
          {heat_ratio<LegacyCrac>(),
           field("fan_share", &LegacyCrac::fan_share, "constant fans, of the design IT power")
               .within(at_least_zero),
           field("humidifier_share", &LegacyCrac::humidifier_share, "steam humidifiers, of the IT power")
               .within(at_least_zero),
           field("humidifier_water", &LegacyCrac::humidifier_water, "per energy of the humidifiers")
               .within(at_least_zero),
           field("compressor", &LegacyCrac::compressor, "direct expansion"),
           supply<LegacyCrac>("air to the hall"), supply_limit<LegacyCrac>(),
           air_approach<LegacyCrac>("\"0 K\"", "the servers get the air as supplied")},
          check_supply<LegacyCrac>};
}

template <>
Form<ChilledWater> form_of() {
  return {"a chilled-water plant",
          {heat_ratio<ChilledWater>(), field("fans", &ChilledWater::fans, "of the hall"),
           field("pumps", &ChilledWater::pumps, "of chilled and condenser water"),
           field("tower", &ChilledWater::tower, "fans of the cooling towers"),
           field("compressor", &ChilledWater::compressor, "the chiller"),
           field("water", &ChilledWater::water, "of the towers"), supply<ChilledWater>("chilled water"),
           supply_limit<ChilledWater>(), air_over_water<ChilledWater>(), hall_rise<ChilledWater>()},
          check_supply<ChilledWater>};
}

template <>
Form<AirCooledChiller> form_of() {
  using Plant = AirCooledChiller;
  return {"a plant of air-cooled chillers",
          {heat_ratio<Plant>(), field("fans", &Plant::fans, "of the hall"),
           field("pumps", &Plant::pumps, "of chilled water"),
           field("condenser_fans", &Plant::condenser_fans, "of the chillers"),
           field("compressor", &Plant::compressor, "the chiller"), supply<Plant>("chilled water"),
           supply_limit<Plant>(), air_over_water<Plant>(), hall_rise<Plant>()},
          check_supply<Plant>};
}

template <>
struct Kind<ChilledWater> : TableKind<ChilledWater> {};

template <>
Form<ChilledWaterEconomizer> form_of() {
  return {"a chilled-water plant with economizer",
          {field("plant", &ChilledWaterEconomizer::plant, "chillers and towers"),
           field("water_rise", &ChilledWaterEconomizer::water_rise, "of the chilled water through the hall")
               .within(positive),
           field("economizer_approach", &ChilledWaterEconomizer::economizer_approach,
                 "water behind the heat exchanger over wet bulb")
               .within(at_least_zero)},
          {}};
}

template <>
Form<DirectAir> form_of() {
  return {"a direct air plant",
          {heat_ratio<DirectAir>(), field("fans", &DirectAir::fans, "of hall and outside air"),
           field("air_rise", &DirectAir::air_rise, "of the air through the servers").within(positive),
           field("greatest_dew_point", &DirectAir::greatest_dew_point, "above it the dampers close"),
           field("compressor", &DirectAir::compressor, "direct expansion for the rest"),
           supply<DirectAir>("air to the servers"), supply_limit<DirectAir>()},
          check_supply<DirectAir>};
}

template <>
Form<IndirectEvaporative> form_of() {
  using Plant = IndirectEvaporative;
  return {
      "an indirect evaporative plant",
      {heat_ratio<Plant>(), field("fans", &Plant::fans, "of hall and outside air, dry"),
       field("wet_fan_factor", &Plant::wet_fan_factor, "fan power wetted over dry").within(at_least_one),
       field("trim_fan_factor", &Plant::trim_fan_factor, "fan power with the coil at work over dry")
           .within(at_least_one),
       field("pump_share", &Plant::pump_share, "spray pumps, of the design IT power").within(at_least_zero),
       field("dry_effectiveness", &Plant::dry_effectiveness, "of the exchanger").within(positive_share),
       field("wet_effectiveness", &Plant::wet_effectiveness, "of the wetted exchanger")
           .within(positive_share),
       field("air_rise", &Plant::air_rise, "of the air through the servers").within(positive),
       field("compressor", &Plant::compressor, "direct expansion coil for the rest"),
       field("water", &Plant::water, "of the spray"), supply<Plant>("air to the servers"),
       supply_limit<Plant>()},
      check_supply<Plant>};
}

template <>
struct Kind<IndirectEvaporative> : TableKind<IndirectEvaporative> {};

template <>
Form<ColdPlate> form_of() {
  return {"a cold-plate plant",
          {heat_ratio<ColdPlate>(),
           field("liquid_share", &ColdPlate::liquid_share, "of the heat into water").within(share),
           field("loop", &ColdPlate::loop, "warm water"),
           field("air", &ColdPlate::air, "for the rest of the heat")},
          {}};
}

template <>
Form<Immersion> form_of() {
  return {"an immersion plant",
          {heat_ratio<Immersion>(),
           field("liquid_share", &Immersion::liquid_share, "of the heat into the liquid").within(share),
           field("ventilation_ratio", &Immersion::ventilation_ratio, "power per heat of the rest")
               .within(at_least_zero),
           field("loop", &Immersion::loop, "warm water")},
          {}};
}

template <>
Form<CoolingPart> form_of() {
  return {"a part of a mixed hall",
          {field("share", &CoolingPart::share, "of the IT power").within(positive_share),
           field("cooling", &CoolingPart::cooling, "its plant, with units and class of its own")},
          {}};
}

template <>
Form<MixedCooling> form_of() {
  return {"a mixed hall",
          {field("part", &MixedCooling::parts, "tables of share and cooling; shares add up to 1")},
          [](const MixedCooling& hall, const Node& node, Reading& reading) {
            double sum = 0.0;
            for (const CoolingPart& part : hall.parts) sum += part.share;
            if (std::abs(sum - 1.0) <= 1e-9) return;
            reading.mistake_at_key(node, "part", fmt::format("the shares add up to {:.6g}, not to 1", sum));
          }};
}

std::vector<Alternative<CoolingPlant>> cooling_kinds() {
  return {alternative<CoolingPlant, RatioCooling>("ratio", "draws a fixed share of the IT power"),
          alternative<CoolingPlant, LegacyCrac>("legacy-crac", "direct expansion units with constant fans"),
          alternative<CoolingPlant, ChilledWater>("chilled-water", "water-cooled chillers and towers"),
          alternative<CoolingPlant, ChilledWaterEconomizer>(
              "chilled-water-economizer", "the same with a heat exchanger for cold weather"),
          alternative<CoolingPlant, AirCooledChiller>("air-cooled-chiller",
                                                      "chillers that heat the outside air, without water"),
          alternative<CoolingPlant, DirectAir>("direct-air", "outside air through the hall"),
          alternative<CoolingPlant, IndirectEvaporative>("indirect-evaporative",
                                                         "a heat exchanger, wetted when warm"),
          alternative<CoolingPlant, ColdPlate>("cold-plate", "warm water on the chips, air for the rest"),
          alternative<CoolingPlant, Immersion>("immersion", "servers in tanks"),
          alternative<CoolingPlant, MixedCooling>("mixed", "racks cooled in different ways in one hall")};
}

namespace {

Field<Cooling> count_of_units(std::string_view key, int CoolingUnits::*member, std::string_view doc) {
  return field_into<Kind<int>, Cooling>(
      key, [member](Cooling& cooling) -> int& { return cooling.units.*member; }, doc);
}

void refuse_keys_of_parts(const Node& node, Reading& reading) {
  for (const std::string_view key : {"units", "spare", "air_class"}) {
    reading.forget(node, key);
    if (const Node* given = node.find(key)) reading.mistake(*given, "each part of a mixed hall has its own");
  }
}

// The set point must suit the servers, so that the plant as designed is always allowed.
void check_air(const Cooling& cooling, const Node& node, Reading& reading) {
  if (!cooling.air_class) return;
  const Temperature inlet = cooling_state(cooling, {}, {}, Weather{}).inlet;
  const TemperatureRange allowed = allowable_air(*cooling.air_class);
  if (allowed.holds(inlet)) return;
  reading.mistake_at_key(node, "air_class",
                         fmt::format("allows {:.0f} to {:.0f} degC at the servers, which get {:.1f} degC",
                                     allowed.low.celsius(), allowed.high.celsius(), inlet.celsius()));
}

}  // namespace

template <>
Form<Cooling> form_of() {
  return {
      "a cooling plant",
      {count_of_units("units", &CoolingUnits::needed, "equal units that carry the design load")
           .within(at_least_one)
           .defaults("1", "one plant in one piece"),
       count_of_units("spare", &CoolingUnits::spare, "units beyond those; they run along and share the load")
           .within(at_least_zero)
           .defaults("0", "no reserve"),
       field("air_class", &Cooling::air_class, "of the servers, ASHRAE TC 9.9")
           .else_means("supply_limit alone holds"),
       field("source", &Cooling::source, "where the figures come from").else_means("not told"),
       field("confidence", &Cooling::confidence, "how well they are founded")
           .defaults("\"estimate\"", "nothing better is claimed unless said")},
      {}};
}

std::optional<Cooling> Kind<Cooling>::read(const Node& node, const Limits&, Reading& reading) {
  const auto entry = find_entry(node, "cooling", reading);
  if (!entry) return std::nullopt;
  constexpr std::string_view own_keys[] = {"units", "spare", "air_class", "source", "confidence"};
  auto cooling = read_form(only(entry->node, own_keys), form_of<Cooling>(), reading);
  auto plant = read_alternative(without(entry->node, own_keys), "a cooling plant", cooling_kinds(), reading);
  if (!plant) return std::nullopt;
  const Node* kind = entry->node.find("kind");
  cooling->id = entry->id.empty() ? *kind->text() : entry->id;
  cooling->plant = std::move(*plant);
  if (std::holds_alternative<MixedCooling>(cooling->plant)) refuse_keys_of_parts(entry->node, reading);
  if (reading.fine(entry->node)) check_air(*cooling, entry->node, reading);
  return cooling;
}

}  // namespace hubwatt
