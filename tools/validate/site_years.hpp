// A year at each national site under each cooling plant of the catalogue: the hub solved hour by hour at a
// load that does not change, with the plant's own controls, no battery and no cold store. Mean over several
// weather years.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/psychrometrics.hpp"
#include "platforms/hub.hpp"

namespace hubwatt::validation {

inline constexpr std::array<double, 3> site_loads{0.3, 0.6, 0.9};

// Over the hours of a year, and over IT energy.
struct SiteYear {
  double pue = 0.0;
  double cooling = 0.0;            // per IT energy
  double rest = 0.0;               // chain and lighting, per IT energy
  double wue = 0.0;                // L/kWh
  double free_hours = 0.0;         // no compressor runs
  double partly_free_hours = 0.0;  // some of the heat leaves without one
};

// The hub under these hours of weather, at this share of a design IT power that is the same for every hub.
SiteYear solved_year(const Hub& hub, double load, std::span<const Weather> weather);

// Plants of the catalogue in its order.
std::vector<std::string> cooling_kinds_of_catalogue();
// The national platform with this plant and chain at every site.
Platform national_platform(const std::string& cooling, const std::string& power_chain);

struct SiteYears {
  std::vector<std::string> sites;  // ids in the order of the platform file
  std::vector<std::string> kinds;  // ids in the order of the catalogue
  std::vector<SiteYear> years;     // by site, kind, load

  const SiteYear& at(std::size_t site, std::size_t kind, std::size_t load) const {
    return years[(site * kinds.size() + kind) * site_loads.size() + load];
  }
  const SiteYear& at(std::string_view site, std::string_view kind, std::size_t load) const;
};

inline constexpr const char* site_platform = "platforms/catalogue/china-hubs.platform.toml";

// With this power chain at every site, over weather years of the seeds 1 to `seeds`.
SiteYears site_years(const std::string& power_chain, std::uint64_t seeds);

}  // namespace hubwatt::validation
