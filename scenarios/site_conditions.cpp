#include "scenarios/site_conditions.hpp"

#include <algorithm>
#include <chrono>
#include <string>
#include <tuple>
#include <utility>

#include "models/random.hpp"
#include "models/units.hpp"
#include "scenarios/renewable_year.hpp"

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

}  // namespace

void meet_grid(const Grid& grid, SiteConditions& now) {
  now.grid_carbon = grid.carbon.at(now.hour.of_year);
  now.residual_carbon = grid.residual_carbon ? grid.residual_carbon->at(now.hour.of_year) : now.grid_carbon;
  now.price = price_of(grid, now.hour);
  now.grid_renewable_share = grid.renewable_share.at(now.hour.of_year);
  now.claimable_share = grid.attributes ? now.grid_renewable_share : 0.0;
}

SiteConditionsSource::SiteConditionsSource(const Hub& hub, std::uint64_t seed) : hub_(hub), seed_(seed) {}

SiteConditionsSource::SiteConditionsSource(const Hub& hub, SiteConditionsSource& alike,
                                           Differences differences)
    : hub_(hub), seed_(alike.seed_), alike_(&alike), differences_(std::move(differences)) {}

std::vector<Weather> SiteConditionsSource::weather_of(int year) const {
  auto weather = weather_year(hub_.climate, hub_.location.altitude, hub_.location.latitude, year,
                              Random(seed_, "weather/" + hub_.id + "/" + std::to_string(year)));
  return shifted(std::move(weather), hub_.climate_shift, year);
}

const SiteConditionsSource::Year& SiteConditionsSource::year_at(int year) {
  Year& kept = years_[static_cast<std::size_t>(year % 2 != 0)];
  if (kept.year == year) return kept;
  kept.year = year;
  if (alike_ != nullptr) {
    kept = alike_->year_at(year);
    if (differences_.weather) kept.weather = weather_of(year);
    for (const std::size_t i : differences_.renewables)
      kept.output_share[i] = renewable_year(hub_, i, year, seed_, kept.weather);
    return kept;
  }
  kept.weather = weather_of(year);
  kept.output_share.clear();
  for (std::size_t i = 0; i < hub_.renewables.size(); ++i)
    kept.output_share.push_back(renewable_year(hub_, i, year, seed_, kept.weather));
  return kept;
}

SiteConditions SiteConditionsSource::at(std::int64_t utc_seconds) {
  const LocalHour hour = local_hour(utc_seconds, hub_.utc_offset);
  const Year& year = year_at(hour.year);
  const auto row = static_cast<std::size_t>(hour.of_year.hour);
  SiteConditions now;
  now.hour = hour;
  now.weather = year.weather[row];
  meet_grid(hub_.grid, now);
  for (std::size_t i = 0; i < hub_.renewables.size(); ++i) {
    const Renewable& plant = hub_.renewables[i];
    const double share = plant.output ? plant.output->at(hour.of_year) : year.output_share[i][row];
    ContractSupply& mix = plant.contract == SupplyContract::on_site  ? now.on_site
                          : plant.contract == SupplyContract::direct ? now.direct
                                                                     : now.certificates;
    add_supply(mix, share * plant.capacity, plant);
  }
  return now;
}

void SiteConditionsSource::fill(std::int64_t utc_seconds, std::size_t ahead) {
  const SiteConditions then = at(utc_seconds + static_cast<std::int64_t>(ahead) * 3600);
  ahead_.dry_bulb_degc[ahead] = then.weather.dry_bulb.celsius();
  ahead_.wet_bulb_degc[ahead] = then.weather.wet_bulb.celsius();
  ahead_.price_cny_per_kwh[ahead] = then.price / unit::cny_per_kWh;
  ahead_.carbon_kg_per_kwh[ahead] = then.grid_carbon / unit::kg_per_kWh;
  ahead_.renewable_w[ahead] = then.renewable_power() / unit::W;
}

const DayAhead& SiteConditionsSource::day_ahead(std::int64_t utc_seconds) {
  using namespace std::chrono;
  const auto local = utc_seconds + static_cast<std::int64_t>(hub_.utc_offset / unit::second);
  const std::int64_t hour = floor<hours>(sys_seconds{seconds{local}}).time_since_epoch().count();
  if (ahead_hour_ == hour) return ahead_;
  constexpr std::size_t last = std::tuple_size_v<DayAhead::Hours> - 1;
  const bool follows = ahead_hour_ && hour == *ahead_hour_ + 1;
  ahead_hour_ = hour;
  if (!follows) {
    for (std::size_t ahead = 0; ahead <= last; ++ahead) fill(utc_seconds, ahead);
    return ahead_;
  }
  for (DayAhead::Hours* row : {&ahead_.dry_bulb_degc, &ahead_.wet_bulb_degc, &ahead_.price_cny_per_kwh,
                               &ahead_.carbon_kg_per_kwh, &ahead_.renewable_w})
    std::copy(row->begin() + 1, row->end(), row->begin());
  fill(utc_seconds, last);
  return ahead_;
}

void SiteConditionsSource::forecast(std::int64_t utc_seconds, std::span<double> carbon, std::span<double> price) const {
  for (std::size_t ahead = 0; ahead < carbon.size(); ++ahead) {
    const LocalHour hour = local_hour(utc_seconds + static_cast<std::int64_t>(ahead) * 3600, hub_.utc_offset);
    carbon[ahead] = hub_.grid.carbon.at(hour.of_year) / unit::kg_per_kWh;
    price[ahead] = price_of(hub_.grid, hour) / unit::cny_per_kWh;
  }
}

}  // namespace hubwatt
