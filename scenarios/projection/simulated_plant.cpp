#include "scenarios/projection/simulated_plant.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string_view>

#include "models/contract.hpp"
#include "models/nearest_name.hpp"
#include "scenarios/projection/plant_runs.hpp"
#include "scenarios/scenario_reader.hpp"

namespace hubwatt {

namespace {

constexpr Duration year_length = 365.0 * unit::day;
constexpr Duration week_length = 7.0 * unit::day;

std::vector<std::string> ids_of(const Platform& platform) {
  std::vector<std::string> ids;
  for (const Hub& hub : platform.hubs) ids.push_back(hub.id);
  return ids;
}

// What is wrong with a request, by the key of the projection's table.
struct RequestMistake {
  const char* key;
  std::string problem, suggestion;
};

std::vector<RequestMistake> mistakes_of(const SimulatedWeeks& request, const Scenario& scenario) {
  std::vector<RequestMistake> out;
  if (request.weeks < 1 || request.weeks > most_weeks)
    out.push_back(
        {"weeks", fmt::format("a year has 1 to {} whole weeks, not {}", most_weeks, request.weeks), ""});
  if (scenario.period.length < year_length)
    out.push_back({"scenario",
                   fmt::format("weeks are taken from a year, and '{}' runs for {:.6g} days", scenario.name,
                               scenario.period.length / unit::day),
                   "give it duration = \"365 d\", or write set = [\"duration=365 d\"] here"});
  const std::vector<std::string> known = ids_of(scenario.platform);
  for (const std::string& hub : request.hubs)
    if (std::find(known.begin(), known.end(), hub) == known.end())
      out.push_back({"hubs", "the platform has no hub " + in_quotes(hub), suggestion_for(hub, known)});
  return out;
}

// Sums of hubs over parts of the year, each as often as its weight says.
KpiInput joined_sums(const Platform& platform, std::span<const std::string> hubs, const PlantRuns& runs,
                     std::span<const std::size_t> parts, std::span<const RepresentativeWeek> weeks) {
  std::vector<KpiInput> inputs;
  for (std::size_t hub = 0; hub < platform.hubs.size(); ++hub) {
    if (std::find(hubs.begin(), hubs.end(), platform.hubs[hub].id) == hubs.end()) continue;
    HubResult result;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      Tally part = runs.sums(parts[i])[hub];
      if (!weeks.empty()) part *= weeks[i].weight;
      result.sums += part;
    }
    inputs.push_back(kpi_input(platform.hubs[hub], platform, result, year_length));
  }
  return joined(inputs, Power{});
}

std::optional<double> value(std::string_view key, const KpiInput& sums) {
  const auto figures = simulated_figures();
  const auto found =
      std::find_if(figures.begin(), figures.end(), [key](const auto& one) { return one.key == key; });
  HUBWATT_EXPECTS(found != figures.end());
  return found->value(sums);
}

// A figure as a path that never changes, in base units; empty where it has no value.
std::optional<YearPath> constant(std::string_view key, const KpiInput& sums, double unit_in_base) {
  const auto figure = value(key, sums);
  if (!figure) return std::nullopt;
  return YearPath{{{0, {*figure * unit_in_base}}}, {}, Between::linear};
}

// A mistake in an override has no line of its own; it stands at the projection's `set`.
void add_scenario_mistakes(const InputError& error, const Node& table, Reading& reading) {
  for (const Diagnostic& mistake : error.mistakes()) {
    if (mistake.file.starts_with("--set ")) {
      const std::string key = mistake.key.empty() ? "" : mistake.key + ": ";
      reading.mistake_at_key(table, "set", in_quotes(mistake.file.substr(6)) + ": " + key + mistake.problem,
                             mistake.suggestion);
    } else {
      reading.mistakes.push_back(mistake);
    }
  }
}

}  // namespace

std::optional<double> error_of(const SimulatedFigure& figure, const SimulatedPlant& plant) {
  if (!plant.full_year) return std::nullopt;
  const auto weeks = figure.value(plant.sums), year = figure.value(*plant.full_year);
  if (!weeks || !year) return std::nullopt;
  if (*weeks == *year) return 0.0;
  if (*year == 0.0) return std::nullopt;
  return (*weeks - *year) / *year;
}

PlantFigures figures_of(const SimulatedPlant& plant) {
  const KpiInput& sums = plant.sums;
  PlantFigures out;
  out.cooling = constant("cooling", sums, 1.0);
  out.chain_loss = constant("chain_loss", sums, 1.0);
  out.other = constant("other", sums, 1.0);
  out.water = constant("wue", sums, unit::litre_per_kWh.base());
  out.green_share = constant("green_share", sums, 1.0);
  out.grid_carbon = constant("grid_carbon", sums, unit::kg_per_kWh.base());
  out.residual_carbon = constant("residual_carbon", sums, unit::kg_per_kWh.base());
  out.price = constant("price", sums, unit::cny_per_kWh.base());
  out.gpu_activity = value("gpu_activity", sums).value_or(0.0);
  out.gpu_allocation = value("gpu_allocation", sums).value_or(0.0);
  return out;
}

std::vector<FileDigest> check_simulated_weeks(const SimulatedWeeks& request, const Node& table,
                                              Reading& reading) {
  if (!std::filesystem::exists(request.scenario)) {
    reading.mistake_at_key(table, "scenario", "there is no file " + in_quotes(request.scenario.string()));
    return {};
  }
  try {
    const Scenario scenario = read_scenario(request.scenario, request.overrides);
    for (const RequestMistake& mistake : mistakes_of(request, scenario))
      reading.mistake_at_key(table, mistake.key, mistake.problem, mistake.suggestion);
    return scenario.files;
  } catch (const InputError& error) {
    add_scenario_mistakes(error, table, reading);
    return {};
  }
}

std::vector<SimulatedPlant> simulate_plants(std::span<const SimulatedWeeks> requests, int at_once,
                                            const PlantProgress& progress, Duration warm_up) {
  struct Asked {
    const Scenario* scenario;
    std::vector<std::size_t> weeks;
    std::optional<std::size_t> year;
  };
  PlantRuns runs;
  std::vector<SimulatedPlant> plants;
  std::vector<Asked> asked;
  for (const SimulatedWeeks& request : requests) {
    const Scenario& scenario = runs.scenario(request.scenario, request.overrides);
    std::vector<Diagnostic> mistakes;
    for (const RequestMistake& mistake : mistakes_of(request, scenario))
      mistakes.push_back({request.scenario.string(), 0, 0, mistake.key, mistake.problem, mistake.suggestion});
    if (!mistakes.empty()) throw InputError(std::move(mistakes));

    SimulatedPlant plant{
        request, scenario.name, request.hubs, representative_weeks(scenario, request.weeks), {}, {}};
    if (plant.hubs.empty()) plant.hubs = ids_of(scenario.platform);
    Asked parts{&scenario, {}, {}};
    for (const RepresentativeWeek& week : plant.weeks)
      parts.weeks.push_back(runs.ask(scenario, week.start, week_length, warm_up));
    if (request.check_full_year)
      parts.year = runs.ask(scenario, scenario.period.start, year_length, Duration{});
    plants.push_back(std::move(plant));
    asked.push_back(std::move(parts));
  }
  runs.run(at_once, progress ? [&](double done) { progress(done, runs.length()); } : ShareDone());
  for (std::size_t i = 0; i < plants.size(); ++i) {
    SimulatedPlant& plant = plants[i];
    const Platform& platform = asked[i].scenario->platform;
    plant.sums = joined_sums(platform, plant.hubs, runs, asked[i].weeks, plant.weeks);
    if (asked[i].year)
      plant.full_year = joined_sums(platform, plant.hubs, runs, std::span(&*asked[i].year, 1), {});
  }
  return plants;
}

}  // namespace hubwatt
