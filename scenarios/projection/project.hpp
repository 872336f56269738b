// Carries out a projection: simulates the weeks its plants ask for, evaluates the chain for the central case and for
// draws of the uncertain inputs, shares out the change, runs what stands beside. Writes nothing.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/projection/change_drivers.hpp"
#include "scenarios/projection/contradictions.hpp"
#include "scenarios/projection/economy_result.hpp"
#include "scenarios/projection/ensemble.hpp"
#include "scenarios/projection/projection.hpp"
#include "scenarios/projection/simulated_plant.hpp"
#include "scenarios/projection/sobol_indices.hpp"
#include "scenarios/projection/tornado.hpp"
#include "scenarios/projection/trajectory.hpp"

namespace hubwatt {

// Of headline quantities, whose positions are `outputs`: first all years of the first one, and so on.
struct UncertaintyResult {
  std::vector<std::size_t> outputs;
  Ensemble ensemble;
  std::vector<std::size_t>
      explained;  // positions of the quantities that the two below are about, in the last year
  std::vector<SobolIndices> sobol;  // beside `explained`; empty where none are asked for
  std::vector<Tornado> tornado;     // beside `explained`
};

// The central case of another scope.
struct BesideResult {
  std::string name, scope, scope_note, why;
  int first_year = 0;
  std::vector<double> facility_twh;
};

struct SimulatedPlantOf {
  std::string plant;
  SimulatedPlant weeks;
};

struct ProjectionResult {
  std::vector<TrajectoryQuantity> quantities;
  Trajectory central;
  std::optional<UncertaintyResult> uncertainty;  // where anything is drawn
  std::vector<ChangeOfQuantity> changes;
  std::vector<SimulatedPlantOf> simulated;
  std::vector<BesideResult> beside;
  std::vector<EconomyClaim> claims;
  std::vector<Contradiction> contradictions;  // of the sources that this projection touches
};

struct ProjectOptions {
  int threads = 1;
  PlantProgress progress;
};

// `projection` gets the figures of its simulated plants. Throws what simulate_plants and run_ensemble throw.
ProjectionResult project(Projection& projection, const ProjectOptions& options);

}  // namespace hubwatt
