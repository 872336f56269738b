// The fast chain of a projection: from one draw of its uncertain inputs to a trajectory, in microseconds. Which
// quantities there are follows from what the file tells: what a plant does not tell is not in the results. Plants that
// are simulated have their figures already. Thread-safe: evaluating changes nothing.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "scenarios/projection/fleet_years.hpp"
#include "scenarios/projection/load_years.hpp"
#include "scenarios/projection/trajectory.hpp"

namespace hubwatt {

// What one year of one draw is, for the quantities to read.
struct ChainYear {
  int year = 0;
  Draw draw;
  const FleetYear* fleet = nullptr;  // where servers are told
  const LoadYear* load = nullptr;
  PlaceYear total;  // sum of the places
};

struct ChainQuantity {
  TrajectoryQuantity text;
  std::function<double(const ChainYear&)> value;
};

class Chain {
 public:
  explicit Chain(const Projection& projection);  // which outlives the chain

  const std::vector<ChainQuantity>& quantities() const { return quantities_; }
  std::size_t years() const;
  Trajectory trajectory(Draw draw) const;
  // Position of a quantity by its key; nothing where it is not told.
  std::optional<std::size_t> position(std::string_view key) const;

 private:
  const Projection& projection_;
  std::vector<ChainQuantity> quantities_;
};

// IT energy of each year (J), from servers or racks; empty where the file tells facility energy.
std::vector<double> it_energies(const Projection& projection, const std::vector<FleetYear>& fleet, Draw draw);

}  // namespace hubwatt
