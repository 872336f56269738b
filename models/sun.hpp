// Where the sun stands, and what of its light falls on a tilted plane: geometry and the two laws that go with
// it. Not here: clouds (solar.hpp) and what a plant makes of the light (pv_plant.hpp).
//
// Validity: latitudes -66 to 66 degrees. The sun is right within 0.5 degree (no refraction, one declination a
// day), the sky light is taken as equal from all directions, which costs a clear day's plane about 5 %.
#pragma once

#include "models/quantity.hpp"

namespace hubwatt {

struct SunPlace {
  double latitude = 0.0;   // degrees north
  double longitude = 0.0;  // degrees east
  Duration utc_offset{};   // of the clock that hours are told by
};

// The direction of the sun as a unit vector; `up` is the cosine of the zenith angle, below 0 at night.
struct Sun {
  double east = 0.0, north = 0.0, up = -1.0;
};

// Which way modules face.
struct Plane {
  double tilt = 0.0;     // degrees from level, 0..90
  double azimuth = 0.0;  // degrees clockwise from north
};

// The plane that sees most of a year's sun, near enough: tilted by the latitude, towards the equator.
Plane towards_equator(double latitude);

// `day` 1..366 of the year, `clock` hours of local time.
//   Equation   declination 23.45 degrees sin(360 (284 + day) / 365); solar time = clock - offset from UTC
//              + longitude / 15 + equation of time; spherical triangle of pole, zenith and sun
//   Source     Cooper, Solar Energy 12 (1969); equation of time Duffie and Beckman, Solar Engineering of
//              Thermal Processes (2013), 1.5. Confidence: paper.
Sun sun_at(const SunPlace& place, int day, double clock);

// Cosine of the angle between the sun and the normal of the plane; 0 where the sun is behind it or has set.
double cos_incidence(const Sun& sun, const Plane& plane);

//   Equation   G = 1098 W/m2 cos(z) exp(-0.057 / cos(z))
//   Source     Haurwitz 1945 as in Reno, Hansen, Stein, SAND2012-2389. Confidence: paper.
Irradiance clear_sky(const Sun& sun);

// Share of level irradiance that comes from the sky and not from the sun's disc.
//   Equation   of the clearness index k = level / (1367 W/m2 (1 + 0.033 cos(360 day / 365)) cos(z)):
//              1 - 0.09 k up to 0.22; a polynomial of degree 4 up to 0.80; 0.165 above
//   Source     Erbs, Klein, Duffie, Solar Energy 28 (1982). Confidence: paper.
double diffuse_share(Irradiance level, const Sun& sun, int day);

// From light on the level to light on the plane: beam by the cosines, sky light from all directions alike,
// and what the ground reflects.
//   Equation   D = diffuse; (level - D) cos(i) / cos(z) + D (1 + cos b) / 2 + albedo level (1 - cos b) / 2.
//              With the sun lower than 5 degrees all light counts as diffuse: the quotient of two small
//              cosines would make a beam of measuring errors.
//   Source     Liu and Jordan, Solar Energy 7 (1963). Confidence: paper.
Irradiance on_plane(Irradiance level, double diffuse_share, const Sun& sun, const Plane& plane,
                    double albedo);

}  // namespace hubwatt
