// What platform files say of cooling: the catalogue against the values the physics is tested with, mixed
// halls, stores of cold, heat reuse, and entries in full from before there were units and part load.
#include "scenarios/cooling_fields.hpp"

#include "models/random.hpp"
#include "models/units.hpp"
#include "scenarios/override.hpp"
#include "scenarios/platform_reader.hpp"
#include "tests/models/catalogue_values.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

Hub hub_with(const std::vector<std::string>& settings) {
  InputFiles files;
  std::vector<Override> changes;
  for (const std::string& text : settings) {
    changes.push_back(std::get<Override>(parse_override("hub.only." + text)));
  }
  return read_platform("tests/data/contract/closed-form.platform.toml", files, changes).hubs[0];
}

TEST_CASE("the catalogue's plants are those that the physics is tested with") {
  Random random(41, "catalogue");
  for (const Cooling& value : catalogue::all_cooling()) {
    const Cooling entry = hub_with({"cooling=" + value.id}).cooling;
    CAPTURE(value.id);
    CHECK(entry.units.needed == value.units.needed);
    CHECK(entry.units.spare == value.units.spare);
    if (value.id != "immersion") CHECK(entry.air_class == value.air_class);
    CHECK(cooling_settings(entry).size() == cooling_settings(value).size());
    for (int i = 0; i < 300; ++i) {
      const Weather weather =
          weather_at(catalogue::degc(-25.0 + 70.0 * random.uniform()), random.uniform(), 85000.0 * unit::Pa);
      const Power it = random.uniform() * unit::MW;
      const CoolingState a = cooling_state(entry, it, unit::MW, weather);
      const CoolingState b = cooling_state(value, it, unit::MW, weather);
      REQUIRE(a.total() / unit::W == Approx(b.total() / unit::W));
      REQUIRE(a.water() * unit::hour / unit::litre ==
              Approx(b.water() * unit::hour / unit::litre).margin(1e-12));
      REQUIRE(a.drift * unit::hour / unit::litre == Approx(b.drift * unit::hour / unit::litre).margin(1e-12));
      REQUIRE(a.inlet.celsius() == Approx(b.inlet.celsius()));
      REQUIRE(a.back.celsius() == Approx(b.back.celsius()));
    }
  }
}

TEST_CASE("a plant in full without the newer keys cools in one piece, in proportion and without drift") {
  const Hub hub = hub_with(
      {"cooling={ kind = \"chilled-water\", heat_ratio = 1.04, fans = { share = 0.07, floor = 0.25 }, "
       "pumps = { share = 0.028, floor = 0.25 }, tower = { share = 0.019, floor = 0.25 }, "
       "compressor = { carnot_share = 0.55, evaporator_approach = \"2 K\", condenser_approach = \"11 K\", "
       "least_condensing = \"16 degC\", least_cop = 2.5, greatest_cop = 12.0 }, "
       "water = { per_heat = \"1.47 L/kWh\", latent_share = 0.85, cycles = 5.0 }, "
       "supply = \"12 degC\", supply_limit = \"18 degC\" }"});
  const Weather weather{catalogue::degc(26.0), catalogue::degc(20.0), catalogue::degc(16.0), 0.5,
                        101325.0 * unit::Pa};
  const CoolingState state = cooling_state(hub.cooling, 8.0 * unit::MW, 10.0 * unit::MW, weather);
  const double chiller = 8.32 / (0.55 * 283.15 / 21.0);
  CHECK(state.total() / unit::MW == Approx(chiller + 0.59904));
  CHECK(state.water() * unit::hour / unit::litre == Approx(1250.0 * (8.32 + chiller) * 0.85 * 1.47));
  CHECK(state.drift == WaterFlow{});
  CHECK_FALSE(hub.cooling.air_class.has_value());
}

TEST_CASE("a mixed hall is read with a plant per part") {
  const Hub hub =
      hub_with({"cooling={ kind = \"mixed\", part = [{ share = 0.3, cooling = \"cold-plate\" }, { share = "
                "0.7, cooling = { entry = \"chilled-water\", units = 2 } }] }"});
  const auto& parts = std::get<MixedCooling>(hub.cooling.plant).parts;
  REQUIRE(parts.size() == 2);
  CHECK(parts[0].share == 0.3);
  CHECK(std::holds_alternative<ColdPlate>(parts[0].cooling.plant));
  CHECK(parts[1].cooling.id == "chilled-water");
  CHECK(parts[1].cooling.units.needed == 2);
  CHECK(can_store_cold(hub.cooling));
}

TEST_CASE("a hub has a cold store, a heat network and a weight of water where the file says so") {
  const Hub hub = hub_with({"cooling=\"chilled-water-economizer\"",
                            "cold_store={ capacity = \"40 MWh\", charge = \"5 MW\", discharge = \"8 MW\" }",
                            "heat_reuse={ capacity = \"5 MW\", network_supply = \"70 degC\", demand = { "
                            "hot_water = \"1 MW\", heating = "
                            "\"8 MW\", coldest = \"-15 degC\" } }",
                            "water_stress=2.5"});
  REQUIRE(hub.cold_store.has_value());
  CHECK(hub.cold_store->capacity / unit::MWh == Approx(40.0));
  CHECK(hub.cold_store->loss_per_day == 0.01);
  REQUIRE(hub.heat_reuse.has_value());
  CHECK(heat_demand(*hub.heat_reuse, catalogue::degc(0.0), {}) / unit::MW == Approx(5.0));
  CHECK(hub.water_stress == 2.5);
  const Hub plain = hub_with({});
  CHECK_FALSE(plain.cold_store.has_value());
  CHECK_FALSE(plain.heat_reuse.has_value());
  CHECK(plain.water_stress == 1.0);
}

}  // namespace
}  // namespace hubwatt
