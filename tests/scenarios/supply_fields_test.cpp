// What feeds a hub, as platform files tell it: the catalogue's entries are those the models are tested with, keys
// arrive where they belong, and what is absent means what it meant before there was such a key.
#include "scenarios/supply_fields.hpp"

#include "models/units.hpp"
#include "scenarios/platform_reader.hpp"
#include "scenarios/renewable_year.hpp"
#include "tests/models/supply_values.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/finished_run.hpp"

using namespace hubwatt;
using namespace hubwatt::test;

namespace {

template <class T>
T entry(std::string_view section, std::string name) {
  InputFiles files;
  Reading reading{.files = files, .folder = {}, .catalogue = read_catalogue()};
  Node named = *reading.catalogue.find(section)->find(name);
  named.value = std::move(name);
  auto read = Kind<T>::read(named, any_number, reading);
  REQUIRE(reading.mistakes.empty());
  return *read;
}

// The hub of a platform with these keys among its own.
Hub hub_with(const std::string& tables) {
  const Scratch folder;
  InputFiles files;
  folder.write("light.csv",
               "hour,ghi\n0,0\n1,0\n2,0\n3,0\n4,0\n5,0\n6,50\n7,150\n8,300\n9,450\n10,600\n11,700\n"
               "12,750\n13,700\n14,600\n15,450\n16,300\n17,150\n18,50\n19,0\n20,0\n21,0\n22,0\n23,0\n");
  std::string platform = plain_platform(1, 1);
  platform.insert(platform.find("[[hub.rack]]"), tables);
  return read_platform(folder.write("platform.toml", platform), files).hubs.at(0);
}

// Mistakes of the same.
std::string mistakes_with(const std::string& tables) {
  try {
    hub_with(tables);
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

std::vector<Weather> even_weather(double degc) {
  return std::vector<Weather>(hours_common_year,
                              weather_at(Temperature::celsius(degc), 0.5, 101325.0 * unit::Pa));
}

}  // namespace

TEST_CASE("the catalogue's plants of sun and wind are those the physics is tested with") {
  const auto plant = entry<PvPlant>("pv_plant", "crystalline");
  const PvPlant tested = catalogue::crystalline();
  for (const double light : {100.0, 800.0, 1200.0}) {
    const Temperature air = Temperature::celsius(light / 40.0);
    CHECK(pv_power_share(light * unit::W_per_m2, air, plant) ==
          Approx(pv_power_share(light * unit::W_per_m2, air, tested)).epsilon(1e-12));
  }
  const PvSite site{{40.0, 105.0, 7.0 * unit::hour}, plant, entry<PvSky>("pv_sky", "continental")};
  const PvSite same{site.place, tested, catalogue::continental()};
  CHECK(pv_year(site, 0.15, 2025, Random(1, "x")) == pv_year(same, 0.15, 2025, Random(1, "x")));
  CHECK(wind_year(0.25, 2025, Random(1, "x"), entry<WindFarm>("wind_farm", "monsoon")) ==
        wind_year(0.25, 2025, Random(1, "x"), catalogue::monsoon()));
}

TEST_CASE("the catalogue's generators and batteries are those the physics is tested with") {
  const std::string size =
      "generator = [{ entry = \"diesel-standby\", capacity = \"2 MW\" },\n"
      " { entry = \"micro-gas-turbine\", capacity = \"200 kW\", sets = 3 }]\n"
      "battery = { entry = \"lfp\", capacity = \"20 MWh\", power = \"5 MW\" }\n"
      "building = \"data-center\"\n";
  const Hub hub = hub_with(size);
  REQUIRE(hub.generators.size() == 2);
  const Generator tested[] = {catalogue::diesel_standby(), catalogue::micro_gas_turbine()};
  for (std::size_t i = 0; i < 2; ++i) {
    const Power half = 0.5 * tested[i].capacity;
    const GeneratorState a = run_generator(hub.generators[i], half), b = run_generator(tested[i], half);
    CHECK(a.fuel / b.fuel == Approx(1.0));
    CHECK(a.carbon / b.carbon == Approx(1.0));
    CHECK(a.cost / b.cost == Approx(1.0));
    CHECK(hub.generators[i].duty == tested[i].duty);
    CHECK(hub.generators[i].start_delay == tested[i].start_delay);
    CHECK(hub.generators[i].test_hours_per_month == tested[i].test_hours_per_month);
    CHECK(hub.generators[i].embodied / tested[i].embodied == Approx(1.0));
    CHECK(hub.generators[i].life == tested[i].life);
  }
  CHECK(hub.generators[0].id == "diesel-standby");
  CHECK(hub.generators[1].sets == 3);
  REQUIRE(hub.battery->ageing);
  BatteryWear a(*hub.battery->ageing, 0.5), b(catalogue::lfp_ageing(), 0.5);
  for (const double charge : {0.9, 0.2, 0.6, 0.4}) {
    a.add(charge, 5.0 * unit::hour);
    b.add(charge, 5.0 * unit::hour);
  }
  CHECK(a.health() == Approx(b.health()).epsilon(1e-12));
  CHECK(hub.battery->self_discharge == 0.02);
  CHECK(hub.battery->embodied / unit::kg_per_kWh == Approx(75.0));
  REQUIRE(hub.building);
  CHECK(hub.building->embodied / (unit::kg / unit::kW) == Approx(1500.0));
}

TEST_CASE("keys that are absent leave a battery, a grid and a hub as they were") {
  const Hub hub = hub_with("battery = { capacity = \"20 MWh\", power = \"5 MW\" }\n");
  CHECK(hub.battery->self_discharge == 0.0);
  CHECK_FALSE(hub.battery->ageing);
  CHECK(hub.battery->embodied == CarbonIntensity{});
  CHECK(hub.battery->round_trip_efficiency == 0.93);
  CHECK(hub.generators.empty());
  CHECK_FALSE(hub.building);
  CHECK(hub.grid.demand_charge == DemandCharge{});
}

TEST_CASE("a member of an entry's ageing is changed alone") {
  const Hub hub = hub_with(
      "battery = { entry = \"lfp\", capacity = \"20 MWh\", power = \"5 MW\", "
      "ageing = { cycle_life = 9000.0 } }\n");
  CHECK(hub.battery->ageing->cycle_life == 9000.0);
  CHECK(hub.battery->ageing->calendar_life == 15.0 * unit::year);
}

TEST_CASE("tilt and azimuth turn a plant, and default to the latitude and the equator") {
  const Hub hub = hub_with(
      "renewable = [{ kind = \"pv\", capacity = \"1 MW\", capacity_factor = 0.12 },\n"
      " { kind = \"pv\", capacity = \"1 MW\", capacity_factor = 0.12, tilt = 10, azimuth = 90 }]\n");
  const Plane usual = hub.renewables[0].pv.plane(-35.0);
  CHECK(usual.tilt == 35.0);
  CHECK(usual.azimuth == 0.0);
  CHECK(hub.renewables[1].pv.plane(35.0).tilt == 10.0);
  CHECK(hub.renewables[1].pv.plane(35.0).azimuth == 90.0);
  const auto weather = even_weather(15.0);
  CHECK(renewable_year(hub, 0, 2025, 1, weather) != renewable_year(hub, 1, 2025, 1, weather));
}

TEST_CASE("measured light gives a plant's output with the hub's own air") {
  const Hub hub = hub_with(
      "renewable = [{ kind = \"pv\", capacity = \"1 MW\", irradiance = { file = \"light.csv\", column = "
      "\"ghi\" } }]\n");
  for (const double degc : {-10.0, 30.0}) {
    const auto year = renewable_year(hub, 0, 2025, 1, even_weather(degc));
    REQUIRE(year.size() == hours_common_year);
    CHECK(year[36] ==
          pv_power_share(750.0 * unit::W_per_m2, Temperature::celsius(degc), catalogue::crystalline()));
    CHECK(year[24] == 0.0);
    CHECK(year[36] == year[8760 - 12]);
  }
}

TEST_CASE("level light on a tilted plane gives more in winter than in summer, for the same light") {
  const Hub hub = hub_with(
      "renewable = [{ kind = \"pv\", capacity = \"1 MW\", irradiance = { file = \"light.csv\", column = "
      "\"ghi\" }, "
      "irradiance_plane = \"level\", tilt = 40.0 }]\n");
  const auto year = renewable_year(hub, 0, 2025, 1, even_weather(10.0));
  CHECK(year[24 * 5 + 12] > year[24 * 171 + 12]);
}

TEST_CASE("a synthetic year follows the hub's air and keeps its sum") {
  const Hub hub = hub_with("renewable = [{ kind = \"pv\", capacity = \"1 MW\", capacity_factor = 0.15 }]\n");
  std::vector<Weather> cold_first = even_weather(25.0);
  std::fill(cold_first.begin(), cold_first.begin() + 4380, even_weather(-10.0)[0]);
  const auto even = renewable_year(hub, 0, 2025, 1, even_weather(25.0));
  const auto cold = renewable_year(hub, 0, 2025, 1, cold_first);
  const auto sum = [](const std::vector<double>& hours, int from, int to) {
    return std::accumulate(hours.begin() + from, hours.begin() + to, 0.0);
  };
  CHECK(sum(even, 0, 8760) / 8760.0 == Approx(0.15).epsilon(1e-9));
  CHECK(sum(cold, 0, 8760) / 8760.0 == Approx(0.15).epsilon(1e-9));
  CHECK(sum(cold, 0, 4380) > 1.05 * sum(even, 0, 4380));
}

TEST_CASE("a demand charge is read in its unit") {
  InputFiles files;
  const std::vector<Override> changes{
      std::get<Override>(parse_override("hub.only.grid.demand_charge=\"38 CNY/kW\""))};
  const Platform p = read_platform("tests/data/contract/closed-form.platform.toml", files, changes);
  CHECK(p.hubs[0].grid.demand_charge / (unit::cny / unit::kW) == Approx(38.0));
}

TEST_CASE("keys of the other kind of plant are refused") {
  CHECK(mistakes_with(
            "renewable = [{ kind = \"wind\", capacity = \"1 MW\", capacity_factor = 0.2, tilt = 30 }]\n")
            .find("tilt: is of plants of kind \"pv\"") != std::string::npos);
  CHECK(
      mistakes_with(
          "renewable = [{ kind = \"pv\", capacity = \"1 MW\", capacity_factor = 0.1, wind = \"monsoon\" }]\n")
          .find("wind: is of plants of kind \"wind\"") != std::string::npos);
}
