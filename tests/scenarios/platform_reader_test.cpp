#include "scenarios/platform_reader.hpp"

#include "models/units.hpp"
#include "platforms/catalogue.hpp"
#include "scenarios/activity_fields.hpp"
#include "scenarios/cooling_fields.hpp"
#include "scenarios/inference_fields.hpp"
#include "scenarios/power_chain_fields.hpp"
#include "scenarios/supply_fields.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {

Platform contract(const std::string& name) {
  InputFiles files;
  return read_platform("tests/data/contract/" + name + ".platform.toml", files);
}

// Reads every entry of a section of the catalogue as a T.
template <class T>
void read_section(const std::string& section) {
  InputFiles files;
  Reading reading{.files = files, .folder = "", .catalogue = read_catalogue()};
  const Node* entries = reading.catalogue.find(section);
  REQUIRE(entries != nullptr);
  for (const Member& entry : *entries->table()) {
    Node name = entry.node;
    name.value = entry.key;
    INFO(section + "." + entry.key);
    CHECK(Kind<T>::read(name, any_number, reading).has_value());
    CHECK(entry.node.find("source") != nullptr);
    CHECK(entry.node.find("confidence") != nullptr);
  }
  std::string messages;
  for (const Diagnostic& mistake : reading.mistakes) messages += mistake.text() + "\n";
  CHECK(messages == "");
}

}  // namespace

TEST_CASE("the two hubs of the contract are read as they are written") {
  const Platform p = contract("two-hubs");
  REQUIRE(p.hubs.size() == 2);
  const Hub& hub = p.hubs[0];
  CHECK(hub.id == "zhongwei");
  CHECK(hub.name == "中卫");
  CHECK(hub.side == Side::west);
  CHECK(hub.location.altitude / unit::metre == Approx(1226.0));
  CHECK(std::get<ClimateNormals>(hub.climate).dry_bulb_degc[6] == 23.9);
  CHECK(hub.cooling.id == "indirect-evaporative");
  CHECK(hub.power_chain.id == "modern");
  CHECK(hub.pue_limit == 1.20);
  CHECK(hub.grid.carbon.at({}) / unit::kg_per_kWh == Approx(0.5543));
  CHECK(hub.grid.tariff.id == "northwest");
  REQUIRE(hub.racks.size() == 1);
  CHECK(p.servers[hub.racks[0].server.index].id == "hgx-h100");
  CHECK(hub.racks[0].represents == 10);
  REQUIRE(hub.renewables.size() == 2);
  CHECK(hub.renewables[1].kind == RenewableKind::wind);
  CHECK(hub.renewables[1].contract == SupplyContract::direct);
  CHECK(hub.battery->capacity / unit::MWh == Approx(20.0));
  REQUIRE(p.links.size() == 1);
  CHECK(p.links[0].id == "zhongwei-qingpu");
  CHECK(p.links[0].bandwidth / unit::Tbps == Approx(2.0));
  CHECK(p.links[0].b == EndPoint{EndPoint::Kind::hub, 1});
  CHECK(p.latency_per_km / unit::us == Approx(5.0));
}

TEST_CASE("a server type of the file's own stands beside those of the catalogue") {
  const Platform p = contract("closed-form");
  const ServerType& box = p.servers[p.hubs[0].racks[0].server.index];
  CHECK(box.id == "box");
  CHECK(box.power.peak / unit::kW == Approx(10.0));
  CHECK(p.servers.size() > 5);
  CHECK(std::get<RatioCooling>(p.hubs[0].cooling.plant).ratio == 0.25);
  CHECK(p.hubs[0].power_chain.ups.fixed == 0.0);
}

TEST_CASE("every entry of the catalogue can be read, with its source and confidence") {
  read_section<Cooling>("cooling");
  read_section<UpsMode>("ups");
  read_section<PowerChain>("power_chain");
  read_section<Tariff>("tariff");
  read_section<PvPlant>("pv_plant");
  read_section<PvSky>("pv_sky");
  read_section<WindFarm>("wind_farm");
  read_section<Building>("building");
  read_section<InferenceModel>("inference_model");
  read_section<DayProfile>("profile");
  read_section<ActivityPreset>("activity");
  CHECK(catalogue_files().size() >= 11);
}

TEST_CASE("a UPS takes its losses from its mode, but for those that are written") {
  const auto chain = [](const std::string& text) {
    InputFiles files;
    const std::vector<Override> changes{std::get<Override>(parse_override("hub.only.power_chain=" + text))};
    return read_platform("tests/data/contract/closed-form.platform.toml", files, changes).hubs[0].power_chain;
  };
  const PowerChain eco = chain("{ entry = \"modern\", ups = { mode = \"eco\" } }");
  CHECK(eco.ups.fixed == 0.004);
  CHECK(eco.ups.square == 0.012);
  CHECK(eco.transformer.square == 0.009);
  const PowerChain changed = chain("{ entry = \"modern\", ups = { fixed = 0.02, modules = 5, redundancy = \"N+1\" } }");
  CHECK(changed.ups.fixed == 0.02);
  CHECK(changed.ups.linear == 0.0085);
  CHECK(changed.ups.modules == 5);
  CHECK(changed.ups.redundancy == Redundancy::n_plus_1);
  const PowerChain fitted =
      chain("{ entry = \"modern\", ups = { efficiency = [0.892, 0.945, 0.960, 0.962, 0.960] } }");
  CHECK(fitted.ups.fixed == Approx(0.0110).margin(0.001));
  CHECK(fitted.ups.square == Approx(0.0222).margin(0.004));
  CHECK_FALSE(fitted.second_path.has_value());
  CHECK(chain("\"mains-hvdc\"").second_path->ups.modules == 5);
}

TEST_CASE("the national hubs can be read") {
  InputFiles files;
  const Platform p = read_platform("platforms/catalogue/china-hubs.platform.toml", files);
  CHECK(p.hubs.size() == 14);
}

TEST_CASE("a file of hours makes an hourly figure") {
  InputFiles files;
  const std::vector<Override> changes{std::get<Override>(parse_override(
      "hub.only.grid.price={ file = \"../hourly/day-prices.csv\", column = \"price_cny_per_mwh\" }"))};
  const Platform p = read_platform("tests/data/contract/closed-form.platform.toml", files, changes);
  CHECK(p.hubs[0].grid.price.rows().size() == 24);
  CHECK(p.hubs[0].grid.price.at({.hour = 1}) / unit::cny_per_kWh == Approx(0.301));
}
