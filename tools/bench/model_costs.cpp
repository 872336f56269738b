// What single models cost, called as a run calls them, over the hubs of a platform file: a hub solved at each
// hour of a year under several loads; the hours of a year of weather and of photovoltaic output. CPU time,
// lowest of ROUNDS.
//
//   bench_models PLATFORM.toml ROUNDS
//
// Rows: model, calls, nanoseconds per call, and a checksum that keeps the compiler from leaving the work out.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <ctime>
#include <limits>
#include <string_view>
#include <vector>

#include "models/climate.hpp"
#include "models/error.hpp"
#include "models/solar.hpp"
#include "models/units.hpp"
#include "platforms/site_plant.hpp"
#include "scenarios/platform_reader.hpp"

namespace hubwatt {
namespace {

constexpr int year = 2025;

struct Work {
  std::size_t calls = 0;
  double checksum = 0.0;
};

template <class Action>
void measure(const char* model, int rounds, const Action& action) {
  double fastest_s = std::numeric_limits<double>::infinity();
  Work work;
  for (int round = 0; round < rounds; ++round) {
    const std::clock_t begin = std::clock();
    work = action();
    fastest_s = std::min(fastest_s, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
  }
  fmt::print("{} {} {:.0f} {:.6g}\n", model, work.calls, 1e9 * fastest_s / static_cast<double>(work.calls),
             work.checksum);
}

std::vector<Weather> weather_of(const Hub& hub) {
  return weather_year(hub.climate, hub.location.altitude, hub.location.latitude, year, Random(1, hub.id));
}

Work solve_year(const Hub& hub, Power design_it, const std::vector<Weather>& weather) {
  Work work;
  SiteConditions conditions;
  conditions.on_site.power = 0.2 * design_it;
  HubDecisions decisions;
  decisions.battery = {design_it, Power{}, design_it};
  HubStores stores;
  for (const double load : {0.2, 0.5, 0.8, 1.0}) {
    for (const Weather& hour : weather) {
      conditions.weather = hour;
      const HubState state =
          solve_hub(hub, {load * design_it, {}}, design_it, conditions, decisions, {}, stores, 1.0 * unit::hour);
      work.checksum += state.grid / unit::MW;
      ++work.calls;
    }
  }
  return work;
}

void measure_all(const Platform& platform, int rounds) {
  std::vector<std::vector<Weather>> weather;
  for (const Hub& hub : platform.hubs) weather.push_back(weather_of(hub));

  measure("solve_hub", rounds, [&] {
    Work sum;
    for (std::size_t i = 0; i < platform.hubs.size(); ++i) {
      const Hub& hub = platform.hubs[i];
      const Work part = solve_year(hub, design_it_power(hub, platform), weather[i]);
      sum = {sum.calls + part.calls, sum.checksum + part.checksum};
    }
    return sum;
  });
  measure("weather_year", rounds, [&] {
    Work sum;
    for (const Hub& hub : platform.hubs) {
      sum.checksum += weather_of(hub).back().dry_bulb.celsius();
      ++sum.calls;
    }
    return sum;
  });
  measure("pv_year", rounds, [&] {
    Work sum;
    for (const Hub& hub : platform.hubs) {
      constexpr double capacity_factor = 0.15;
      const PvSite site{{hub.location.latitude, hub.location.longitude, hub.utc_offset}, {}, {}};
      sum.checksum += pv_year(site, capacity_factor, year, Random(1, hub.id))[12];
      ++sum.calls;
    }
    return sum;
  });
}

}  // namespace
}  // namespace hubwatt

int main(int count, char** words) {
  int rounds = 0;
  if (count == 3) {
    const std::string_view text = words[2];
    std::from_chars(text.data(), text.data() + text.size(), rounds);
  }
  if (rounds < 1) {
    std::fputs("usage: bench_models PLATFORM.toml ROUNDS\n", stderr);
    return 2;
  }
  try {
    hubwatt::InputFiles files;
    hubwatt::measure_all(hubwatt::read_platform(words[1], files), rounds);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
