// Power and energy of a stock of racks, top down: so many racks of such a rating, partly in use. Racks are counted as
// the standard racks of national statistics. Not here: what stands in them (cohort.hpp).
//
//   Equation   IT power = racks x rating x occupancy;  energy = IT power x PUE x time;  racks = IT power / (rating x
//              occupancy)
//   Validity   racks in use draw their rating all the time, so occupancy is one of power; that of national statistics
//              counts racks. The product reconciles figures and measures nothing: for China in 2023, where 150 TWh
//              are reported, fair choices of PUE, occupancy and date of the stock give 142 to 158 TWh.
//   Source     standard rack of 2.5 kW: definition of MIIT's statistics. Stock, occupancy and PUE of China: CAICT
//              2025 and 2026, Liu 2025. Confidence: official for the figures, computed for their product.
#pragma once

#include "models/quantity.hpp"

namespace hubwatt {

Power rack_it_power(double racks, Power rating, double occupancy);

Energy rack_energy(double racks, Power rating, double occupancy, double pue, Duration time);

// Standing racks for an IT power; rating > 0, occupancy in (0, 1].
double racks_needed(Power it, Power rating, double occupancy);

}  // namespace hubwatt
