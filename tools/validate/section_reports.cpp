// Figures of the five source reports that follow from others of theirs: the program must give them from the
// same inputs.
#include <fmt/format.h>

#include <set>

#include "models/units.hpp"
#include "scenarios/platform_reader.hpp"
#include "tools/validate/sections.hpp"
#include "tools/validate/trial_run.hpp"

namespace hubwatt::validation {

namespace {

using trial::FinishedRun;
using trial::one_job;
using trial::plain_platform;
using trial::plain_scenario;
using trial::replaced;
using trial::run_texts;

// A year of racks that draw the same all the time; each simulated one stands for ten thousand.
FinishedRun steady_year(int racks, const std::string& rack_power, const std::string& cooling_ratio,
                        const std::string& carbon) {
  const std::string power = '"' + rack_power + '"';
  std::string platform = plain_platform(racks, 1, "represents = 10000\n");
  platform = replaced(platform, "accelerators = 8", "accelerators = 1");
  platform = replaced(replaced(platform, "\"2 kW\"", power), "\"10 kW\"", power);
  platform = replaced(replaced(platform, "ratio = 0.25", "ratio = " + cooling_ratio), "\"0.5 kg/kWh\"",
                      '"' + carbon + '"');
  return run_texts(plain_scenario("365 d", "output = { series = false }\n" + one_job("1", "1 h")), platform);
}

void national_stock(std::vector<Case>& cases) {
  const double by_hand = 8.10e6 * 0.6 * 2.5 * 1.42 * 8760.0 / 1e9;
  const double got =
      steady_year(486, "2.5 kW", "0.42", "0.5306 kg/kWh").at("total/facility_energy_kwh") / 1e9;
  const std::string what = "8.10 M racks of 2.5 kW, 60 % in use, PUE 1.42, a year";
  cases.push_back(
      compare({"S01", what, Evidence::arithmetic, "product of the inputs"}, by_hand, got, exact(), "TWh"));
  cases.push_back(compare({"S01", what + ": the energy reported for 2023", Evidence::published,
                           "China, 2023: 150 TWh (Liu 2025); racks and PUE of other dates, so no proof"},
                          150.0, got, percent(10), "TWh", 4));
}

void national_carbon(std::vector<Case>& cases) {
  // 380 TWh a year in 2000 simulated racks.
  const std::string power = fmt::format("{:.17g} kW", 380e9 / 8760.0 / 2000e4);
  const double got = steady_year(2000, power, "0.0", "0.5306 kg/kWh").at("total/carbon_location_kg") / 1e9;
  cases.push_back(compare({"S07", "380 TWh at 0.5306 kg/kWh, no green share", Evidence::arithmetic,
                           "product; the report says more than 200 Mt in 2030 (Zhang, Cao 2025)"},
                          380.0 * 0.5306, got, exact(), "Mt"));
}

void national_network(std::vector<Case>& cases) {
  InputFiles files;
  const Platform platform = read_platform("platforms/catalogue/china-hubs.platform.toml", files);
  std::set<double> latencies_ms, outages_h;
  Bandwidth sum{};
  for (const Link& link : platform.links) {
    latencies_ms.insert(link.latency / unit::ms);
    outages_h.insert((1.0 - link.availability) * 8760.0);
    sum += link.bandwidth;
  }
  const auto only = [](const std::set<double>& values) {
    return values.size() == 1 ? *values.begin() : -1.0;
  };
  const std::string source = "CAICT 2026: 20 ms, 99.9 %, 928 Tbps";
  cases.push_back(
      compare({"S22", "one-way latency of every link of the national platform", Evidence::published, source},
              20.0, only(latencies_ms), exact(), "ms"));
  cases.push_back(compare({"S22", "hours a year each of them is out", Evidence::published, source}, 8.76,
                          only(outages_h), exact(), "h"));
  cases.push_back(compare({"S22", "bandwidth between clusters in all", Evidence::published, source}, 928.0,
                          sum / unit::Tbps, exact(), "Tbps"));
}

}  // namespace

Section reported_figures() {
  Section section{
      "Figures of the reports",
      "Each is run as a scenario: racks on a platform without other losses, or the national platform as "
      "it is shipped.",
      {},
      {}};
  national_stock(section.cases);
  national_carbon(section.cases);
  national_network(section.cases);
  return section;
}

}  // namespace hubwatt::validation
