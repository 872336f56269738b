// The balance of a hub, whatever it has and whatever is out: thousands of random hubs, loads, weathers and outages.
#include "platforms/site_plant.hpp"

#include "models/random.hpp"
#include "models/units.hpp"
#include "tests/models/catalogue_values.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {

struct Situation {
  Hub hub;
  ItDemand demand;
  Power design{};
  SiteConditions at;
  HubDecisions decisions;
  HubOutages outages;
  HubStores stores;
  Duration dt{};
};

Power some(Random& random, double most_mw) {
  return most_mw * random.uniform() * unit::MW;
}

template <class T, std::size_t N>
const T& one_of(Random& random, const std::array<T, N>& things) {
  return things[std::min(N - 1, static_cast<std::size_t>(random.uniform() * N))];
}

Generator any_generator(Random& random) {
  Generator set;
  set.duty = random.uniform() < 0.5 ? GeneratorDuty::prime : GeneratorDuty::standby;
  set.capacity = some(random, 2.0);
  set.sets = 1 + static_cast<int>(4.0 * random.uniform());
  set.start_delay = 60.0 * random.uniform() * unit::second;
  set.no_load_fuel = 0.3 * random.uniform();
  set.marginal_fuel = 2.0 + random.uniform();
  set.minimum_load = 0.3 * random.uniform();
  set.fuel_price = random.uniform() * unit::cny_per_kWh;
  set.test_hours_per_month = 1.0;
  set.test_load = 0.5;
  return set;
}

Battery any_battery(Random& random) {
  Battery battery;
  battery.capacity = 10.0 * random.uniform() * unit::MWh;
  battery.power = some(random, 5.0);
  battery.round_trip_efficiency = 0.6 + 0.4 * random.uniform();
  battery.minimum_charge = 0.3 * random.uniform();
  battery.self_discharge = 0.1 * random.uniform();
  return battery;
}

Situation any_situation(Random& random) {
  Situation s;
  const auto plants = catalogue::all_cooling();
  s.hub.cooling = plants[std::min(
      plants.size() - 1, static_cast<std::size_t>(random.uniform() * static_cast<double>(plants.size())))];
  s.hub.power_chain = random.uniform() < 0.5 ? catalogue::modern_chain() : catalogue::legacy_chain();
  s.design = (0.1 + 10.0 * random.uniform()) * unit::MW;
  s.demand.power = random.uniform() * s.design;
  s.demand.fans = fan_load({0.06, 0.025}, s.demand.power);
  const Temperature dry = Temperature::celsius(-20.0 + 60.0 * random.uniform());
  s.at.weather = weather_at(dry, 0.1 + 0.9 * random.uniform(), 95000.0 * unit::Pa);
  s.at.on_site.power = random.uniform() < 0.5 ? Power{} : some(random, 12.0);
  s.at.direct.power = random.uniform() < 0.5 ? Power{} : some(random, 12.0);
  s.at.price = random.uniform() * unit::cny_per_kWh;
  s.at.hour = local_hour(static_cast<std::int64_t>(1.7e9 + 1e7 * random.uniform()), 8.0 * unit::hour);
  s.dt = 3600.0 * (0.01 + random.uniform()) * unit::second;
  if (random.uniform() < 0.5) {
    s.hub.battery = any_battery(random);
    const Battery& battery = *s.hub.battery;
    s.stores.battery = battery.floor() + random.uniform() * (battery.capacity - battery.floor());
    s.decisions.battery.charge_from_surplus = battery.power;
    (random.uniform() < 0.5 ? s.decisions.battery.discharge : s.decisions.battery.charge_from_grid) =
        battery.power;
  }
  if (can_store_cold(s.hub.cooling) && random.uniform() < 0.5) {
    s.hub.cold_store = ThermalStorage{.capacity = 20.0 * random.uniform() * unit::MWh,
                                      .charge = some(random, 5.0),
                                      .discharge = some(random, 5.0),
                                      .loss_per_day = 0.05 * random.uniform()};
    s.stores.cold = random.uniform() * s.hub.cold_store->capacity;
    s.decisions.cold =
        one_of(random, std::array{StorageAction::rest, StorageAction::charge, StorageAction::discharge});
  }
  while (random.uniform() < 0.4) s.hub.generators.push_back(any_generator(random));
  return s;
}

void put_out(Situation& s, Random& random) {
  s.outages.feed = random.uniform() < 0.5;
  s.outages.feed_out_for = 60.0 * random.uniform() * unit::second;
  if (random.uniform() < 0.3) s.outages.cooling_units = 1;
  if (random.uniform() < 0.3) s.outages.modules.ups = 1;
}

HubState solve(Situation& s) {
  return solve_hub(s.hub, s.demand, s.design, s.at, s.decisions, s.outages, s.stores, s.dt);
}

void check_balance(const Situation& before, const Situation& after, const HubState& state) {
  const Power scale = state.sources(before.at) + 1.0 * unit::W;
  CHECK(std::abs((state.sources(before.at) - state.sinks()) / scale) < 1e-9);
  const Power asked = before.demand.power + state.it_fans;
  CHECK(std::abs((asked - state.not_served - state.it) / (asked + 1.0 * unit::W)) < 1e-12);
  const Energy moved = (state.charge - state.discharge) * before.dt;
  CHECK((after.stores.battery - before.stores.battery - moved) / unit::kWh == Approx(0.0).margin(1e-6));
  const Energy cold = (state.cold.charge - state.cold.discharge - state.cold.loss) * before.dt;
  CHECK((after.stores.cold - before.stores.cold - cold) / unit::kWh == Approx(0.0).margin(1e-6));
  CHECK(state.not_served >= Power{});
  CHECK(state.grid >= Power{});
  CHECK(state.curtailed >= Power{});
}

}  // namespace

TEST_CASE("every interval of every hub balances") {
  Random random(20251121, "balance");
  for (int i = 0; i < 5000; ++i) {
    const Situation before = any_situation(random);
    Situation after = before;
    const HubState state = solve(after);
    check_balance(before, after, state);
    CHECK(state.not_served == Power{});
  }
}

TEST_CASE(
    "an interval balances with plant out, buys nothing without a feed, and serves no more than before") {
  Random random(20251121, "outages");
  for (int i = 0; i < 5000; ++i) {
    Situation before = any_situation(random);
    put_out(before, random);
    Situation after = before;
    const HubState state = solve(after);
    check_balance(before, after, state);
    if (before.outages.feed) CHECK(state.grid <= 1e-9 * (state.facility() + before.at.renewable_power()));
    Situation more = before;
    more.at.on_site.power += 1.0 * unit::MW;
    CHECK(solve(more).not_served <= state.not_served + 1e-9 * before.design);
  }
}

TEST_CASE("without feed, generators and store a hub is dark, and with a set that is too slow too") {
  Random random(20251121, "dark");
  Situation s = any_situation(random);
  s.hub.battery.reset();
  s.hub.generators.assign(1, any_generator(random));
  s.hub.generators[0].capacity = 100.0 * unit::MW;
  s.hub.generators[0].start_delay = 15.0 * unit::second;
  s.at.on_site.power = s.at.direct.power = {};
  s.outages.feed = true;
  s.outages.feed_out_for = 14.0 * unit::second;
  const HubState before = solve(s);
  CHECK(before.facility() == Power{});
  CHECK(before.not_served == s.demand.power);
  s.outages.feed_out_for = 15.0 * unit::second;
  const HubState after = solve(s);
  CHECK(after.not_served == Power{});
  CHECK(after.generated.output / unit::MW == Approx(after.facility() / unit::MW));
}
