#include "scenarios/projection/load_years.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "models/error.hpp"
#include "models/units.hpp"

namespace hubwatt {
namespace {

std::optional<double> value(const std::optional<YearPath>& path, int year, Draw draw) {
  if (!path) return std::nullopt;
  return path->at(year, draw);
}

// A plant's own figure, moved as the national one moves; or the national one where it has none of its own.
std::optional<double> moved(const std::optional<YearPath>& own, const std::optional<YearPath>& national,
                            bool simulated, int first_year, int year, Draw draw) {
  if (!own) return value(national, year, draw);
  if (!national || !simulated) return own->at(year, draw);
  return own->at(year, draw) * national->at(year, draw) / national->at(first_year, draw);
}

std::vector<double> shares_in(const Projection& projection, int year, Draw draw) {
  std::vector<double> shares;
  double sum = 0.0;
  std::optional<std::size_t> rest;
  for (std::size_t p = 0; p < projection.places.size(); ++p) {
    const auto& share = projection.places[p].share;
    if (!share) rest = p;
    shares.push_back(share ? share->at(year, draw) : 0.0);
    sum += shares.back();
  }
  constexpr double rounding = 1e-6;  // of shares as people write them
  if (sum > 1.0 + rounding)
    throw InputError({"", 0, 0, "place",
                      fmt::format("the shares of {} add up to {:.6g} in a draw", year, sum),
                      "narrow their distributions"});
  if (rest) shares[*rest] = std::max(0.0, 1.0 - sum);
  const double all = rest ? std::max(sum, 1.0) : sum;
  for (double& share : shares) share /= all;
  return shares;
}

// The facility's energy as IT energy grows is a broken line: each place fills its old plant, then the new one. Newton's
// method on it ends after as many steps as there are places, at most.
double it_for(double facility, const std::vector<double>& shares, const std::vector<double>& old_room,
              const std::vector<double>& old_pue, const std::vector<double>& new_pue) {
  double it = facility;
  for (std::size_t step = 0; step <= shares.size() + 1; ++step) {
    double sum = 0.0, slope = 0.0;
    for (std::size_t p = 0; p < shares.size(); ++p) {
      const double load = shares[p] * it;
      const double old_load = std::min(load, old_room[p]);
      sum += old_load * old_pue[p] + (load - old_load) * new_pue[p];
      slope += shares[p] * (load <= old_room[p] ? old_pue[p] : new_pue[p]);
    }
    const double next = it - (sum - facility) / slope;
    if (next == it) break;
    it = next;
  }
  return it;
}

void add(PlaceYear& place, const PlantYear& plant, double it, std::optional<double> green_share) {
  const double facility = it * plant.pue;
  place.facility += facility;
  place.cooling += it * plant.cooling.value_or(0.0);
  place.chain_loss += it * plant.chain_loss.value_or(0.0);
  place.other += it * plant.other.value_or(0.0);
  place.water += it * plant.water.value_or(0.0);
  const double green = green_share.value_or(plant.green_share.value_or(0.0));
  place.green += facility * green;
  place.carbon += facility * plant.grid_carbon.value_or(0.0);
  place.market_carbon += facility * (1.0 - green) * plant.residual_carbon.value_or(0.0);
  place.cost += facility * plant.price.value_or(0.0);
}

// What the places are in one year before the load is known.
struct YearPlants {
  std::vector<PlantYear> old_plants, new_plants;
  std::vector<double> old_pue, new_pue;
};

YearPlants plants_in(const Projection& projection, int year, Draw draw) {
  YearPlants out;
  std::vector<PlantYear> plants;
  for (std::size_t p = 0; p < projection.plants.size(); ++p)
    plants.push_back(plant_in(projection, PlantId{p}, year, draw));
  for (const LoadPlace& place : projection.places) {
    out.old_plants.push_back(plants[place.plant.index]);
    out.new_plants.push_back(plants[place.new_plant.value_or(place.plant).index]);
    out.old_pue.push_back(out.old_plants.back().pue);
    out.new_pue.push_back(out.new_plants.back().pue);
  }
  return out;
}

}  // namespace

PlantYear plant_in(const Projection& projection, PlantId plant, int year, Draw draw) {
  const Plant& told = projection.plants[plant.index];
  const PlantFigures& f = told.figures;
  PlantYear out;
  out.cooling = value(f.cooling, year, draw);
  out.chain_loss = value(f.chain_loss, year, draw);
  out.other = value(f.other, year, draw);
  if (out.other) *out.other += told.pue_above_model.at(year, draw);
  out.pue = f.pue ? f.pue->at(year, draw) : 1.0 + *out.cooling + *out.chain_loss + *out.other;
  out.water = value(f.water, year, draw);
  out.green_share = value(f.green_share, year, draw);
  const bool simulated = told.simulated.has_value();
  out.grid_carbon =
      moved(f.grid_carbon, projection.grid.carbon, simulated, projection.first_year, year, draw);
  out.residual_carbon = f.residual_carbon ? moved(f.residual_carbon, projection.grid.carbon, simulated,
                                                  projection.first_year, year, draw)
                                          : out.grid_carbon;
  out.price = moved(f.price, projection.grid.price, simulated, projection.first_year, year, draw);
  return out;
}

std::vector<LoadYear> load_years(const Projection& projection, std::span<const double> it, Draw draw) {
  std::vector<LoadYear> out;
  std::vector<double> old_room(projection.places.size(), std::numeric_limits<double>::infinity());
  for (int year = projection.first_year; year <= projection.last_year; ++year) {
    const YearPlants plants = plants_in(projection, year, draw);
    const std::vector<double> shares = shares_in(projection, year, draw);
    if (year > projection.first_year)
      for (std::size_t p = 0; p < old_room.size(); ++p)
        old_room[p] *= 1.0 - projection.places[p].refit.at(year, draw);
    LoadYear load;
    load.it = it.empty() ? it_for(projection.energy->at(year, draw), shares, old_room, plants.old_pue,
                                  plants.new_pue)
                         : it[out.size()];
    for (std::size_t p = 0; p < projection.places.size(); ++p) {
      PlaceYear place;
      place.share = shares[p];
      place.it = shares[p] * load.it;
      place.old_it = std::min(place.it, old_room[p]);
      old_room[p] = place.old_it;
      const auto green = value(projection.places[p].green_share, year, draw);
      add(place, plants.old_plants[p], place.old_it, green);
      add(place, plants.new_plants[p], place.it - place.old_it, green);
      load.places.push_back(place);
    }
    out.push_back(std::move(load));
  }
  return out;
}

}  // namespace hubwatt
