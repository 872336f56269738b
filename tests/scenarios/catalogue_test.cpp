// The physics is tested on values that stand beside the tests (tests/models/catalogue_values.hpp), runs read the
// catalogue: they are the same plants and chains.
#include <cmath>

#include "models/units.hpp"
#include "scenarios/climate_fields.hpp"
#include "scenarios/cooling_fields.hpp"
#include "scenarios/platform_reader.hpp"
#include "scenarios/power_chain_fields.hpp"
#include "tests/models/catalogue_values.hpp"
#include "tests/models/sites.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {

// Entries of a section by name, read as a platform file would.
template <class T>
std::vector<std::pair<std::string, T>> entries(std::string_view section) {
  InputFiles files;
  Reading reading{.files = files, .folder = {}, .catalogue = read_catalogue()};
  std::vector<std::pair<std::string, T>> out;
  for (const Member& member : *reading.catalogue.find(section)->table()) {
    Node named = member.node;
    named.value = member.key;
    auto entry = Kind<T>::read(named, any_number, reading);
    REQUIRE(entry);
    out.emplace_back(member.key, std::move(*entry));
  }
  REQUIRE(reading.mistakes.empty());
  return out;
}

const Weather weathers[] = {weather_at(Temperature::celsius(-10.0), 0.5, 90000.0 * unit::Pa),
                            weather_at(Temperature::celsius(18.0), 0.6, 101325.0 * unit::Pa),
                            weather_at(Temperature::celsius(35.0), 0.5, 101325.0 * unit::Pa)};

}  // namespace

TEST_CASE(
    "the catalogue's spells are those the physics is tested with, stronger in winter and in the north") {
  for (const double latitude : {-40.0, 25.0, 32.9, 33.0, 45.0}) {
    const DayToDay read = catalogue_spells(latitude), tested = catalogue::spells_at(std::abs(latitude));
    CHECK(read.persistence == tested.persistence);
    CHECK(read.winter_sigma == tested.winter_sigma);
    CHECK(read.summer_sigma == tested.summer_sigma);
    CHECK(read.vapour_response == tested.vapour_response);
    CHECK(read.winter_sigma > read.summer_sigma);
    CHECK_FALSE(read.source.empty());
  }
  CHECK(catalogue_spells(40.0).winter_sigma > catalogue_spells(25.0).winter_sigma);
}

TEST_CASE("the catalogue's cooling plants are those the physics is tested with") {
  std::size_t compared = 0;
  const auto tested = catalogue::all_cooling();
  for (const auto& [name, entry] : entries<Cooling>("cooling")) {
    const auto same =
        std::find_if(tested.begin(), tested.end(), [&](const Cooling& c) { return c.id == name; });
    CAPTURE(name);
    REQUIRE(same != tested.end());
    for (const Weather& weather : weathers) {
      for (const double load : {0.2, 0.7, 1.0}) {
        const Power it = load * unit::MW;
        const CoolingState a = cooling_state(entry, it, 1.0 * unit::MW, weather);
        const CoolingState b = cooling_state(*same, it, 1.0 * unit::MW, weather);
        CHECK(a.total() / unit::kW == Approx(b.total() / unit::kW).epsilon(1e-12));
        CHECK(a.water().base() == Approx(b.water().base()).epsilon(1e-12));
        CHECK(a.supply.celsius() == Approx(b.supply.celsius()));
      }
    }
    ++compared;
  }
  CHECK(compared == tested.size());
}

TEST_CASE("the catalogue's power chains are those the physics is tested with") {
  const PowerChain tested[] = {catalogue::ideal_chain(), catalogue::modern_chain(), catalogue::hvdc_chain(),
                               catalogue::legacy_chain()};
  const auto read = entries<PowerChain>("power_chain");
  for (const PowerChain& chain : tested) {
    const auto same =
        std::find_if(read.begin(), read.end(), [&](const auto& e) { return e.first == chain.id; });
    CAPTURE(chain.id);
    REQUIRE(same != read.end());
    for (const double load : {0.1, 0.5, 1.0}) {
      const Power it = load * unit::MW;
      const ChainLosses a = chain_losses(chain, it, 0.2 * it, 1.0 * unit::MW);
      const ChainLosses b = chain_losses(same->second, it, 0.2 * it, 1.0 * unit::MW);
      CHECK(a.total() / unit::kW == Approx(b.total() / unit::kW).epsilon(1e-12));
      CHECK(other_power(chain, it) == other_power(same->second, it));
    }
  }
}
