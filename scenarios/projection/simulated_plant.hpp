// The coupling of a projection to the simulator: what a platform and its policies add to a kWh of IT energy, from
// weeks of its year that are simulated, with the error against the whole year. Not here: which weeks
// (representative_weeks.hpp) and what a projection makes of the figures (chain.hpp).
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "scenarios/kpi.hpp"
#include "scenarios/node.hpp"
#include "scenarios/projection/projection.hpp"
#include "scenarios/projection/representative_weeks.hpp"
#include "scenarios/reading.hpp"

namespace hubwatt {

struct SimulatedPlant {
  SimulatedWeeks request;
  std::string scenario_name;
  std::vector<std::string> hubs;  // the hubs asked for, by id; never empty
  std::vector<RepresentativeWeek> weeks;
  KpiInput sums;                      // of the hubs, over the weeks, each as often as its weight says
  std::optional<KpiInput> full_year;  // the same of 365 days, where it was checked
};

// A figure of a plant, a ratio of sums. Where the denominator is zero (accelerators of a hub without) it has no value.
struct SimulatedFigure {
  const char* key;   // "pue"
  const char* unit;  // "kg/kWh"; empty for shares and ratios of energies
  const char* definition;
  std::optional<double> (*value)(const KpiInput&);  // in that unit
};

// pue, cooling, chain_loss, other, wue, green_share, grid_carbon, market_carbon, price, gpu_activity, gpu_allocation,
// server_utilization, rack_occupancy.
std::span<const SimulatedFigure> simulated_figures();

// Of the weeks against the year, (weeks - year) / year. Empty where the year was not simulated or has no such figure; 0
// where both are 0.
std::optional<double> error_of(const SimulatedFigure& figure, const SimulatedPlant& plant);

// Constant paths in base units, for a projection's Plant. Figures without a value become 0.
PlantFigures figures_of(const SimulatedPlant& plant);

// Reads what a request names and adds every mistake: to the scenario's own place, or to the keys `scenario`, `hubs` and
// `weeks` of the projection's table. Returns the digests of the files read.
std::vector<FileDigest> check_simulated_weeks(const SimulatedWeeks& request, const Node& table, Reading& reading);

// Called now and then with the share of all simulated time that is done, 0..1.
using PlantProgress = std::function<void(double)>;

// Runs all requests, at most `at_once` runs at a time, each in a process of its own; what two requests have in common
// is run once. Results do not depend on `at_once`, and nothing is written to disk. Throws InputError, and what a run
// threw: PolicyError, InvariantError, Error; also where the user interrupts.
std::vector<SimulatedPlant> simulate_plants(std::span<const SimulatedWeeks> requests, int at_once,
                                            const PlantProgress& progress = {});

}  // namespace hubwatt
