// Back-casts: projections of the past with inputs that were written down before they were run, against what
// is published of the years they end in.
#include <array>
#include <vector>

#include "scenarios/projection/projection_reader.hpp"
#include "tools/validate/projected.hpp"
#include "tools/validate/sections.hpp"

namespace hubwatt::validation {

namespace {

std::string path_of(const std::string& name) {
  return "tests/data/backcast/" + name + ".projection.toml";
}

Projection backcast(const std::string& name) {
  return read_projection(path_of(name));
}

Question published(const std::string& id, const std::string& what, const std::string& source) {
  return {id, what, Evidence::published, source};
}

Question set_to(const std::string& id, const std::string& what, const std::string& source) {
  return {id, what, Evidence::calibration, source};
}

void world_2010(std::vector<Case>& cases) {
  const Projection world = backcast("world-2010");
  const std::string source = "Masanet et al., Science 367 (2020)";
  const auto compare_with = [&cases](const Question& question, double expected, double got, double percents,
                                     const char* unit) {
    cases.push_back(compare(question, expected, got, percent(percents), unit, 4));
  };
  compare_with(set_to("B1", "world 2010, which the watts of a server are set to", source), 194.0,
               projected(world, "facility_energy", 2010), 0.5, "TWh");
  compare_with(published("B1", "world 2018", source), 205.0, projected(world, "facility_energy", 2018), 10,
               "TWh");
  compare_with(published("B1", "installed servers, 2018 over 2010", source), 1.30,
               projected(world, "servers.all", 2018) / projected(world, "servers.all", 2010), 5, "");
}

const char* const lbnl = "Shehabi et al., LBNL 2024";

void united_states_by_rates(std::vector<Case>& cases) {
  const Projection states = backcast("us-2014");
  const auto against = [&](const char* what, double expected, int year, double last_growth) {
    const std::array<double, 1> drawn{last_growth};
    cases.push_back(
        compare({"B2", what, Evidence::arithmetic, "LBNL 2024: levels printed beside the rates put in"},
                expected, projected(states, "facility_energy", year, drawn), percent(10), "TWh", 4));
  };
  against("United States 2018, from 58 TWh in 2014 at 7 % a year", 76.0, 2018, 0.20);
  against("2023, on at 18 %", 176.0, 2023, 0.20);
  against("2028, on at 13 %", 325.0, 2028, 0.13);
  against("2028, on at 27 %", 580.0, 2028, 0.27);
}

void united_states_by_servers(std::vector<Case>& cases) {
  cases.push_back(compare(set_to("B3", "United States 2018, which the watts of a server are set to", lbnl),
                          76.0, projected(backcast("us-2018"), "facility_energy", 2018), percent(0.5), "TWh",
                          4));
}

// The same with single inputs set otherwise, after the run: what the distance to 176 TWh may come from.
Table united_states_otherwise() {
  struct Change {
    const char* what;
    std::vector<std::string> overrides;
  };
  const std::vector<Change> changes{
      {"as written down", {}},
      {"general servers draw what they did in 2016",
       {"servers.general.idle_power=170.9 W", "servers.general.peak_power=170.9 W"}},
      {"general servers: 8.8 % more watts a year from 2012 on, the trend without a bend",
       {R"(servers.general.idle_power={ 2012 = "122 W", growth = 0.088 })",
        R"(servers.general.peak_power={ 2012 = "122 W", growth = 0.088 })"}},
      {"storage per server grows by 10.3 % a year, as Masanet et al. have it until 2018",
       {R"(storage.power={ 2018 = "68.66 W/TB", growth = 0.103 })"}},
      {"storage shrinks by 10 % a year in all",
       {R"(storage.power={ 2018 = "68.66 W/TB", growth = -0.147 })"}},
      {"AI servers at activity 0.8", {"servers.ai.activity=0.8"}},
      {"AI servers of 4 kW at peak from 2021",
       {R"(servers.ai.peak_power={ 2019 = "1617 W", 2020 = "2213 W", 2021 = "4 kW" })"}},
      {"66 % of the world's AI servers, the share that four American buyers had in 2022 (TrendForce)",
       {"servers.ai.shipments={ 2012 = 3755, 2013 = 7471, 2014 = 11900, 2015 = 12730, 2016 = 31160, 2017 = "
        "72460, 2018 = 110000, 2019 = 111900, 2020 = 251600, 2021 = 398400, 2022 = 563600, 2023 = 779900 }"}},
  };
  Table table{"B3, one input set otherwise",
              {"input", "2018, TWh", "2023, TWh", "2023 against 176 TWh", "2023 over 2018 (LBNL: 2.316)"},
              {}};
  for (const Change& change : changes) {
    const Projection states = read_projection(path_of("us-2018"), change.overrides);
    const double from = projected(states, "facility_energy", 2018);
    const double to = projected(states, "facility_energy", 2023);
    table.rows.push_back(
        {change.what, figure(from), figure(to), relative_error(176.0, to), figure(to / from)});
  }
  return table;
}

struct Column {
  const char* header;
  const char* key;
};

Table by_year(const std::string& title, const std::string& name, const std::vector<Column>& columns) {
  const Projection projection = backcast(name);
  Table table{title, {"year"}, {}};
  for (const Column& column : columns) table.header.emplace_back(column.header);
  for (int year = projection.first_year; year <= projection.last_year; ++year) {
    table.rows.push_back({std::to_string(year)});
    for (const Column& column : columns)
      table.rows.back().push_back(figure(projected(projection, column.key, year)));
  }
  return table;
}

}  // namespace

Section backcasts() {
  Section section{
      "Back-casts",
      "Each starts from the energy of a past year and goes by inputs that were written down, with "
      "their sources, before it was run (`tests/data/backcast`), and not changed after. Whoever wrote "
      "them knew the figure they were to meet. B1 goes by shipments, data stored and PUE at constant "
      "watts of a server. What it shows is that six years of shipments are the stock the literature "
      "has, and that the chain adds up. Its split of 2010 into servers, storage and network is that of "
      "the United States in 2014 carried back, for want of a better one; five points more or less of "
      "storage move 2018 by 11 TWh. B2 is no model: it compounds growth rates that LBNL prints and so "
      "tests how they are rounded, and the chain's path over the years, against levels of the same "
      "report. B3 goes by shipments of general and AI servers, and by the watts of new two-socket "
      "servers in SPECpower_ssj2008 (results as of 2026-03-09). **It misses**: 151.9 TWh in 2023 where "
      "LBNL has 176, 14 % low and outside the 10 % asked for, so it stands below as figures and not "
      "among the cases. It finds the turn of 2018, 15 % a year where there were 7 before, not its full "
      "height of 18. Two thirds of the rise of its IT energy without storage and network is new "
      "general servers that draw more, the rest AI servers. What is missing is 17 TWh of IT: the last "
      "table tells how far single inputs, set otherwise afterwards, would close the gap. Those of AI "
      "servers are the weakest, as counts before 2022 stand in by NVIDIA's revenue, the mix by one "
      "year's figures, and the activity is an estimate. LBNL counts over 40 TWh in AI servers in 2023 "
      "(recalled), B3 18. What storage did after 2018 is an estimate too, and moves 2023 by as much. "
      "The agreement of any one row with 176 is no evidence for that row.",
      {},
      {}};
  world_2010(section.cases);
  united_states_by_rates(section.cases);
  united_states_by_servers(section.cases);
  section.tables.push_back(by_year("B1, the world by year", "world-2010",
                                   {{"servers, M", "servers.all"},
                                    {"IT, TWh", "it_energy"},
                                    {"PUE", "pue"},
                                    {"facility, TWh", "facility_energy"}}));
  section.tables.push_back(by_year("B3, the United States by year", "us-2018",
                                   {{"general servers, M", "servers.general"},
                                    {"AI servers, M", "servers.ai"},
                                    {"general, TWh", "it_energy.class.general"},
                                    {"AI, TWh", "it_energy.class.ai"},
                                    {"IT with storage and network, TWh", "it_energy"},
                                    {"PUE", "pue"},
                                    {"facility, TWh", "facility_energy"}}));
  section.tables.push_back(united_states_otherwise());
  return section;
}

}  // namespace hubwatt::validation
