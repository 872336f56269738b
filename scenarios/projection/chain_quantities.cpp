#include "scenarios/projection/chain_quantities.hpp"

#include <algorithm>
#include <cmath>

#include "models/rack_stock.hpp"
#include "models/units.hpp"

namespace hubwatt {
namespace {

constexpr double twh = unit::TWh.base();
constexpr double million = 1e6, billion = 1e9;
constexpr double exa = 1e18;

// One of the sums over the places, in a unit.
std::function<double(const ChainYear&)> sum(double PlaceYear::*member, double base_units) {
  return [member, base_units](const ChainYear& y) { return y.total.*member / base_units; };
}

double ratio(double a, double b) {
  return b > 0.0 ? a / b : std::nan("");
}

using Quantities = std::vector<ChainQuantity>;

template <class Has>
bool all_plants(const Projection& projection, Has has) {
  return std::all_of(projection.plants.begin(), projection.plants.end(),
                     [&](const Plant& plant) { return has(plant.figures); });
}

void add_energies(const Projection& projection, Quantities& out) {
  out.push_back({{"facility_energy", "TWh", "Facility energy",
                  "electricity of IT, cooling, power chain and the rest", true},
                 sum(&PlaceYear::facility, twh)});
  out.push_back({{"it_energy", "TWh", "IT energy", "electricity at the IT equipment's input", true},
                 sum(&PlaceYear::it, twh)});
  if (all_plants(projection, [](const PlantFigures& f) { return f.cooling.has_value(); })) {
    out.push_back({{"cooling_energy", "TWh", "Cooling energy", "chillers, fans, pumps, towers"},
                   sum(&PlaceYear::cooling, twh)});
    out.push_back({{"power_chain_loss", "TWh", "Power chain loss", "transformer, UPS, distribution"},
                   sum(&PlaceYear::chain_loss, twh)});
    out.push_back({{"other_energy", "TWh", "Other energy",
                    "lighting and the rest, and what real sites draw beyond the models"},
                   sum(&PlaceYear::other, twh)});
  }
  out.push_back({{"pue", "", "PUE", "facility / IT energy", true},
                 [](const ChainYear& y) { return ratio(y.total.facility, y.total.it); }});
}

void add_footprint(const Projection& projection, Quantities& out) {
  if (all_plants(projection, [](const PlantFigures& f) { return f.water.has_value(); })) {
    out.push_back({{"water", "GL", "Water", "site water", true}, sum(&PlaceYear::water, billion)});
    out.push_back({{"wue", "L/kWh", "WUE", "site water / IT energy"}, [](const ChainYear& y) {
                     return ratio(y.total.water, y.total.it) / unit::litre_per_kWh.base();
                   }});
  }
  const bool places_green = std::all_of(projection.places.begin(), projection.places.end(),
                                        [](const LoadPlace& p) { return p.green_share.has_value(); });
  const bool green =
      places_green || all_plants(projection, [](const PlantFigures& f) { return f.green_share.has_value(); });
  const bool carbon = projection.grid.carbon ||
                      all_plants(projection, [](const PlantFigures& f) { return f.grid_carbon.has_value(); });
  if (green)
    out.push_back({{"green_share", "", "Green share",
                    "renewable energy whose attributes are held / facility energy", true},
                   [](const ChainYear& y) { return ratio(y.total.green, y.total.facility); }});
  if (carbon)
    out.push_back({{"carbon_location", "Mt", "Carbon, location-based",
                    "facility energy x grid factor of the place", true},
                   sum(&PlaceYear::carbon, billion)});
  if (green && carbon)
    out.push_back({{"carbon_market", "Mt", "Carbon, market-based",
                    "facility energy that is not green x residual factor", true},
                   sum(&PlaceYear::market_carbon, billion)});
  const bool price = projection.grid.price ||
                     all_plants(projection, [](const PlantFigures& f) { return f.price.has_value(); });
  if (price)
    out.push_back({{"cost", "GCNY", "Electricity cost", "facility energy x price", true},
                   sum(&PlaceYear::cost, billion)});
}

void add_racks(const Projection& projection, Quantities& out) {
  if (!projection.racks) return;
  const RackStock& racks = *projection.racks;
  const auto power = [](const ChainYear& y) { return Energy(y.total.it) / unit::year; };
  const auto rating = [&racks](const ChainYear& y) { return Power(racks.rating.at(y.year, y.draw)); };
  const auto standing = [&racks, power, rating](const ChainYear& y) {
    if (racks.installed) return racks.installed->at(y.year, y.draw);
    return racks_needed(power(y), rating(y), racks.occupancy.at(y.year, y.draw));
  };
  out.push_back({{"racks", "M", "Standard racks", "in use and free", true},
                 [standing](const ChainYear& y) { return standing(y) / million; }});
  out.push_back(
      {{"rack_occupancy", "", "Rack occupancy", "mean IT power / rated power of the racks"},
       [standing, power, rating](const ChainYear& y) { return ratio(power(y) / rating(y), standing(y)); }});
}

// A figure of one class of servers.
ChainQuantity of_class(std::string key, std::string unit, std::string label, std::string definition,
                       std::size_t c, std::function<double(const ClassYear&)> value) {
  return {{std::move(key), std::move(unit), std::move(label), std::move(definition)},
          [c, value = std::move(value)](const ChainYear& y) { return value(y.fleet->classes[c]); }};
}

void add_classes(const Projection& projection, Quantities& out) {
  for (std::size_t c = 0; c < projection.servers.size(); ++c) {
    const ServerClass& servers = projection.servers[c];
    const std::string& name = servers.name;
    out.push_back(of_class("servers." + name, "M", "Servers, " + name, "in service at the year's end", c,
                           [](const ClassYear& k) { return k.servers / million; }));
    out.push_back(of_class("shipments." + name, "M", "Shipments, " + name, "of the year", c,
                           [](const ClassYear& k) { return k.shipped / million; }));
    out.push_back(of_class("capacity." + name, "EFLOPS", "Capacity, " + name,
                           text(servers.tag) + ", at the year's end", c,
                           [](const ClassYear& k) { return k.compute / exa; }));
    out.push_back(of_class("activity." + name, "", "Activity, " + name, "mean share of full load", c,
                           [](const ClassYear& k) { return k.activity; }));
    out.push_back(
        of_class("it_energy.class." + name, "TWh", "IT energy, " + name, "of these servers", c,
                 [](const ClassYear& k) { return (Power(k.power_w()) * unit::year).base() / twh; }));
  }
}

void add_fleet(const Projection& projection, Quantities& out) {
  if (projection.servers.empty()) return;
  const std::string scope(text(projection.servers.front().tag.scope));
  out.push_back({{"capacity_fp32", "EFLOPS", "Capacity",
                  "FP32 equivalents of all classes, " + scope + ", at the year's end", true},
                 [](const ChainYear& y) { return y.fleet->fp32() / exa; }});
  add_classes(projection, out);
  const bool embodied = std::all_of(projection.servers.begin(), projection.servers.end(),
                                    [](const ServerClass& c) { return c.embodied.has_value(); });
  if (embodied)
    out.push_back({{"embodied_carbon", "Mt", "Embodied carbon", "of servers, spread over their life", true},
                   [](const ChainYear& y) {
                     double kg = 0.0;
                     for (const ClassYear& c : y.fleet->classes) kg += c.embodied_kg;
                     return kg / billion;
                   }});
  if (projection.storage)
    out.push_back({{"storage", "EB", "Storage", "in proportion to compute"},
                   [](const ChainYear& y) { return y.fleet->stored / exa; }});
  if (projection.network)
    out.push_back({{"network", "Tbps", "Network", "in proportion to compute"},
                   [](const ChainYear& y) { return Bandwidth(y.fleet->bandwidth) / unit::Tbps; }});
}

void add_demands(const Projection& projection, Quantities& out) {
  for (std::size_t d = 0; d < projection.demands.size(); ++d) {
    const ComputeDemand& demand = projection.demands[d];
    const std::string& name = demand.name;
    out.push_back(
        {{"demand." + name, "EFLOPS", "Demand, " + name, "mean over the year, after better algorithms"},
         [d](const ChainYear& y) { return y.fleet->demands[d].need / exa; }});
    out.push_back({{"gap." + name, "EFLOPS", "Gap, " + name, "demand that the servers cannot serve"},
                   [d](const ChainYear& y) { return y.fleet->demands[d].gap / exa; }});
    for (const Sector& sector : demand.sectors)
      out.push_back({{"demand." + name + "." + sector.name, "EFLOPS", "Demand, " + name + ", " + sector.name,
                      "part of it"},
                     [d, &sector](const ChainYear& y) {
                       return y.fleet->demands[d].need * sector.share.at(y.year, y.draw) / exa;
                     }});
  }
}

void add_places(const Projection& projection, Quantities& out) {
  for (std::size_t p = 0; p < projection.places.size(); ++p) {
    const std::string& name = projection.places[p].name;
    const auto of_place = [p](const ChainYear& y) -> const PlaceYear& { return y.load->places[p]; };
    out.push_back({{"it_energy." + name, "TWh", "IT energy, " + name, "of this place"},
                   [of_place](const ChainYear& y) { return of_place(y).it / twh; }});
    out.push_back({{"facility_energy." + name, "TWh", "Facility energy, " + name, "of this place"},
                   [of_place](const ChainYear& y) { return of_place(y).facility / twh; }});
    out.push_back({{"share." + name, "", "Share, " + name, "of all IT energy"},
                   [of_place](const ChainYear& y) { return of_place(y).share; }});
    out.push_back({{"pue." + name, "", "PUE, " + name, "facility / IT energy of this place"},
                   [of_place](const ChainYear& y) { return ratio(of_place(y).facility, of_place(y).it); }});
  }
}

}  // namespace

std::vector<ChainQuantity> chain_quantities(const Projection& projection) {
  Quantities out;
  add_energies(projection, out);
  add_footprint(projection, out);
  add_racks(projection, out);
  add_fleet(projection, out);
  add_demands(projection, out);
  add_places(projection, out);
  return out;
}

}  // namespace hubwatt
