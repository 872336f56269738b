// Distance over the ground between two places. Not here: the length of fibre, which follows roads and is
// longer by a platform's route factor.
//
// Equation: haversine form of the spherical law of cosines, with the mean radius of the earth.
// Validity: any two points; the earth's flattening is neglected (error at most 0.56 %); altitude does not
// count. Source: R. W. Sinnott, Virtues of the Haversine, Sky and Telescope 68 (1984) 159; mean radius of GRS
// 80 after H. Moritz, Geodetic Reference System 1980, Journal of Geodesy 74 (2000) 128. Confidence: computed.
#pragma once

#include "models/quantity.hpp"
#include "models/units.hpp"
#include "platforms/hub.hpp"

namespace hubwatt {

inline constexpr Length earth_mean_radius = 6371.0088 * unit::km;

Length great_circle_distance(const Location& a, const Location& b);

}  // namespace hubwatt
