#include "scenarios/site_conditions.hpp"

#include <string>

#include "models/random.hpp"
#include "models/solar.hpp"
#include "models/units.hpp"
#include "models/wind.hpp"

namespace hubwatt {

namespace {

Price price_of(const Grid& grid, const LocalHour& hour) {
  return price_at(grid.price.at(hour.of_year), grid.tariff, hour.hour_of_day);
}

// Adds a plant to what its kind of contract delivers; factor and price become those of the mix.
void add_supply(ContractSupply& mix, Power power, const Renewable& plant) {
  const Power sum = mix.power + power;
  if (sum > Power{}) {
    mix.carbon = (mix.power * mix.carbon + power * plant.carbon) / sum;
    mix.price = (mix.power * mix.price + power * plant.price) / sum;
  }
  mix.power = sum;
}

std::vector<double> year_of(const Hub& hub, std::size_t index, int year, std::uint64_t seed) {
  const Renewable& plant = hub.renewables[index];
  if (plant.output) return {};
  const std::string stream = "renewable/" + hub.id + "/" + std::to_string(index) + "/" + std::to_string(year);
  if (plant.kind == RenewableKind::wind) return wind_year(plant.capacity_factor, year, Random(seed, stream));
  return pv_year(hub.location.latitude, hub.location.longitude, hub.utc_offset, plant.capacity_factor, year,
                 Random(seed, stream));
}

}  // namespace

SiteConditionsSource::SiteConditionsSource(const Hub& hub, std::uint64_t seed) : hub_(hub), seed_(seed) {}

void SiteConditionsSource::make_year(int year) {
  year_ = year;
  weather_ = weather_year(hub_.climate, hub_.location.altitude, hub_.location.latitude, year,
                          Random(seed_, "weather/" + hub_.id + "/" + std::to_string(year)));
  output_share_.clear();
  for (std::size_t i = 0; i < hub_.renewables.size(); ++i) output_share_.push_back(year_of(hub_, i, year, seed_));
}

SiteConditions SiteConditionsSource::at(std::int64_t utc_seconds) {
  const LocalHour hour = local_hour(utc_seconds, hub_.utc_offset);
  if (hour.year != year_) make_year(hour.year);
  const auto row = static_cast<std::size_t>(hour.of_year.hour);
  const Grid& grid = hub_.grid;
  SiteConditions now;
  now.weather = weather_[row];
  now.grid_carbon = grid.carbon.at(hour.of_year);
  now.residual_carbon = grid.residual_carbon ? grid.residual_carbon->at(hour.of_year) : now.grid_carbon;
  now.price = price_of(grid, hour);
  now.grid_renewable_share = grid.renewable_share.at(hour.of_year);
  now.claimable_share = grid.attributes ? now.grid_renewable_share : 0.0;
  for (std::size_t i = 0; i < hub_.renewables.size(); ++i) {
    const Renewable& plant = hub_.renewables[i];
    const double share = plant.output ? plant.output->at(hour.of_year) : output_share_[i][row];
    ContractSupply& mix = plant.contract == SupplyContract::on_site  ? now.on_site
                          : plant.contract == SupplyContract::direct ? now.direct
                                                                     : now.certificates;
    add_supply(mix, share * plant.capacity, plant);
  }
  return now;
}

void SiteConditionsSource::forecast(std::int64_t utc_seconds, std::span<double> carbon, std::span<double> price) const {
  for (std::size_t ahead = 0; ahead < carbon.size(); ++ahead) {
    const LocalHour hour = local_hour(utc_seconds + static_cast<std::int64_t>(ahead) * 3600, hub_.utc_offset);
    carbon[ahead] = hub_.grid.carbon.at(hour.of_year) / unit::kg_per_kWh;
    price[ahead] = price_of(hub_.grid, hour) / unit::cny_per_kWh;
  }
}

}  // namespace hubwatt
