// Where the IT load of a projection stands and what it needs there, year by year, for one draw. Old load stays in the
// plant of the first year until it is refitted; what is refitted or added stands in the new one.
//
//   Equation   old(y) = min(old(y-1) x (1 - refit(y)), load(y)); the rest is new. Facility energy is IT energy times
//              PUE, plant by plant. Told top down, facility energy fixes IT energy through the PUE of the same year.
//   Validity   a place that shrinks gives up its new plant first.
#pragma once

#include <optional>
#include <vector>

#include "scenarios/projection/projection.hpp"

namespace hubwatt {

// A plant in one year: per kWh of IT, or of facility energy. In base units; empty where not told.
struct PlantYear {
  double pue = 1.0;
  std::optional<double> cooling, chain_loss, other, water;
  std::optional<double> green_share, grid_carbon, residual_carbon, price;
};

struct PlaceYear {
  double share = 0.0;             // of all IT energy
  double it = 0.0, old_it = 0.0;  // J
  // Sums over its two plants, in base units; those that a plant does not tell stay zero and are not in the results.
  double facility = 0.0, cooling = 0.0, chain_loss = 0.0, other = 0.0, water = 0.0;
  double green = 0.0, carbon = 0.0, market_carbon = 0.0, cost = 0.0;
};

struct LoadYear {
  double it = 0.0;  // J
  std::vector<PlaceYear> places;
};

PlantYear plant_in(const Projection& projection, PlantId plant, int year, Draw draw);

// `it` tells the IT energy of each year (J); where it is empty, Projection::energy tells the facility's. Throws Error
// where a draw's shares add up to more than 1.
std::vector<LoadYear> load_years(const Projection& projection, std::span<const double> it, Draw draw);

}  // namespace hubwatt
