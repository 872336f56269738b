#include "scenarios/projection/change_drivers.hpp"

#include <cmath>

#include "models/units.hpp"
#include "scenarios/projection/chain.hpp"

namespace hubwatt {
namespace {

// What makes IT energy, and what a place makes of it. A factor of nothing (power of servers that are not there) is NaN.
struct ItCell {
  double stock = 0.0, activity = 1.0, hardware = 1.0;  // product: J in the year
};
struct PlaceCell {
  double share = 0.0, pue = 1.0, grid = 0.0;
};
struct YearCells {
  std::vector<ItCell> it;
  std::vector<PlaceCell> places;
};

double part(double a, double b) {
  return b > 0.0 ? a / b : std::nan("");
}

YearCells cells_of(const FleetYear* fleet, const LoadYear& load) {
  YearCells out;
  const double seconds = unit::year.base();
  if (fleet == nullptr) {
    out.it.push_back({load.it, 1.0, 1.0});
  } else {
    for (const ClassYear& c : fleet->classes)
      out.it.push_back({c.counted, part(c.power_w(), c.peak_w), part(c.peak_w, c.counted) * seconds});
    out.it.push_back({fleet->stored, 1.0, part(fleet->storage_w, fleet->stored) * seconds});
    out.it.push_back({fleet->bandwidth, 1.0, part(fleet->network_w, fleet->bandwidth) * seconds});
  }
  for (const PlaceYear& place : load.places)
    out.places.push_back({place.share, part(place.facility, place.it), part(place.carbon, place.facility)});
  return out;
}

// A factor that one of two years does not know is that of the other, so that what appears is the doing of its stock.
void complete(double& a, double& b) {
  if (std::isnan(a)) a = b;
  if (std::isnan(b)) b = a;
  if (std::isnan(a)) a = b = 0.0;
}

void complete(YearCells& a, YearCells& b) {
  for (std::size_t i = 0; i < a.it.size(); ++i) {
    complete(a.it[i].activity, b.it[i].activity);
    complete(a.it[i].hardware, b.it[i].hardware);
  }
  for (std::size_t p = 0; p < a.places.size(); ++p) {
    complete(a.places[p].pue, b.places[p].pue);
    complete(a.places[p].grid, b.places[p].grid);
  }
}

// The kinds of total, each with its drivers in order.
struct Account {
  std::string quantity, unit;
  double base_units;
  bool servers, carbon;

  std::vector<std::string> drivers() const {
    std::vector<std::string> out = servers ? std::vector<std::string>{"stock", "activity", "hardware"}
                                           : std::vector<std::string>{"load"};
    out.insert(out.end(), {"place", "pue"});
    if (carbon) out.emplace_back("grid");
    return out;
  }

  std::vector<double> matrix(const YearCells& year) const {
    std::vector<double> out;
    for (const ItCell& it : year.it) {
      for (const PlaceCell& place : year.places) {
        out.push_back(it.stock / base_units);
        if (servers) out.insert(out.end(), {it.activity, it.hardware});
        out.insert(out.end(), {place.share, place.pue});
        if (carbon) out.push_back(place.grid);
      }
    }
    return out;
  }

  std::vector<DriverPart> parts(AttributionMethod method, YearCells from, YearCells to) const {
    complete(from, to);
    const std::vector<std::string> names = drivers();
    const std::vector<double> changes = attribute(method, names.size(), matrix(from), matrix(to));
    std::vector<DriverPart> out;
    for (std::size_t k = 0; k < names.size(); ++k) out.push_back({names[k], changes[k]});
    return out;
  }
};

double sum_of(const std::vector<DriverPart>& parts) {
  double sum = 0.0;
  for (const DriverPart& one : parts) sum += one.change;
  return sum;
}

ChangeOfQuantity change_of(const Account& account, const Projection& projection,
                           const std::vector<YearCells>& years) {
  ChangeOfQuantity out{
      account.quantity, account.unit, projection.first_year, projection.last_year, 0.0, {}, {}};
  out.parts = account.parts(projection.attribution, years.front(), years.back());
  out.change = sum_of(out.parts);
  for (std::size_t y = 1; y < years.size(); ++y)
    out.by_year.push_back({projection.first_year + static_cast<int>(y),
                           account.parts(projection.attribution, years[y - 1], years[y])});
  return out;
}

}  // namespace

std::vector<ChangeOfQuantity> change_drivers(const Projection& projection) {
  const std::vector<FleetYear> fleet = fleet_years(projection, {});
  const std::vector<LoadYear> load = load_years(projection, it_energies(projection, fleet, {}), {});
  std::vector<YearCells> years;
  for (std::size_t y = 0; y < load.size(); ++y)
    years.push_back(cells_of(fleet.empty() ? nullptr : &fleet[y], load[y]));
  const bool servers = !fleet.empty();
  std::vector<ChangeOfQuantity> out{
      change_of({"facility_energy", "TWh", unit::TWh.base(), servers, false}, projection, years)};
  if (Chain(projection).position("carbon_location"))
    out.push_back(change_of({"carbon_location", "Mt", 1e9, servers, true}, projection, years));
  return out;
}

}  // namespace hubwatt
