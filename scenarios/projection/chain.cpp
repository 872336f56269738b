#include "scenarios/projection/chain.hpp"

#include "models/rack_stock.hpp"
#include "models/units.hpp"
#include "scenarios/projection/chain_quantities.hpp"

namespace hubwatt {
namespace {

PlaceYear total_of(const LoadYear& load) {
  PlaceYear total;
  for (const PlaceYear& place : load.places) {
    total.share += place.share;
    total.it += place.it;
    total.old_it += place.old_it;
    total.facility += place.facility;
    total.cooling += place.cooling;
    total.chain_loss += place.chain_loss;
    total.other += place.other;
    total.water += place.water;
    total.green += place.green;
    total.carbon += place.carbon;
    total.market_carbon += place.market_carbon;
    total.cost += place.cost;
  }
  return total;
}

}  // namespace

std::vector<double> it_energies(const Projection& projection, const std::vector<FleetYear>& fleet,
                                Draw draw) {
  std::vector<double> out;
  for (const FleetYear& year : fleet) out.push_back((Power(year.power_w()) * unit::year).base());
  if (!fleet.empty() || projection.energy) return out;
  const RackStock& racks = *projection.racks;
  for (int year = projection.first_year; year <= projection.last_year; ++year) {
    const Power power = rack_it_power(racks.installed->at(year, draw), Power(racks.rating.at(year, draw)),
                                      racks.occupancy.at(year, draw));
    out.push_back((power * unit::year).base());
  }
  return out;
}

Chain::Chain(const Projection& projection)
    : projection_(projection), quantities_(chain_quantities(projection)) {}

std::size_t Chain::years() const {
  return static_cast<std::size_t>(projection_.last_year - projection_.first_year) + 1;
}

std::optional<std::size_t> Chain::position(std::string_view key) const {
  for (std::size_t i = 0; i < quantities_.size(); ++i)
    if (quantities_[i].text.key == key) return i;
  return std::nullopt;
}

Trajectory Chain::trajectory(Draw draw) const {
  const std::vector<FleetYear> fleet = fleet_years(projection_, draw);
  const std::vector<LoadYear> load = load_years(projection_, it_energies(projection_, fleet, draw), draw);
  Trajectory out(projection_.first_year, years(), quantities_.size());
  for (std::size_t y = 0; y < years(); ++y) {
    const ChainYear year{projection_.first_year + static_cast<int>(y), draw,
                         fleet.empty() ? nullptr : &fleet[y], &load[y], total_of(load[y])};
    for (std::size_t q = 0; q < quantities_.size(); ++q) out.at(q, y) = quantities_[q].value(year);
  }
  return out;
}

}  // namespace hubwatt
