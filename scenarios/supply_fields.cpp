#include "scenarios/supply_fields.hpp"

#include "models/wind.hpp"

namespace hubwatt {
namespace {

void check_renewable(const Renewable& plant, const Node& node, Reading& reading) {
  const bool by_factor = node.find("capacity_factor") != nullptr;
  if (by_factor == plant.output.has_value()) {
    reading.mistake(node, "exactly one of capacity_factor and output is due");
  }
  if (plant.kind == RenewableKind::wind && plant.capacity_factor > wind_capacity_factor_limit) {
    reading.mistake_at_key(node, "capacity_factor", "no wind year of the model reaches that (at most 0.5)",
                           "give the hours of the plant as output = { file, column }");
  }
}

void check_battery(const Battery& battery, const Node& node, Reading& reading) {
  if (battery.initial_charge < battery.minimum_charge) {
    reading.mistake_at_key(node, "initial_charge", "is below minimum_charge");
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
       field("renewable_share", &Grid::renewable_share, "of the grid's mix")
           .within(share)
           .defaults("0.0", "what is not known is not counted"),
       field("attributes", &Grid::attributes, "whether that share may be claimed as green")
           .defaults("false", "certificates are sold apart in China since 2023")},
      {}};
}

template <>
Form<Renewable> form_of() {
  return {"a renewable plant",
          {field("kind", &Renewable::kind, "what generates"),
           field("capacity", &Renewable::capacity, "of the real plant, whatever racks represent")
               .within(at_least_zero),
           field("capacity_factor", &Renewable::capacity_factor, "annual mean output over capacity")
               .within(share)
               .else_means("output is given"),
           field("output", &Renewable::output, "share of capacity by hour")
               .within(share)
               .else_means("a synthetic year of the capacity factor"),
           field("contract", &Renewable::contract, "how its energy or its attributes reach the hub")
               .defaults("\"on-site\"", "the simplest"),
           field("carbon", &Renewable::carbon, "its own factor, for market-based accounts")
               .within(at_least_zero)
               .defaults("\"0 kg/kWh\"", "no combustion at the plant: GHG Protocol scope 2 counts none"),
           field("price", &Renewable::price, "paid for what is used of it")
               .defaults("\"0 CNY/kWh\"", "an own plant; a supply contract names its price")},
          check_renewable};
}

template <>
Form<Battery> form_of() {
  return {"a battery",
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
               .defaults("0.5", "neither full nor empty; shows only in short runs")},
          check_battery};
}

}  // namespace hubwatt
