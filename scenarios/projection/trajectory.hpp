// What a projection comes to: figures by year for one draw. The chain fills one per draw, so it is small: numbers in a
// flat table of quantity x year. Quantities are named once, in trajectory_quantities().
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hubwatt {

struct TrajectoryQuantity {
  std::string key;    // "facility_energy"; "servers.ai", "it_energy.west" for classes and places
  std::string unit;   // "TWh"; empty for ratios
  std::string label;  // "Facility energy"
  std::string definition;
  bool headline = false;  // gets quantile bands and sensitivities
};

class Trajectory {
 public:
  Trajectory(int first_year, std::size_t years, std::size_t quantities)
      : first_year_(first_year), years_(years), values_(years * quantities) {}

  int first_year() const { return first_year_; }
  std::size_t years() const { return years_; }
  double& at(std::size_t quantity, std::size_t year) { return values_[quantity * years_ + year]; }
  double at(std::size_t quantity, std::size_t year) const { return values_[quantity * years_ + year]; }
  // All years of one quantity, in its unit.
  std::span<const double> of(std::size_t quantity) const {
    return {values_.data() + quantity * years_, years_};
  }

 private:
  int first_year_;
  std::size_t years_;
  std::vector<double> values_;
};

}  // namespace hubwatt
