// Supply in whole runs: what the models say of demand charge, leak, wear, tests and embodied carbon arrives in the
// summary, and policies of the battery do for a hub what they promise. The hub draws 10 kW while its servers idle.
#include <cmath>

#include "tests/support/catch.hpp"
#include "tests/support/finished_run.hpp"

using namespace hubwatt::test;

namespace {

std::string hub_with(const std::string& keys) {
  std::string platform = plain_platform(2, 2);
  platform.insert(platform.find("[[hub.rack]]"), keys);
  return platform;
}

FinishedRun run(const std::string& duration, const std::string& keys, const std::string& more = "",
                const std::vector<std::string>& overrides = {}) {
  return run_texts(plain_scenario(duration, more), hub_with(keys), overrides);
}

std::string policy(const std::string& name) {
  return "[policy]\nsupply = \"" + name + "\"\n";
}

// Two weeks in which all servers work from 14:00 to 16:00, and the supply policy.
std::string busy_afternoons(const std::string& supply) {
  std::string jobs;
  for (int day = 0; day < 14; ++day)
    jobs += "{ submit = \"" + std::to_string(24 * day + 14) +
            " h\", gpus = 32, activity = 1.0, duration = \"2 h\" },";
  return policy(supply) + "[[training]]\nname = \"daily\"\njobs = [" + jobs + "]\n";
}

const std::string battery =
    "battery = { capacity = \"40 kWh\", power = \"20 kW\", round_trip_efficiency = 0.85 }\n";

}  // namespace

TEST_CASE("a month of even load pays the demand charge on it once") {
  const FinishedRun month = run("31 d", "", "", {"hub.only.grid.demand_charge=\"38 CNY/kW\""});
  CHECK(month.at("total/demand_charge_cny") == Approx(380.0).epsilon(1e-9));
  CHECK(month.at("total/cost_cny") == Approx(380.0 + 10.0 * 24 * 31 * 0.4).epsilon(1e-9));
  const FinishedRun week = run("7 d", "", "", {"hub.only.grid.demand_charge=\"38 CNY/kW\""});
  CHECK(week.at("total/demand_charge_cny") == Approx(380.0 * 7.0 / 31.0).epsilon(1e-9));
}

TEST_CASE("the parts of the bill are known to the closed form and add up to it") {
  const FinishedRun month = run(
      "31 d",
      "renewable = [\n"
      "  { kind = \"wind\", contract = \"direct\", capacity = \"10 kW\", capacity_factor = 0.3, price = "
      "\"0.31 CNY/kWh\" },\n"
      "  { kind = \"pv\", contract = \"certificate\", capacity = \"10 kW\", capacity_factor = 0.15, price = "
      "\"0.02 CNY/kWh\" },\n"
      "]\n",
      "", {"hub.only.grid.demand_charge=\"38 CNY/kW\""});
  const auto cny = [&](const std::string& part) { return month.at("total/" + part + "_cny"); };
  CHECK(cny("grid_cost") == Approx(0.4 * month.at("total/grid_energy_kwh")).epsilon(1e-9));
  CHECK(cny("supply_cost") == Approx(0.31 * month.at("total/direct_energy_kwh")).epsilon(1e-9));
  CHECK(cny("certificate_cost") == Approx(0.02 * month.at("total/certificate_energy_kwh")).epsilon(1e-9));
  CHECK(cny("certificate_cost") > 0.0);
  CHECK(cny("demand_charge") > 0.0);
  CHECK(cny("fuel_cost") == 0.0);
  CHECK(cny("cost") == Approx(cny("grid_cost") + cny("demand_charge") + cny("supply_cost") +
                              cny("certificate_cost") + cny("fuel_cost"))
                           .epsilon(1e-12));
}

TEST_CASE("a battery at rest loses its leak, and the loss is of the power chain") {
  const FinishedRun month =
      run("30 d",
          "battery = { capacity = \"100 kWh\", power = \"20 kW\", minimum_charge = 0.1, "
          "initial_charge = 0.9, self_discharge = 0.03 }\n",
          policy("none"));
  const double leak = 80.0 * (1.0 - std::pow(0.97, 30.0 / 30.4375));
  CHECK(month.at("total/power_chain_loss_kwh") == Approx(leak).epsilon(1e-9));
  CHECK(month.at("total/battery_discharge_kwh") == Approx(leak).epsilon(1e-9));
  CHECK(month.at("total/grid_energy_kwh") == Approx(10.0 * 24 * 30).epsilon(1e-9));
}

TEST_CASE("a standby set is tested once a month, and burns fuel for it") {
  const std::string set = "generator = [{ entry = \"diesel-standby\", capacity = \"100 kW\" }]\n";
  const FinishedRun month = run("31 d", set);
  const double fuel = 0.5 * (0.11 * 100.0 + 2.49 * 30.0);
  CHECK(month.at("total/generator_fuel_kwh") == Approx(fuel).epsilon(1e-9));
  CHECK(month.at("total/carbon_direct_kg") == Approx(0.2668 * fuel).epsilon(1e-9));
  CHECK(month.at("total/generator_energy_kwh") == 0.0);
  CHECK(month.at("total/facility_energy_kwh") == Approx(10.0 * 24 * 31).epsilon(1e-9));
}

TEST_CASE("a turbine runs where gas is cheaper than the grid, and only there") {
  const std::string set = "generator = [{ entry = \"micro-gas-turbine\", capacity = \"10 kW\" }]\n";
  const FinishedRun cheap = run("2 d", set);
  CHECK(cheap.at("total/generator_energy_kwh") == 0.0);
  const FinishedRun dear = run("2 d", set, "", {"hub.only.grid.price=\"2 CNY/kWh\""});
  CHECK(dear.at("total/generator_energy_kwh") == Approx(480.0).epsilon(1e-9));
  CHECK(dear.at("total/cost_cny") < 2.0 * 480.0);
}

TEST_CASE("building, sets and battery answer for their carbon by the time of the run") {
  const FinishedRun year = run("365 d",
                               "design_it_power = \"40 kW\"\nbuilding = \"data-center\"\n"
                               "generator = [{ entry = \"diesel-standby\", capacity = \"100 kW\" }]\n"
                               "battery = { capacity = \"40 kWh\", power = \"20 kW\", "
                               "embodied_carbon = \"75 kg/kWh\", life = \"5475 d\" }\n");
  CHECK(year.at("total/embodied_carbon_kg") ==
        Approx(1500.0 * 40.0 / 30.0 + 40.0 * 100.0 / 25.0 + 75.0 * 40.0 / 15.0).epsilon(1e-9));
}

TEST_CASE("price-arbitrage lowers a hub's bill, carbon-arbitrage its carbon") {
  const std::vector<std::string> by_hour = {"hub.only.grid.time_of_use=\"east\""};
  const FinishedRun none = run("10 d", battery, policy("none"), by_hour);
  const FinishedRun trade = run("10 d", battery, policy("price-arbitrage"), by_hour);
  CHECK(trade.at("total/cost_cny") < 0.95 * none.at("total/cost_cny"));
  CHECK(trade.at("total/it_energy_kwh") == Approx(none.at("total/it_energy_kwh")).epsilon(1e-12));
  CHECK(trade.at("total/facility_energy_kwh") > none.at("total/facility_energy_kwh"));
}

TEST_CASE("peak-shave lowers a hub's demand charge once it has seen a day") {
  // 25 to 31 January hold the first afternoon, which none foresees; in February all are known.
  const std::vector<std::string> charged = {"hub.only.grid.demand_charge=\"38 CNY/kW\"",
                                            "start=2025-01-25T00:00:00"};
  const FinishedRun none = run("14 d", battery, busy_afternoons("none"), charged);
  const FinishedRun shaved = run("14 d", battery, busy_afternoons("peak-shave"), charged);
  const double january = 7.0 / 31.0, february = 7.0 / 28.0;
  CHECK(none.at("total/demand_charge_cny") == Approx(38.0 * 50.0 * (january + february)).epsilon(1e-6));
  // 40 kWh less minimum and reserve over two hours: 15 kW off at least.
  CHECK(shaved.at("total/demand_charge_cny") < 38.0 * (50.0 * january + 36.0 * february));
}

TEST_CASE("a battery that wears fast holds less, and the run still closes") {
  const std::string worn =
      "battery = { capacity = \"40 kWh\", power = \"20 kW\", self_discharge = 0.02, embodied_carbon = \"75 "
      "kg/kWh\", "
      "life = \"5475 d\", ageing = { cycle_life = 100.0, calendar_life = \"5475 d\" } }\n";
  const std::vector<std::string> by_hour = {"hub.only.grid.time_of_use=\"east\""};
  const FinishedRun fresh = run("60 d", battery, policy("price-arbitrage"), by_hour);
  const FinishedRun tired = run("60 d", worn, policy("price-arbitrage"), by_hour);
  CHECK(tired.at("total/battery_discharge_kwh") < 0.97 * fresh.at("total/battery_discharge_kwh"));
  // More than half of its life is used up in two months, so more than half of its carbon counts.
  CHECK(tired.at("total/embodied_carbon_kg") > 0.5 * 75.0 * 40.0);
}
