#include "scenarios/site_conditions.hpp"

#include "models/units.hpp"
#include "tests/models/supply_values.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {

Hub windy_hub() {
  Hub hub;
  hub.id = "a";
  hub.location = {40.0, 110.0, 1000.0 * unit::metre};
  hub.utc_offset = 8.0 * unit::hour;
  ClimateNormals normals;
  normals.dry_bulb_degc = {-10, -6, 1, 9, 16, 21, 23, 21, 15, 8, -1, -8};
  normals.relative_humidity.fill(0.5);
  normals.diurnal_range = 12.0 * unit::K;
  normals.day_to_day = {0.7, 3.5 * unit::K, 2.2 * unit::K, 0.045};
  hub.climate = normals;
  std::vector<Price> prices;
  for (int hour = 0; hour < 24; ++hour) prices.push_back(0.01 * hour * unit::cny_per_kWh);
  hub.grid.price = Hourly<Price>(prices);
  hub.grid.carbon = 0.5 * unit::kg_per_kWh;
  Renewable wind;
  wind.kind = RenewableKind::wind;
  wind.capacity = 10.0 * unit::MW;
  wind.capacity_factor = 0.3;
  wind.wind = catalogue::monsoon();
  hub.renewables.push_back(wind);
  return hub;
}

constexpr std::int64_t noon_of_30_december = 1767067200;  // 2025-12-30T12:00+08:00

}  // namespace

TEST_CASE("the coming day is what then comes, over the end of the year too") {
  const Hub hub = windy_hub();
  SiteConditionsSource forecaster(hub, 7), witness(hub, 7);
  for (std::int64_t hour = 0; hour < 72; ++hour) {
    const std::int64_t now = noon_of_30_december + 3600 * hour;
    const DayAhead& day = forecaster.day_ahead(now);
    CHECK(day.price_cny_per_kwh[0] == Approx(0.01 * static_cast<double>((12 + hour) % 24)));
    for (std::size_t ahead = 0; ahead < 24; ++ahead) {
      const SiteConditions then = witness.at(now + 3600 * static_cast<std::int64_t>(ahead));
      CHECK(day.dry_bulb_degc[ahead] == then.weather.dry_bulb.celsius());
      CHECK(day.wet_bulb_degc[ahead] == then.weather.wet_bulb.celsius());
      CHECK(day.price_cny_per_kwh[ahead] == then.price / unit::cny_per_kWh);
      CHECK(day.carbon_kg_per_kwh[ahead] == then.grid_carbon / unit::kg_per_kWh);
      CHECK(day.renewable_w[ahead] == then.renewable_power() / unit::W);
    }
  }
}

TEST_CASE("asking for the coming day changes no hour of the run") {
  const Hub hub = windy_hub();
  SiteConditionsSource asked(hub, 7), silent(hub, 7);
  for (std::int64_t hour = 0; hour < 72; ++hour) {
    const std::int64_t now = noon_of_30_december + 3600 * hour + 900;
    asked.day_ahead(now);
    CHECK(asked.at(now).weather.wet_bulb == silent.at(now).weather.wet_bulb);
    CHECK(asked.at(now).on_site.power == silent.at(now).on_site.power);
  }
}

TEST_CASE("a day ahead that skips hours or goes back is that of the hour asked for") {
  const Hub hub = windy_hub();
  SiteConditionsSource source(hub, 7);
  for (const std::int64_t hour : {0, 1, 5, 4, 100, 101, -1200}) {
    const std::int64_t now = noon_of_30_december + 3600 * hour;
    SiteConditionsSource fresh(hub, 7);
    CHECK(source.day_ahead(now).dry_bulb_degc == fresh.day_ahead(now).dry_bulb_degc);
  }
}
