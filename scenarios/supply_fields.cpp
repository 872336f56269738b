#include "scenarios/supply_fields.hpp"

#include "models/units.hpp"
#include "scenarios/server_fields.hpp"

namespace hubwatt {
namespace {

void check_battery(const Battery& battery, const Node& node, Reading& reading) {
  if (battery.initial_charge < battery.minimum_charge) {
    reading.mistake_at_key(node, "initial_charge", "is below minimum_charge");
  }
  if (battery.embodied > CarbonIntensity{} && battery.life <= Duration{}) {
    reading.mistake_at_key(node, "embodied_carbon", "needs a life to be spread over",
                           "add life = \"5475 d\"");
  }
}

void check_ageing(const BatteryAgeing& ageing, const Node& node, Reading& reading) {
  // A warranty beyond this is a slip of units: ten cycles a day for thirty years.
  constexpr double most_cycles = 110'000.0;
  if (ageing.cycle_life > most_cycles) {
    reading.mistake_at_key(node, "cycle_life", "no battery is known to last that long (at most 110000)");
  }
}

Field<TariffPeriods> hours(std::string_view key, std::vector<int> TariffPeriods::*member,
                           std::string_view doc) {
  return field(key, member, doc).within(between(0.0, 23.0)).else_means("no hour");
}
Field<TariffPeriods> ratio(std::string_view key, double TariffPeriods::*member, std::string_view doc) {
  return field(key, member, doc).within(at_least_zero).defaults("1.0", "no such hours, no such price");
}

}  // namespace

template <>
Form<TariffPeriods> form_of() {
  return {"a tariff",
          {hours("peak_hours", &TariffPeriods::peak_hours, "hours of the local day, 0 to 23"),
           hours("critical_hours", &TariffPeriods::critical_hours, "the same; these go before peak hours"),
           hours("valley_hours", &TariffPeriods::valley_hours, "the same"),
           ratio("peak_ratio", &TariffPeriods::peak_ratio, "price over that of the flat hours"),
           ratio("critical_ratio", &TariffPeriods::critical_ratio, "the same"),
           ratio("valley_ratio", &TariffPeriods::valley_ratio, "the same")},
          {}};
}

std::optional<Tariff> Kind<Tariff>::read(const Node& node, const Limits&, Reading& reading) {
  const auto entry = find_entry(node, "tariff", reading);
  if (!entry) return std::nullopt;
  constexpr std::string_view founded[] = {"source", "confidence"};
  const auto periods = read_form(without(entry->node, founded), form_of<TariffPeriods>(), reading);
  if (!periods) return std::nullopt;
  return tariff_from(entry->id.empty() ? "own" : entry->id, *periods);
}

template <>
Form<Grid> form_of() {
  return {
      "a grid",
      {field("carbon", &Grid::carbon, "of the grid's mix at the hub (location-based)").within(at_least_zero),
       field("residual_carbon", &Grid::residual_carbon, "of the mix less what others claimed (market-based)")
           .within(at_least_zero)
           .else_means("as carbon"),
       field("price", &Grid::price, "of the flat hours; hourly prices may be below 0"),
       field("time_of_use", &Grid::tariff, "factors on the price by hour of the day").else_means("flat"),
       field("demand_charge", &Grid::demand_charge,
             "per month, on the highest step mean of grid power in it (China: 30 to 42 CNY/kW)")
           .within(at_least_zero)
           .else_means("none"),
       field("renewable_share", &Grid::renewable_share, "of the grid's mix")
           .within(share)
           .defaults("0.0", "what is not known is not counted"),
       field("attributes", &Grid::attributes, "whether that share may be claimed as green")
           .defaults("false", "certificates are sold apart in China since 2023")},
      {}};
}

template <>
Form<BatteryAgeing> form_of() {
  return {"ageing of a battery",
          {field("cycle_life", &BatteryAgeing::cycle_life, "cycles of reference_depth until end_of_life")
               .within(positive),
           field("reference_depth", &BatteryAgeing::reference_depth, "of those cycles, share of capacity")
               .within(positive_share)
               .defaults("0.8", "the usual depth of warranties"),
           field("depth_exponent", &BatteryAgeing::depth_exponent,
                 "power of the depth by which a cycle wears; 1: only the energy through it counts")
               .within(between(1.0, 5.0))
               .defaults("1.3", "lithium cells of warranties at two depths lie between 1 and 2"),
           field("calendar_life", &BatteryAgeing::calendar_life, "at rest until end_of_life")
               .within({.low = (1.0 * unit::day).base(), .high = (36500.0 * unit::day).base()}),
           field("end_of_life", &BatteryAgeing::end_of_life, "share of the new capacity, then replaced")
               .within({.low = 0.0, .high = 1.0, .high_end = Limits::End::excluded})
               .defaults("0.8", "the usual end of warranties"),
           field("source", &BatteryAgeing::source, "where the figures come from").else_means("not told"),
           field("confidence", &BatteryAgeing::confidence, "how well they are founded")
               .defaults("\"estimate\"", "nothing better is claimed unless said")},
          check_ageing};
}

template <>
Form<Battery> form_of() {
  return {
      "a battery",
      {field("capacity", &Battery::capacity, "of the cells").within(positive),
       field("power", &Battery::power, "at the cells, both ways").within(positive),
       field("round_trip_efficiency", &Battery::round_trip_efficiency, "busbar to busbar")
           .within(positive_share)
           .defaults("0.93", "charge 0.97, discharge 1/1.04: Acun et al., Carbon Explorer, ASPLOS 2023"),
       field("minimum_charge", &Battery::minimum_charge, "share of capacity never used")
           .within({.low = 0.0, .high = 1.0, .high_end = Limits::End::excluded})
           .defaults("0.1", "Acun et al., Carbon Explorer, ASPLOS 2023"),
       field("initial_charge", &Battery::initial_charge, "share of capacity at the start")
           .within(share)
           .defaults("0.5", "neither full nor empty; shows only in short runs"),
       field("self_discharge", &Battery::self_discharge, "share lost in a month at rest")
           .within(between(0.0, 0.5))
           .defaults("0.0", "small beside the losses of cycles; the catalogue's batteries have it"),
       field("ageing", &Battery::ageing, "how cycles and years wear it").else_means("it stays new"),
       field("embodied_carbon", &Battery::embodied, "of making it, per capacity")
           .within(at_least_zero)
           .else_means("not counted"),
       field("life", &Battery::life, "over which that is spread").within(positive).else_means("not counted"),
       field("source", &Battery::source, "where the figures come from").else_means("not told"),
       field("confidence", &Battery::confidence, "how well they are founded")
           .defaults("\"estimate\"", "nothing better is claimed unless said")},
      check_battery};
}

}  // namespace hubwatt
