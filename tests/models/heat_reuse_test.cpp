#include "models/heat_reuse.hpp"

#include "models/cooling.hpp"
#include "models/random.hpp"
#include "models/units.hpp"
#include "tests/models/catalogue_values.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

using catalogue::degc;

HeatReuse network() {
  HeatReuse reuse;
  reuse.capacity = 5.0 * unit::MW;
  reuse.network_supply = degc(70.0);
  reuse.exchanger = 3.0 * unit::K;
  reuse.carnot_share = 0.5;
  reuse.least_cop = 1.5;
  reuse.greatest_cop = 8.0;
  reuse.demand = {1.0 * unit::MW, 8.0 * unit::MW, degc(15.0), degc(-15.0)};
  return reuse;
}

TEST_CASE("demand is hot water in summer and rises with the cold") {
  const HeatDemand demand = network().demand;
  CHECK(heat_demand(demand, degc(25.0)) == 1.0 * unit::MW);
  CHECK(heat_demand(demand, degc(0.0)) / unit::MW == Approx(5.0));
  CHECK(heat_demand(demand, degc(-15.0)) / unit::MW == Approx(9.0));
}

TEST_CASE("a file's hours take the place of the weather's demand") {
  HeatReuse reuse = network();
  CHECK(heat_demand(reuse, degc(0.0), {}) / unit::MW == Approx(5.0));
  reuse.demand_by_hour = Hourly<Power>(2.0 * unit::MW);
  CHECK(heat_demand(reuse, degc(0.0), {}) / unit::MW == Approx(2.0));
}

TEST_CASE("a heat pump lifts heat by a share of Carnot's coefficient") {
  const HeatReuseState state = reuse_heat(network(), 10.0 * unit::MW, degc(50.0), degc(0.0));
  const double cop = 0.5 * 346.15 / 26.0;
  CHECK(state.delivered / unit::MW == Approx(5.0));
  CHECK(state.pump / unit::MW == Approx(5.0 / cop));
  CHECK(state.taken / unit::MW == Approx(5.0 - 5.0 / cop));
}

TEST_CASE("a source warm enough needs no pump") {
  const HeatReuseState state = reuse_heat(network(), 3.0 * unit::MW, degc(73.0), degc(-15.0));
  CHECK(state.delivered == 3.0 * unit::MW);
  CHECK(state.taken == 3.0 * unit::MW);
  CHECK(state.pump == Power{});
}

TEST_CASE("heat is conserved, and no more moves than there is, is wanted, or fits") {
  Random random(8, "reuse");
  for (int i = 0; i < 10000; ++i) {
    HeatReuse reuse = network();
    reuse.capacity = 8.0 * random.uniform() * unit::MW;
    reuse.network_supply = degc(30.0 + 60.0 * random.uniform());
    const Power heat = 10.0 * random.uniform() * unit::MW, demand = 10.0 * random.uniform() * unit::MW;
    const Temperature source = degc(15.0 + 60.0 * random.uniform());
    const HeatReuseState state = reuse_heat(reuse, heat, source, demand);
    const Power tiny = 1e-9 * unit::MW;
    REQUIRE(state.pump >= Power{});
    REQUIRE(state.taken >= Power{});
    REQUIRE(state.taken <= heat);
    REQUIRE(state.delivered <= std::min(demand, reuse.capacity) + tiny);
    REQUIRE(abs(state.delivered - state.taken - state.pump) <= tiny);

    // a warmer source never costs more power for the same delivery, a colder network neither
    const HeatReuseState warmer = reuse_heat(reuse, 100.0 * unit::MW, source + 5.0 * unit::K, demand);
    const HeatReuseState same = reuse_heat(reuse, 100.0 * unit::MW, source, demand);
    REQUIRE(warmer.pump <= same.pump + tiny);
    REQUIRE(reuse_heat(reuse, heat, source, 0.5 * demand).delivered <= state.delivered + tiny);
  }
}

TEST_CASE("heat that is reused spares the plant its compressors and its water") {
  const Power it = 8.0 * unit::MW, design = 10.0 * unit::MW;
  const Weather hot = weather_at(degc(34.0), 0.6, 101325.0 * unit::Pa);
  std::vector<Cooling> plants = catalogue::all_cooling();
  plants.push_back(catalogue::mixed_hall());
  for (const Cooling& plant : plants) {
    CAPTURE(plant.id);
    const CoolingState all = cooling_state(plant, it, design, hot);
    const Power reusable = reusable_heat(plant, it);
    CHECK(reusable > Power{});
    CHECK(all.back >= all.inlet - 4.0 * unit::K);
    Power before = all.total();
    for (double part : {0.25, 0.5, 1.0}) {
      const CoolingState less = cooling_state(plant, it, design, hot, {}, {}, part * reusable);
      CHECK(less.total() <= before);
      CHECK(less.water() <= all.water());
      before = less.total();
    }
    if (std::holds_alternative<ChilledWater>(plant.plant)) {
      const CoolingState none = cooling_state(plant, it, design, hot, {}, {}, reusable);
      CHECK(none.compressor == Power{});
      CHECK(none.water() == WaterFlow{});
    }
  }
}

}  // namespace
}  // namespace hubwatt
