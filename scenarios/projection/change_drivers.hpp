// Which part of the change of a trajectory comes from what: more servers, busier ones, better ones, other places,
// better plants, a cleaner grid. Facility energy and carbon as sums over (class of servers x place) of products of
// drivers; shared out by models/attribution.hpp. Of the central case.
//
//   Equation   facility = sum of servers x (mean / peak power) x peak power of one x share of the place x its PUE;
//              carbon the same x its grid factor. Told top down, the IT load is one driver in the place of the first
//              three. Storage and network gear are classes that are always at full load.
#pragma once

#include <string>
#include <vector>

#include "scenarios/projection/projection.hpp"

namespace hubwatt {

struct DriverPart {
  std::string driver;
  double change = 0.0;  // in the quantity's unit
};

struct ChangeOfYear {
  int year = 0;  // against the year before
  std::vector<DriverPart> parts;
};

struct ChangeOfQuantity {
  std::string quantity, unit;  // "facility_energy", "TWh"
  int from = 0, to = 0;
  double change = 0.0;
  std::vector<DriverPart> parts;      // between the two ends
  std::vector<ChangeOfYear> by_year;  // summed up they differ from `parts`: attribution follows the path
};

// Facility energy, and carbon where the file tells grid factors.
std::vector<ChangeOfQuantity> change_drivers(const Projection& projection);

}  // namespace hubwatt
