// A store of cold, and a battery, over two summer months: what goes in comes out or is lost, energy stays near
// that without one, and a policy that minds the tariff pays less.
#include <cmath>
#include <string>
#include <vector>

#include "tools/validate/sections.hpp"
#include "tools/validate/trial_run.hpp"

namespace hubwatt::validation {

namespace {

using namespace trial;

// A hall of 1 MW at six tenths of its load, in the climate of Shanghai, under its tariff.
std::string hall(const std::string& store) {
  std::string text = plain_platform(10, 10, store);
  text = replaced(text, "\"2 kW\"", "\"6 kW\"");
  text = replaced(text, "{ kind = \"ratio\", ratio = 0.25 }", "\"chilled-water\"");
  text = replaced(text, "\"ideal\"", "\"modern\"");
  text = replaced(text, "renewable_share = 0.0", "renewable_share = 0.0, time_of_use = \"east\"");
  return replaced(
      text, "{ kind = \"constant\", dry_bulb = \"20 degC\", relative_humidity = 0.5 }",
      "{ kind = \"normals\", dry_bulb_degc = [4.6, 6.4, 10.5, 15.9, 21.1, 24.6, 28.8, 28.4, 24.4, 19.1, "
      "13.1, 6.8], relative_humidity = [0.75, 0.75, 0.74, 0.73, 0.74, 0.81, 0.79, 0.80, 0.79, 0.75, 0.76, "
      "0.73], diurnal_range = \"7.8 K\" }");
}

const char* const tank =
    "[hub.cold_store]\ncapacity = \"2 MWh\"\ncharge = \"350 kW\"\ndischarge = \"350 kW\"\n";
const char* const battery =
    "[hub.battery]\ncapacity = \"2 MWh\"\npower = \"500 kW\"\nround_trip_efficiency = 0.9\n"
    "minimum_charge = 0.0\ninitial_charge = 0.0\n";

FinishedRun summer(const std::string& store, const std::string& decision, const std::string& policy) {
  const std::string scenario = plain_scenario("60 d", "[policy]\n" + decision + " = \"" + policy + "\"\n");
  return run_texts(replaced(scenario, "2025-01-01T00:00:00", "2025-07-01T23:00:00"), hall(store));
}

Question asked(const std::string& what, Evidence evidence, const char* source) {
  return {"C10", what, evidence, source};
}

double last_of(const FinishedRun& run, const char* column) {
  return std::stod(run.table("series.csv").back().at(column));
}

Case below(const std::string& what, const char* source, double without, double with, const char* unit) {
  return holds(asked(what, Evidence::law, source), "below " + figure(without, 6, unit), figure(with, 6, unit),
               with < without);
}

std::vector<std::string> row_of(const std::string& policy, const FinishedRun& run, double moved_kwh,
                                double lost_kwh) {
  return {policy,
          figure(run.at("total/cooling_energy_kwh") / 1e3, 5),
          figure(run.at("total/facility_energy_kwh") / 1e3, 5),
          figure(moved_kwh / 1e3, 4),
          figure(lost_kwh / 1e3, 3),
          figure(run.at("total/cost_cny") / 1e3, 5),
          figure(run.at("total/peak_power_kw"), 4)};
}

void cold_store(Section& section, Table& table) {
  const FinishedRun without = summer(tank, "cooling", "fixed");
  table.rows.push_back(row_of("tank at rest", without, 0.0, 0.0));
  for (const std::string policy : {"night-storage", "price-aware-storage"}) {
    const FinishedRun with = summer(tank, "cooling", policy);
    const auto heat = [&](const char* key) { return with.at(std::string("ledger/only/heat/") + key); };
    table.rows.push_back(row_of("tank, " + policy, with, heat("cold_used"), heat("cold_lost")));
    section.cases.push_back(compare(
        asked(policy + ": cold stored = used + lost + left (ten digits)", Evidence::law, "conservation"),
        heat("cold_stored"), heat("cold_used") + heat("cold_lost") + last_of(with, "cold_stored_kwh"),
        {1e-8, true, "1e-8"}, "kWh", 7));
    section.cases.push_back(compare(asked(policy + ": facility energy against a tank at rest", Evidence::law,
                                          "a store moves work, it does not make it"),
                                    without.at("total/facility_energy_kwh"),
                                    with.at("total/facility_energy_kwh"), percent(2), "kWh", 6));
    if (policy != "price-aware-storage") continue;
    section.cases.push_back(below(policy + ": bill under the tariff of the east", "cheap hours are used",
                                  without.at("total/cost_cny"), with.at("total/cost_cny"), "CNY"));
    section.cases.push_back(at_most(asked(policy + ": left at the end, of what was stored (it began empty)",
                                          Evidence::law, "whole cycles"),
                                    1.0, 100.0 * last_of(with, "cold_stored_kwh") / heat("cold_stored"), "%",
                                    2));
  }
}

void battery_store(Section& section, Table& table) {
  const FinishedRun without = summer(battery, "supply", "none");
  table.rows.push_back(row_of("battery at rest", without, 0.0, 0.0));
  for (const std::string policy : {"price-arbitrage", "peak-shave"}) {
    const FinishedRun with = summer(battery, "supply", policy);
    const double in = with.at("total/battery_charge_kwh"), out = with.at("total/battery_discharge_kwh"),
                 left = last_of(with, "battery_stored_kwh");
    table.rows.push_back(
        row_of("battery, " + policy, with, out,
               with.at("total/power_chain_loss_kwh") - without.at("total/power_chain_loss_kwh")));
    section.cases.push_back(compare(asked(policy + ": charged = discharged + left, at the cells (ten digits)",
                                          Evidence::law, "conservation"),
                                    in, out + left, {1e-8, true, "1e-8"}, "kWh", 7));
    section.cases.push_back(
        compare(asked(policy + ": facility energy more by what conversion loses both ways",
                      Evidence::arithmetic, "(in + out) of the cells at the root of 0.9 each way"),
                in * (1.0 / std::sqrt(0.9) - 1.0) + out * (1.0 - std::sqrt(0.9)),
                with.at("total/facility_energy_kwh") - without.at("total/facility_energy_kwh"),
                {1e-6, true, "1e-6"}, "kWh", 6));
    if (policy == "price-arbitrage")
      section.cases.push_back(below(policy + ": bill under the tariff of the east", "cheap hours are used",
                                    without.at("total/cost_cny"), with.at("total/cost_cny"), "CNY"));
  }
}

}  // namespace

Section stores() {
  Section section{"Cold stores and batteries",
                  "A hall of 1 MW in Shanghai's climate with chilled water, July and August, constant IT "
                  "load. Night storage "
                  "fills a tank of 2 MWh where the wet bulb is lowest, price-aware storage where power is "
                  "cheap; in the other "
                  "runs supply policies work a battery of 2 MWh and 500 kW. Both begin empty.",
                  {},
                  {}};
  Table table{"Two months of a tank or a battery",
              {"store and policy", "cooling, MWh", "facility, MWh", "moved, MWh", "lost, MWh",
               "bill, thousand CNY", "highest power, kW"},
              {}};
  cold_store(section, table);
  battery_store(section, table);
  section.tables.push_back(std::move(table));
  return section;
}

}  // namespace hubwatt::validation
