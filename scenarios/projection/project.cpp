#include "scenarios/projection/project.hpp"

#include "scenarios/projection/chain.hpp"
#include "scenarios/projection/projection_reader.hpp"

namespace hubwatt {
namespace {

// Runs the weeks that the plants of all projections ask for, and gives the plants their figures. Returns those of the
// first projection.
std::vector<SimulatedPlantOf> simulate(std::span<Projection* const> projections,
                                       const ProjectOptions& options) {
  std::vector<SimulatedWeeks> requests;
  std::vector<Plant*> plants;
  std::size_t own = 0;
  for (Projection* projection : projections) {
    for (Plant& plant : projection->plants) {
      if (!plant.simulated) continue;
      requests.push_back(*plant.simulated);
      plants.push_back(&plant);
    }
    if (projection == projections.front()) own = plants.size();
  }
  std::vector<SimulatedPlantOf> out;
  if (requests.empty()) return out;
  std::vector<SimulatedPlant> simulated = simulate_plants(requests, options.threads, options.progress);
  for (std::size_t i = 0; i < plants.size(); ++i) {
    plants[i]->figures = figures_of(simulated[i]);
    if (i < own) out.push_back({plants[i]->name, std::move(simulated[i])});
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

BesideResult run_beside(const Projection& other, const std::string& why) {
  const Chain chain(other);
  const Trajectory trajectory = chain.trajectory({});
  const auto energy = trajectory.of(*chain.position("facility_energy"));
  return {other.name, other.scope, other.scope_note, why, other.first_year, {energy.begin(), energy.end()}};
}

std::vector<EconomyClaim> claims_beside(const Projection& projection, const Chain& chain,
                                        const Trajectory& central) {
  if (!projection.economy) return {};
  const auto compute = chain.position("capacity_fp32");
  return economy_claims(*projection.economy, projection.first_year,
                        compute ? central.of(*compute) : std::span<const double>());
}

std::vector<Contradiction> contradictions_of(const Projection& projection, const ProjectionResult& result) {
  ProjectionReach reach{projection.region, {projection.scope}, {}};
  for (const BesideResult& beside : result.beside) reach.scopes.push_back(beside.scope);
  for (const TrajectoryQuantity& quantity : result.quantities) reach.quantities.push_back(quantity.key);
  if (projection.economy) reach.quantities.emplace_back("economy");
  return notes_for(reach, catalogue_contradictions());
}

}  // namespace

ProjectionResult project(Projection& projection, const ProjectOptions& options) {
  std::vector<Projection> others;
  for (const BesideProjection& beside : projection.beside) others.push_back(read_projection(beside.file));
  std::vector<Projection*> all{&projection};
  for (Projection& other : others) all.push_back(&other);
  std::vector<SimulatedPlantOf> simulated = simulate(all, options);
  const Chain chain(projection);
  ProjectionResult out{
      {}, chain.trajectory({}), std::nullopt, change_drivers(projection), std::move(simulated), {}, {}, {}};
  for (const ChainQuantity& quantity : chain.quantities()) out.quantities.push_back(quantity.text);
  if (!projection.inputs.empty()) out.uncertainty = draw(projection, chain, options);
  for (std::size_t i = 0; i < others.size(); ++i)
    out.beside.push_back(run_beside(others[i], projection.beside[i].why));
  out.claims = claims_beside(projection, chain, out.central);
  out.contradictions = contradictions_of(projection, out);
  return out;
}

}  // namespace hubwatt
