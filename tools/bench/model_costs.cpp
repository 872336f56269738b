// What single models cost, called as a run calls them, over the hubs of a platform file: a hub solved at each
// hour of a year under several loads, as it is and with every kind of plant that a hub may have; the hours of a
// year of weather and of photovoltaic output. CPU time, lowest of ROUNDS.
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
#include "scenarios/projection/chain.hpp"
#include "scenarios/projection/draws.hpp"
#include "scenarios/projection/projection_reader.hpp"

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

// The hub with all that a hub may have: an economizer, a cold store of two hours, heat for a town, a battery of
// one hour, sets that run when the grid is dear.
Hub with_everything(Hub hub, const Cooling& economizer, Power design_it) {
  hub.cooling = economizer;
  hub.cold_store = ThermalStorage{2.0 * unit::hour * design_it, 0.5 * design_it, 0.5 * design_it, 0.01, 0.5};
  hub.heat_reuse = HeatReuse{
      .capacity = 0.3 * design_it,
      .network_supply = Temperature::celsius(65.0),
      .exchanger = 3.0 * unit::K,
      .carnot_share = 0.5,
      .least_cop = 2.0,
      .greatest_cop = 8.0,
      .demand = {0.05 * design_it, 0.3 * design_it, Temperature::celsius(15.0), Temperature::celsius(-15.0)},
      .demand_by_hour = {}};
  hub.battery =
      Battery{.capacity = unit::hour * design_it, .power = 0.5 * design_it, .round_trip_efficiency = 0.9};
  Generator turbine;
  turbine.duty = GeneratorDuty::prime;
  turbine.capacity = 0.1 * design_it;
  turbine.sets = 4;
  turbine.no_load_fuel = 0.3;
  turbine.marginal_fuel = 2.5;
  turbine.fuel_price = 0.2 * unit::cny_per_kWh;
  turbine.test_hours_per_month = 1.0;
  hub.generators = {turbine};
  return hub;
}

Work solve_year(const Hub& hub, Power design_it, const std::vector<Weather>& weather) {
  Work work;
  SiteConditions conditions;
  conditions.on_site.power = 0.2 * design_it;
  HubDecisions decisions;
  decisions.battery = {design_it, Power{}, design_it};
  HubStores stores;
  const FanLoad fans = fan_load({.share = 0.07, .speed_per_kelvin = 0.025}, design_it);
  for (const double load : {0.2, 0.5, 0.8, 1.0}) {
    int hour_of_day = 0;
    for (const Weather& hour : weather) {
      conditions.weather = hour;
      conditions.hour.hour_of_day = hour_of_day;
      conditions.price = (hour_of_day < 8 ? 0.3 : 0.9) * unit::cny_per_kWh;
      decisions.cold = hour_of_day < 8 ? StorageAction::charge : StorageAction::discharge;
      hour_of_day = (hour_of_day + 1) % 24;
      const HubState state = solve_hub(hub, {load * design_it, fans}, design_it, conditions, decisions, {},
                                       stores, 1.0 * unit::hour);
      work.checksum += state.grid / unit::MW;
      ++work.calls;
    }
  }
  return work;
}

void measure_all(const char* file, int rounds) {
  InputFiles read;
  const Platform platform = read_platform(file, read);
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
  std::vector<Override> economizers;
  for (const Hub& hub : platform.hubs)
    economizers.push_back(
        std::get<Override>(parse_override("hub." + hub.id + ".cooling=\"chilled-water-economizer\"")));
  InputFiles files;
  const Platform with_economizers = read_platform(file, files, economizers);
  measure("solve_hub_full", rounds, [&] {
    Work sum;
    for (std::size_t i = 0; i < platform.hubs.size(); ++i) {
      const Power design_it = design_it_power(platform.hubs[i], platform);
      const Hub hub = with_everything(platform.hubs[i], with_economizers.hubs[i].cooling, design_it);
      const Work part = solve_year(hub, design_it, weather[i]);
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

// The fast chain of a projection, draw by draw; a PUE stands in for plants that are simulated.
void measure_chain(const char* file, int rounds) {
  Projection projection = read_projection(file);
  for (Plant& plant : projection.plants) {
    if (!plant.simulated) continue;
    plant.simulated.reset();
    plant.figures.pue = YearPath{{{0, Uncertain{1.3, -1}}}, {}, Between::linear};
  }
  const Chain chain(projection);
  constexpr std::size_t count = 1000;
  const Draws draws = make_draws(projection.inputs, projection.draws, projection.seed, count);
  measure("chain_draw", rounds, [&] {
    Work sum;
    for (std::size_t i = 0; i < draws.count(); ++i) {
      sum.checksum += chain.trajectory(draws[i]).at(0, chain.years() - 1);
      ++sum.calls;
    }
    return sum;
  });
}

}  // namespace
}  // namespace hubwatt

int main(int count, char** words) {
  int rounds = 0;
  if (count == 4) {
    const std::string_view text = words[3];
    std::from_chars(text.data(), text.data() + text.size(), rounds);
  }
  if (rounds < 1) {
    std::fputs("usage: bench_models PLATFORM.toml PROJECTION.toml ROUNDS\n", stderr);
    return 2;
  }
  try {
    hubwatt::measure_all(words[1], rounds);
    hubwatt::measure_chain(words[2], rounds);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
