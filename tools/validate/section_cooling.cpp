// The table of annual PUE by site and cooling plant, and what is known about its order.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <functional>
#include <limits>

#include "models/psychrometrics.hpp"
#include "models/units.hpp"
#include "tools/validate/sections.hpp"
#include "tools/validate/site_years.hpp"
#include "tools/validate/trial_run.hpp"

namespace hubwatt::validation {

namespace {

constexpr std::uint64_t seeds = 6;
constexpr std::size_t load_03 = 0, load_06 = 1;

void wet_bulb_cases(std::vector<Case>& cases) {
  struct Point {
    double degc, humidity, expected;
  };
  for (const Point& p : {Point{30.0, 0.50, 22.12}, Point{20.0, 0.60, 15.21}, Point{35.0, 0.40, 24.10}})
    cases.push_back(compare(
        {"C7",
         fmt::format("wet bulb of air of {:.0f} degC and {:.0f} %, sea level", p.degc, 100.0 * p.humidity),
         Evidence::law, "psychrometric tables"},
        p.expected, wet_bulb(Temperature::celsius(p.degc), p.humidity, 101325.0 * unit::Pa).celsius(),
        within(0.1, "K"), "degC", 4));
}

// How many sites and loads keep an order, and the narrowest margin of all.
Case order_of_plants(const SiteYears& table, const std::string& what,
                     const std::function<double(std::size_t site, std::size_t load)>& margin,
                     bool ties_allowed) {
  int kept = 0, asked = 0;
  double narrowest = std::numeric_limits<double>::infinity();
  for (std::size_t site = 0; site < table.sites.size(); ++site)
    for (std::size_t load = 0; load < site_loads.size(); ++load) {
      const double room = margin(site, load);
      narrowest = std::min(narrowest, room);
      kept += room > 0.0 || (ties_allowed && room == 0.0) ? 1 : 0;
      ++asked;
    }
  return holds({"C1", what + ", PUE, every site and load", Evidence::law, "same IT load, chain and weather"},
               fmt::format("{} of {}", asked, asked),
               fmt::format("{} of {}, least margin {}", kept, asked, figure(narrowest, 2)), kept == asked);
}

void orders_of_plants(std::vector<Case>& cases, const SiteYears& table) {
  const auto pue = [&](const char* kind) {
    return [&table, kind](std::size_t site, std::size_t load) {
      return table.at(table.sites[site], kind, load).pue;
    };
  };
  const auto immersion = pue("immersion"), plate = pue("cold-plate"), indirect = pue("indirect-evaporative"),
             direct = pue("direct-air"), economizer = pue("chilled-water-economizer"),
             chilled = pue("chilled-water"), legacy = pue("legacy-crac");
  cases.push_back(order_of_plants(
      table, "immersion <= cold plate", [&](auto s, auto l) { return plate(s, l) - immersion(s, l); }, true));
  cases.push_back(order_of_plants(
      table, "cold plate < indirect evaporative and direct air",
      [&](auto s, auto l) { return std::min(indirect(s, l), direct(s, l)) - plate(s, l); }, false));
  cases.push_back(order_of_plants(
      table, "chilled water with economizer < without",
      [&](auto s, auto l) { return chilled(s, l) - economizer(s, l); }, false));
  cases.push_back(order_of_plants(
      table, "chilled water < legacy", [&](auto s, auto l) { return legacy(s, l) - chilled(s, l); }, false));
}

void order_of_sites(std::vector<Case>& cases, const SiteYears& table) {
  const std::vector<std::vector<const char*>> groups = {{"ulanqab_jining", "zhangjiakou_zhangbei"},
                                                        {"horinger"},
                                                        {"qingyang_xifeng", "zhongwei"},
                                                        {"zhangjiakou_huailai"},
                                                        {"guian"},
                                                        {"tianfu_chengdu", "yangtze_demo_qingpu", "wuhu"},
                                                        {"chongqing"},
                                                        {"shaoguan"}};
  const auto names = [](const std::vector<const char*>& group) {
    std::string out;
    for (const char* name : group) out.append(out.empty() ? "" : ", ").append(name);
    return out;
  };
  for (std::size_t g = 0; g + 1 < groups.size(); ++g) {
    double coldest_group = 0.0, next_group = std::numeric_limits<double>::infinity();
    for (const char* site : groups[g])
      coldest_group = std::max(coldest_group, table.at(site, "chilled-water-economizer", load_06).cooling);
    for (const char* site : groups[g + 1])
      next_group = std::min(next_group, table.at(site, "chilled-water-economizer", load_06).cooling);
    cases.push_back(holds({"C2", fmt::format("{} < {}", names(groups[g]), names(groups[g + 1])),
                           Evidence::arithmetic, "a prototype of the same equations, six seeds"},
                          "less cooling per IT energy",
                          fmt::format("{} < {}", figure(coldest_group, 4), figure(next_group, 4)),
                          coldest_group < next_group));
  }
}

void part_load(std::vector<Case>& cases, const SiteYears& table) {
  for (std::size_t kind = 0; kind < table.kinds.size(); ++kind) {
    double narrowest = std::numeric_limits<double>::infinity();
    for (std::size_t site = 0; site < table.sites.size(); ++site)
      narrowest = std::min(narrowest, table.at(site, kind, load_03).pue - table.at(site, kind, load_06).pue);
    cases.push_back(holds({"C8", table.kinds[kind] + ": PUE at load 0.3 less that at 0.6, every site",
                           Evidence::law, "fixed losses over less IT power"},
                          "above 0", "least " + figure(narrowest, 3), narrowest > 0.0));
  }
}

void legacy_split(std::vector<Case>& cases, const SiteYears& legacy) {
  double it = 0.0, cooling = 0.0, rest = 0.0;
  for (const std::string& site : legacy.sites) {
    const SiteYear& year = legacy.at(site, "legacy-crac", load_03);
    const double share = 100.0 / static_cast<double>(legacy.sites.size()) / year.pue;
    it += share;
    cooling += share * year.cooling;
    rest += share * year.rest;
  }
  const auto put = [&](const char* what, double expected, double got) {
    cases.push_back(
        compare({"S08", std::string("legacy plant and chain at load 0.3, mean of the sites: ") + what,
                 Evidence::calibration, "a data center of PUE 2 (Zhang, Cao 2025)"},
                expected, got, within(2.0, "points"), "%", 3));
  };
  put("IT", 50.0, it);
  put("cooling", 35.0, cooling);
  put("the rest", 15.0, rest);
}

// The whole program, with one kind of plant at every site at a load of 0.6, against the table's solved hours.
Case same_in_a_run(const std::string& kind) {
  const SiteYears one_seed = site_years("modern", 1);
  std::vector<std::string> changes = {
      "server.steady={ accelerators = 0, idle_power = \"1 MW\", peak_power = \"1 MW\", curve = \"linear\", "
      "source = "
      "\"made up\", confidence = \"estimate\" }"};
  for (const std::string& site : one_seed.sites) {
    const std::string hub = "hub." + site + ".";
    changes.insert(changes.end(), {hub + "cooling=\"" + kind + '"', hub + "power_chain=\"modern\"",
                                   hub + "design_it_power=\"10 MW\"", hub + "renewable=[]",
                                   hub + "rack=[{ server = \"steady\", racks = 6, servers_per_rack = 1 }]"});
  }
  const trial::Scratch files;
  const std::string scenario =
      "schema = 1\nname = \"sites\"\nplatform = \"" + std::filesystem::absolute(site_platform).string() +
      "\"\nstart = 2025-01-01T00:00:00\nduration = \"365 d\"\nstep = \"1 h\"\nseed = 1\n"
      "output = { series = false, jobs = false }\n";
  const trial::FinishedRun run(files.write("sites.toml", scenario), changes);
  double largest = 0.0;
  for (const std::string& site : one_seed.sites)
    largest =
        std::max(largest, std::fabs(run.at("hubs/" + site + "/pue") - one_seed.at(site, kind, load_06).pue));
  return compare(
      {"C0",
       kind + ": largest difference of PUE between a run of the 14 sites over a year and the tables below",
       Evidence::arithmetic, "the same hours, solved one by one"},
      0.0, largest, {1e-9, false, "1e-9"}, "");
}

Table by_site(const SiteYears& table, const std::string& title,
              const std::function<std::string(const SiteYear&)>& text, std::size_t load) {
  Table out{title, {"site"}, {}};
  out.header.insert(out.header.end(), table.kinds.begin(), table.kinds.end());
  for (std::size_t site = 0; site < table.sites.size(); ++site) {
    std::vector<std::string>& row = out.rows.emplace_back();
    row.push_back(table.sites[site]);
    for (std::size_t kind = 0; kind < table.kinds.size(); ++kind)
      row.push_back(text(table.at(site, kind, load)));
  }
  return out;
}

}  // namespace

Section cooling_at_the_sites() {
  const SiteYears table = site_years("modern", seeds);
  Section section{"Cooling and power chain",
                  "The fourteen national sites (climate normals) under every plant of the catalogue, power "
                  "chain `modern`, IT load "
                  "constant, plants on their own controls: means of six weather years each. Most "
                  "coefficients are estimates "
                  "(`platforms/catalogue/cooling.toml`); real annual PUE lies 0.03 to 0.08 higher for "
                  "control and mixed ages "
                  "(estimate, `models/README.md`). What the cases show is order, not level.",
                  {},
                  {}};
  wet_bulb_cases(section.cases);
  orders_of_plants(section.cases, table);
  order_of_sites(section.cases, table);
  part_load(section.cases, table);
  legacy_split(section.cases, site_years("legacy", 1));
  for (const char* kind : {"chilled-water-economizer", "indirect-evaporative"})
    section.cases.push_back(same_in_a_run(kind));
  const auto three = [](double value) { return fmt::format("{:.3f}", value); };
  for (std::size_t load = 0; load < site_loads.size(); ++load)
    section.tables.push_back(by_site(
        table, fmt::format("Annual PUE at an IT load of {:.1f}", site_loads[load]),
        [&](const SiteYear& year) { return three(year.pue); }, load));
  section.tables.push_back(by_site(
      table, "Hours a year without a compressor, and those with part of the heat carried without one, at 0.6",
      [](const SiteYear& year) {
        return fmt::format("{:.0f} + {:.0f}", year.free_hours, year.partly_free_hours);
      },
      load_06));
  section.tables.push_back(by_site(
      table, "Water (WUE, L/kWh of IT energy) at 0.6",
      [&](const SiteYear& year) { return fmt::format("{:.2f}", year.wue); }, load_06));
  return section;
}

}  // namespace hubwatt::validation
