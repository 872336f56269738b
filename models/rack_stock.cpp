#include "models/rack_stock.hpp"

#include "models/contract.hpp"

namespace hubwatt {

Power rack_it_power(double racks, Power rating, double occupancy) {
  return racks * occupancy * rating;
}

Energy rack_energy(double racks, Power rating, double occupancy, double pue, Duration time) {
  return pue * rack_it_power(racks, rating, occupancy) * time;
}

double racks_needed(Power it, Power rating, double occupancy) {
  HUBWATT_EXPECTS(rating > Power{} && occupancy > 0.0);
  return it / (occupancy * rating);
}

}  // namespace hubwatt
