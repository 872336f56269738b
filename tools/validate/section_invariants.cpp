// What must hold in any run: balances, sums, sameness, and what a finer step may change.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

#include "models/climate_normals.hpp"
#include "models/units.hpp"
#include "scenarios/platform_reader.hpp"
#include "scenarios/renewable_year.hpp"
#include "tools/validate/sections.hpp"
#include "tools/validate/site_years.hpp"
#include "tools/validate/trial_run.hpp"

namespace hubwatt::validation {

namespace {

using namespace trial;

const char* const week = "tests/data/contract/week.scenario.toml";
const std::vector<std::string> places = {"total", "hubs/zhongwei", "hubs/qingpu"};

Question law(const char* id, std::string what) {
  return {id, std::move(what), Evidence::law, "definition"};
}

double sum_of(const FinishedRun& run, const std::string& place, std::initializer_list<const char*> keys) {
  double sum = 0.0;
  for (const char* key : keys) sum += run.at(place + "/" + key);
  return sum;
}

// The largest relative difference over the places.
template <class Left, class Right>
double largest_difference(const Left& left, const Right& right) {
  double largest = 0.0;
  for (const std::string& place : places)
    largest = std::max(largest, std::fabs(left(place) / right(place) - 1.0));
  return largest;
}

Case vanishes(const char* id, const std::string& what, double difference) {
  return compare(law(id, what), 0.0, difference, {1e-9, false, "1e-9"}, "");
}

void balances(std::vector<Case>& cases, const FinishedRun& run) {
  const auto facility = [&](const std::string& place) { return run.at(place + "/facility_energy_kwh"); };
  cases.push_back(vanishes("I1", "facility = IT + cooling + power chain + other, largest relative difference",
                           largest_difference(facility, [&](const std::string& place) {
                             return sum_of(run, place,
                                           {"it_energy_kwh", "cooling_energy_kwh", "power_chain_loss_kwh",
                                            "other_energy_kwh"});
                           })));
  cases.push_back(vanishes("I1", "facility = grid + on-site + direct + battery out - battery in, the same",
                           largest_difference(facility, [&](const std::string& place) {
                             return sum_of(run, place,
                                           {"grid_energy_kwh", "on_site_energy_kwh", "direct_energy_kwh",
                                            "battery_discharge_kwh"}) -
                                    run.at(place + "/battery_charge_kwh");
                           })));
  double ledger = 0.0, hubs = 0.0;
  for (const char* hub : {"zhongwei", "qingpu"})
    ledger = std::max(ledger, run.at(std::string("ledger/") + hub + "/relative_error"));
  for (const char* key :
       {"it_energy_kwh", "facility_energy_kwh", "carbon_location_kg", "water_l", "cost_cny"}) {
    const std::string name(key);
    hubs = std::max(hubs, std::fabs((run.at("hubs/zhongwei/" + name) + run.at("hubs/qingpu/" + name)) /
                                        run.at("total/" + name) -
                                    1.0));
  }
  cases.push_back(vanishes("I2", "sources = sinks in the ledger of each hub", ledger));
  cases.push_back(vanishes("I3", "hubs add up to the total: energy, carbon, water, cost", hubs));
}

void bounds(std::vector<Case>& cases, const FinishedRun& run) {
  const auto all = [&](const auto& holds_at) { return std::all_of(places.begin(), places.end(), holds_at); };
  const auto at = [&](const std::string& place, const char* key) { return run.at(place + "/" + key); };
  cases.push_back(holds(law("I4", "1 <= PUE, and pue1 <= pue2 <= pue3"), "at every hub",
                        figure(at("total", "pue"), 5) + " in all", all([&](const std::string& p) {
                          return at(p, "pue") >= 1.0 && at(p, "pue1") <= at(p, "pue2") &&
                                 at(p, "pue2") <= at(p, "pue3");
                        })));
  cases.push_back(
      holds(law("I4", "0 <= green share <= 1, ERE <= PUE, activity <= allocation"), "at every hub",
            figure(at("total", "green_share"), 4) + " green in all", all([&](const std::string& p) {
              return at(p, "green_share") >= 0.0 && at(p, "green_share") <= 1.0 &&
                     at(p, "ere") <= at(p, "pue") && at(p, "gpu_activity") <= at(p, "gpu_allocation");
            })));
}

void sums_of_hours(std::vector<Case>& cases, const FinishedRun& run) {
  double facility = 0.0, carbon = 0.0;
  for (const CsvRow& row : run.table("series.csv")) {
    facility += std::stod(row.at("facility_kw"));
    carbon += std::stod(row.at("grid_kw")) * std::stod(row.at("carbon_kg_per_kwh"));
  }
  cases.push_back(compare(law("I5", "facility energy is the sum of the hours of series.csv (ten digits)"),
                          run.at("total/facility_energy_kwh"), facility, {1e-8, true, "1e-8"}, "kWh", 9));
  cases.push_back(compare(law("I5", "carbon is the sum over the hours of grid power x factor (six digits)"),
                          run.at("total/carbon_location_kg"), carbon, {1e-5, true, "1e-5"}, "kg", 7));
  double jobs = 0.0;
  for (const CsvRow& row : run.table("jobs.csv")) jobs += std::stod(row.at("energy_kwh"));
  cases.push_back(
      compare(law("I6", "energies of jobs add up to what servers drew above idle, killed ones included"),
              run.at("ledger/zhongwei/it/jobs") + run.at("ledger/qingpu/it/jobs"), jobs, exact(), "kWh", 9));
}

void sameness(std::vector<Case>& cases, const FinishedRun& run) {
  const FinishedRun again(week);
  bool equal = true;
  for (const char* file : {"summary.json", "manifest.json", "inputs.json", "series.csv", "jobs.csv", "inference.csv"})
    equal = equal && again.text(file) == run.text(file);
  cases.push_back(holds(law("I7", "the same scenario and seed give the same bytes, six files"), "equal",
                        equal ? "equal" : "different", equal));
  const std::string work =
      "[[training]]\nname = \"a\"\narrivals_per_day = 40.0\ngpus = { choice = [4, 8, 12] }\n"
      "duration = { exponential = { mean = \"3 h\" } }\nactivity = 0.7\n";
  const FinishedRun one = run_texts(plain_scenario("5 d", work), plain_platform(2, 4, "represents = 1\n"));
  const FinishedRun two = run_texts(plain_scenario("5 d", work), plain_platform(2, 4, "represents = 2\n"));
  cases.push_back(compare(law("I8", "twice the platform and twice the load: facility energy"),
                          2.0 * one.at("total/facility_energy_kwh"), two.at("total/facility_energy_kwh"),
                          exact(), "kWh"));
}

// Half the step; what policies decide by the step, they decide twice as often.
void half_the_step(std::vector<Case>& cases, const std::string& what, const char* scenario,
                   double limit_percent, std::vector<std::string> changes = {},
                   double it_limit_percent = 0.0) {
  std::vector<std::string> half = changes;
  changes.emplace_back("step=\"1 h\"");
  half.emplace_back("step=\"30 min\"");
  const FinishedRun hours(scenario, changes), halves(scenario, half);
  cases.push_back(compare(law("I9", "steps of 30 min against 1 h, " + what + ": IT energy"),
                          hours.at("total/it_energy_kwh"), halves.at("total/it_energy_kwh"),
                          it_limit_percent > 0.0 ? percent(it_limit_percent) : exact(), "kWh", 9));
  cases.push_back(compare(law("I9", "the same, " + what + ": facility energy"),
                          hours.at("total/facility_energy_kwh"), halves.at("total/facility_energy_kwh"),
                          percent(limit_percent), "kWh", 9));
}

void synthetic_years(std::vector<Case>& cases) {
  InputFiles files;
  const Platform platform = read_platform(site_platform, files);
  double dark = 0.0, sun = 0.0, wind = 0.0, monthly = 0.0;
  for (const Hub& hub : platform.hubs) {
    const std::vector<Weather> weather =
        weather_year(hub.climate, hub.location.altitude, hub.location.latitude, 2025, Random(1, hub.id));
    for (std::size_t plant = 0; plant < hub.renewables.size(); ++plant) {
      const std::vector<double> year = renewable_year(hub, plant, 2025, 1, weather);
      const double mean = std::accumulate(year.begin(), year.end(), 0.0) / static_cast<double>(year.size());
      const double off = std::fabs(mean / hub.renewables[plant].capacity_factor - 1.0);
      double& largest = hub.renewables[plant].kind == RenewableKind::wind ? wind : sun;
      largest = std::max(largest, off);
      if (hub.renewables[plant].kind == RenewableKind::wind) continue;
      for (std::size_t h = 0; h < year.size(); ++h)
        if (h % 24 < 4 || h % 24 > 21) dark = std::max(dark, year[h]);
    }
    const auto& normals = std::get<ClimateNormals>(hub.climate);
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
      std::vector<double> degc;
      for (const Weather& hour : weather_year(hub.climate, hub.location.altitude, hub.location.latitude, 2025,
                                              Random(seed, hub.id)))
        degc.push_back(hour.dry_bulb.celsius());
      const auto means = monthly_means(degc, false);
      for (std::size_t m = 0; m < 12; ++m)
        monthly = std::max(monthly, std::fabs(means[m] - normals.dry_bulb_degc[m]));
    }
  }
  const auto bound = [&](const char* id, const char* what, double limit, double got, const char* unit) {
    cases.push_back(compare({id, what, Evidence::arithmetic, "what the years are asked for"}, 0.0, got,
                            within(limit, unit), unit, 2));
  };
  bound("I10", "highest PV output between 22:00 and 04:00 at the 14 sites", 0.0, dark, "");
  bound("I10", "capacity factor of PV years, largest relative deviation", 0.01, sun, "");
  bound("I10", "capacity factor of wind years, largest relative deviation", 0.01, wind, "");
  bound("I10", "monthly mean temperatures, ten seeds, largest deviation from the normals", 0.3, monthly, "K");
}

}  // namespace

Section invariants() {
  Section section{
      "Invariants",
      "Most are of the contract's week: two hubs, 11 425 jobs, one service, sun, wind and a battery. The "
      "tests ask more of single models, each with thousands of random inputs: that power never falls with "
      "load or with warmer, moister air, that stores stay within their limits and lose what they should.",
      {},
      {}};
  const FinishedRun run(week);
  balances(section.cases, run);
  bounds(section.cases, run);
  sums_of_hours(section.cases, run);
  sameness(section.cases, run);
  half_the_step(section.cases, "the contract's week", week, 0.5);
  half_the_step(section.cases, "a year of measured weather (library, beijing-weather)",
                "scenarios/library/beijing-weather.toml", 0.5);
  const char* const july = "scenarios/library/plant-july.toml";
  half_the_step(section.cases, "a July of outages (library, plant-july), plants on their own controls", july,
                0.5, {"policy.cooling=\"fixed\"", "policy.supply=\"self-consume\""});
  half_the_step(section.cases,
                "the same July, stores and battery traded by the step (outages then meet other "
                "stores, so that IT power shed differs)",
                july, 0.5, {}, 0.1);
  synthetic_years(section.cases);
  return section;
}

}  // namespace hubwatt::validation
