// The coupling of a projection to the simulator: what a platform and its policies add to a kWh of IT energy, from
// weeks of its year that are simulated, with the error against the whole year. Every week is that of the scenario's
// year - its weather, its jobs - after a warm-up that fills queues and stores and is not counted. Not here: which weeks
// (representative_weeks.hpp), the figures (simulated_figures.hpp), what a projection makes of them (chain.hpp).
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "models/units.hpp"
#include "scenarios/kpi.hpp"
#include "scenarios/node.hpp"
#include "scenarios/projection/projection.hpp"
#include "scenarios/projection/representative_weeks.hpp"
#include "scenarios/projection/simulated_figures.hpp"
#include "scenarios/reading.hpp"

namespace hubwatt {

struct SimulatedPlant {
  SimulatedWeeks request;
  std::string scenario_name;
  std::vector<std::string> hubs;  // by id; never empty
  std::vector<RepresentativeWeek> weeks;
  KpiInput sums;                      // of the hubs, over the weeks, each as often as its weight says
  std::optional<KpiInput> full_year;  // the same of 365 days, where it was checked
};

// Of the weeks against the year: (weeks - year) / year. Empty where the year was not simulated or one of the two has no
// such figure; 0 where both are 0.
std::optional<double> error_of(const SimulatedFigure& figure, const SimulatedPlant& plant);

// Constant paths in base units, for a projection's Plant. A figure without a value is not told; activity and
// allocation of hubs without accelerators are 0.
PlantFigures figures_of(const SimulatedPlant& plant);

// Reads what a request names and adds every mistake: at the scenario's own places, or at the keys `scenario`, `hubs`,
// `weeks` and `set` of the projection's table. Returns the digests of the files read.
std::vector<FileDigest> check_simulated_weeks(const SimulatedWeeks& request, const Node& table,
                                              Reading& reading);

// Called now and then with the share that is done, 0..1, of all time to simulate.
using PlantProgress = std::function<void(double share, Duration all)>;

inline constexpr Duration warm_up_of_weeks = 14.0 * unit::day;

// Runs all requests, at most `at_once` runs at a time, each in a process of its own; what two requests have in common
// is run once. Results do not depend on `at_once`, and nothing is written to disk. Throws InputError, and what a run
// threw: PolicyError, InvariantError, Error; also where the user interrupts.
std::vector<SimulatedPlant> simulate_plants(std::span<const SimulatedWeeks> requests, int at_once,
                                            const PlantProgress& progress = {},
                                            Duration warm_up = warm_up_of_weeks);

}  // namespace hubwatt
