#include "scenarios/projection/project.hpp"

#include "scenarios/projection/chain.hpp"
#include "scenarios/projection/projection_reader.hpp"

namespace hubwatt {
namespace {

// Runs the weeks that plants ask for and gives the plants their figures.
std::vector<SimulatedPlantOf> simulate(Projection& projection, const ProjectOptions& options) {
  std::vector<SimulatedWeeks> requests;
  std::vector<Plant*> plants;
  for (Plant& plant : projection.plants) {
    if (!plant.simulated) continue;
    requests.push_back(*plant.simulated);
    plants.push_back(&plant);
  }
  std::vector<SimulatedPlantOf> out;
  if (requests.empty()) return out;
  std::vector<SimulatedPlant> simulated = simulate_plants(requests, options.threads, options.progress);
  for (std::size_t i = 0; i < plants.size(); ++i) {
    plants[i]->figures = figures_of(simulated[i]);
    out.push_back({plants[i]->name, std::move(simulated[i])});
  }
  return out;
}

// The last year of what most readers ask about.
std::vector<std::size_t> explained_quantities(const Chain& chain) {
  std::vector<std::size_t> out;
  for (const char* key : {"facility_energy", "carbon_location"})
    if (const auto position = chain.position(key)) out.push_back(*position);
  return out;
}

UncertaintyResult draw(const Projection& projection, const Chain& chain, const ProjectOptions& options) {
  UncertaintyResult out;
  const std::size_t years = chain.years();
  for (std::size_t q = 0; q < chain.quantities().size(); ++q)
    if (chain.quantities()[q].text.headline) out.outputs.push_back(q);
  const Evaluate evaluate = [&chain, &outputs = out.outputs, years](Draw draw, std::span<double> values) {
    const Trajectory trajectory = chain.trajectory(draw);
    for (std::size_t i = 0; i < outputs.size(); ++i)
      for (std::size_t y = 0; y < years; ++y) values[i * years + y] = trajectory.at(outputs[i], y);
  };
  const std::size_t watched = years - 1;  // facility energy is the first quantity
  out.ensemble = run_ensemble(projection.inputs, projection.draws, projection.seed,
                              out.outputs.size() * years, watched, evaluate, options.threads);
  out.explained = explained_quantities(chain);
  const Evaluate last_year = [&chain, &explained = out.explained, years](Draw draw,
                                                                         std::span<double> values) {
    const Trajectory trajectory = chain.trajectory(draw);
    for (std::size_t i = 0; i < explained.size(); ++i) values[i] = trajectory.at(explained[i], years - 1);
  };
  if (projection.draws.sensitivity > 0)
    out.sobol = sobol_indices(projection.inputs, projection.draws, projection.seed, out.explained.size(),
                              last_year, options.threads);
  out.tornado = tornado(projection.inputs, out.explained.size(), last_year);
  return out;
}

BesideResult run_beside(const BesideProjection& beside, const ProjectOptions& options) {
  Projection other = read_projection(beside.file);
  simulate(other, options);
  const Chain chain(other);
  const Trajectory trajectory = chain.trajectory({});
  const auto energy = trajectory.of(*chain.position("facility_energy"));
  return {other.name, other.scope,      other.scope_note,
          beside.why, other.first_year, {energy.begin(), energy.end()}};
}

}  // namespace

ProjectionResult project(Projection& projection, const ProjectOptions& options) {
  std::vector<SimulatedPlantOf> simulated = simulate(projection, options);
  const Chain chain(projection);
  ProjectionResult out{
      {}, chain.trajectory({}), std::nullopt, change_drivers(projection), std::move(simulated), {}};
  for (const ChainQuantity& quantity : chain.quantities()) out.quantities.push_back(quantity.text);
  if (!projection.inputs.empty()) out.uncertainty = draw(projection, chain, options);
  for (const BesideProjection& beside : projection.beside) out.beside.push_back(run_beside(beside, options));
  return out;
}

}  // namespace hubwatt
