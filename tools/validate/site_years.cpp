#include "tools/validate/site_years.hpp"

#include <algorithm>
#include <stdexcept>

#include "models/climate.hpp"
#include "models/units.hpp"
#include "platforms/site_plant.hpp"
#include "scenarios/platform_reader.hpp"

namespace hubwatt::validation {

namespace {

constexpr Power design = 10.0 * unit::MW;
constexpr int calendar_year = 2025;

// The weather that a run with this seed meets.
std::vector<Weather> weather_of(const Hub& hub, std::uint64_t seed) {
  return weather_year(hub.climate, hub.location.altitude, hub.location.latitude, calendar_year,
                      Random(seed, "weather/" + hub.id + "/" + std::to_string(calendar_year)));
}

void add(SiteYear& mean, const SiteYear& year, double weight) {
  for (double SiteYear::*figure : {&SiteYear::pue, &SiteYear::cooling, &SiteYear::rest, &SiteYear::wue,
                                   &SiteYear::free_hours, &SiteYear::partly_free_hours})
    mean.*figure += weight * year.*figure;
}

}  // namespace

std::vector<std::string> cooling_kinds_of_catalogue() {
  const Node catalogue = read_catalogue();
  std::vector<std::string> kinds;
  for (const Member& entry : *catalogue.find("cooling")->table()) kinds.push_back(entry.key);
  return kinds;
}

Platform national_platform(const std::string& cooling, const std::string& power_chain) {
  InputFiles files;
  std::vector<Override> changes;
  for (const Hub& hub : read_platform(site_platform, files).hubs)
    for (const auto& [key, entry] : {std::pair{"cooling", cooling}, std::pair{"power_chain", power_chain}})
      changes.push_back(
          std::get<Override>(parse_override("hub." + hub.id + "." + key + "=\"" + entry + '"')));
  return read_platform(site_platform, files, changes);
}

SiteYear solved_year(const Hub& hub, double load, std::span<const Weather> weather) {
  Power facility{}, cooling{};
  WaterFlow water{};
  SiteYear year;
  SiteConditions conditions;
  const Power it = load * design;
  for (const Weather& hour : weather) {
    conditions.weather = hour;
    const HubState state = hub_load(hub, {it, {}}, design, conditions, {}, {}, unit::hour);
    facility += state.facility();
    cooling += state.cooling_power();
    water += state.cooling.water();
    if (state.cooling.compressor == Power{})
      ++year.free_hours;
    else if (state.cooling.free_share > 0.0)
      ++year.partly_free_hours;
  }
  const Power it_sum = static_cast<double>(weather.size()) * it;
  year.pue = facility / it_sum;
  year.cooling = cooling / it_sum;
  year.rest = year.pue - year.cooling - 1.0;
  year.wue = water / it_sum / unit::litre_per_kWh;
  return year;
}

const SiteYear& SiteYears::at(std::string_view site, std::string_view kind, std::size_t load) const {
  const auto place = [](const std::vector<std::string>& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
      throw std::runtime_error("no " + std::string(name) + " among the sites and plants");
    return static_cast<std::size_t>(found - names.begin());
  };
  return at(place(sites, site), place(kinds, kind), load);
}

SiteYears site_years(const std::string& power_chain, std::uint64_t seeds) {
  SiteYears out;
  out.kinds = cooling_kinds_of_catalogue();
  std::vector<Platform> platforms;
  for (const std::string& kind : out.kinds) platforms.push_back(national_platform(kind, power_chain));
  const std::size_t sites = platforms.front().hubs.size();
  for (const Hub& hub : platforms.front().hubs) out.sites.push_back(hub.id);
  out.years.resize(sites * out.kinds.size() * site_loads.size());
  for (std::size_t site = 0; site < sites; ++site)
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
      const std::vector<Weather> weather = weather_of(platforms.front().hubs[site], seed);
      for (std::size_t kind = 0; kind < out.kinds.size(); ++kind)
        for (std::size_t load = 0; load < site_loads.size(); ++load)
          add(out.years[(site * out.kinds.size() + kind) * site_loads.size() + load],
              solved_year(platforms[kind].hubs[site], site_loads[load], weather),
              1.0 / static_cast<double>(seeds));
    }
  return out;
}

}  // namespace hubwatt::validation
