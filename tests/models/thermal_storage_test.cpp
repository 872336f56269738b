#include "models/thermal_storage.hpp"

#include <cmath>

#include "models/cooling.hpp"
#include "models/random.hpp"
#include "models/units.hpp"
#include "tests/models/catalogue_values.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

constexpr Power none{};
constexpr Power plenty = 100.0 * unit::MW;

ThermalStorage tank() {
  return {60.0 * unit::MWh, 8.0 * unit::MW, 6.0 * unit::MW, 0.01, 0.0};
}

ThermalStorage random_tank(Random& random) {
  ThermalStorage store{(1.0 + 80.0 * random.uniform()) * unit::MWh, 10.0 * random.uniform() * unit::MW,
                       10.0 * random.uniform() * unit::MW, 0.0, 0.0};
  if (random.uniform() < 0.8) store.loss_per_day = 0.9 * random.uniform();
  return store;
}

StorageAction random_action(Random& random) {
  const double at = random.uniform();
  return at < 0.2 ? StorageAction::rest : at < 0.6 ? StorageAction::charge : StorageAction::discharge;
}

TEST_CASE("a store at rest loses its share in a day, however the day is cut") {
  const ThermalStorage store = tank();
  Energy whole = 50.0 * unit::MWh, hours = whole;
  whole = stored_after(store, whole, cold_flow(store, whole, StorageAction::rest, none, none, unit::day),
                       unit::day);
  for (int i = 0; i < 24; ++i) {
    const ColdFlow flow = cold_flow(store, hours, StorageAction::rest, none, none, unit::hour);
    hours = stored_after(store, hours, flow, unit::hour);
  }
  CHECK(whole / unit::MWh == Approx(49.5));
  CHECK(hours / unit::MWh == Approx(49.5));
}

TEST_CASE("a store without loss charges and discharges at its rates until full and empty") {
  ThermalStorage store = tank();
  store.loss_per_day = 0.0;
  const ColdFlow filling = cold_flow(store, {}, StorageAction::charge, none, plenty, 10.0 * unit::hour);
  CHECK(filling.charge / unit::MW == Approx(6.0));  // 7.5 h at 8 MW
  CHECK(filling.loss == none);
  const ColdFlow emptying =
      cold_flow(store, 15.0 * unit::MWh, StorageAction::discharge, 3.0 * unit::MW, plenty, 10.0 * unit::hour);
  CHECK(emptying.discharge / unit::MW == Approx(1.5));
  CHECK(stored_after(store, 15.0 * unit::MWh, emptying, 10.0 * unit::hour) == Energy{});
}

TEST_CASE("a full store that charges takes what it loses") {
  const ThermalStorage store = tank();
  const ColdFlow flow = cold_flow(store, store.capacity, StorageAction::charge, none, plenty, unit::day);
  CHECK(flow.charge / unit::MW == Approx(-std::log(0.99) * 60.0 / 24.0));
  CHECK(flow.charge / unit::MW == Approx(flow.loss / unit::MW));
  CHECK(stored_after(store, store.capacity, flow, unit::day) == store.capacity);
}

TEST_CASE("a store conserves energy and stays within its limits") {
  Random random(21, "store");
  for (int i = 0; i < 20000; ++i) {
    const ThermalStorage store = random_tank(random);
    const double at = random.uniform();
    const Energy stored = at < 0.1 ? Energy{} : at > 0.9 ? store.capacity : at * store.capacity;
    const Power heat = 12.0 * random.uniform() * unit::MW;
    const Power spare = (12.0 * random.uniform() - 2.0) * unit::MW;
    const Duration dt = 30.0 * random.uniform() * unit::hour + unit::second;
    const ColdFlow flow = cold_flow(store, stored, random_action(random), heat, spare, dt);
    CAPTURE(store.capacity / unit::MWh, store.loss_per_day, stored / unit::MWh, dt / unit::hour);
    REQUIRE(flow.charge >= none);
    REQUIRE(flow.discharge >= none);
    REQUIRE(flow.loss >= none);
    REQUIRE((flow.charge == none || flow.discharge == none));
    REQUIRE(flow.charge <= std::max(std::min(store.charge, spare), none) * (1.0 + 1e-12));
    REQUIRE(flow.discharge <= std::min(store.discharge, heat) * (1.0 + 1e-12));
    const Energy left = stored_after(store, stored, flow, dt);
    REQUIRE(left >= Energy{});
    REQUIRE(left <= store.capacity);
    REQUIRE(abs(stored + (flow.to_store() - flow.loss) * dt - left) <= 1e-9 * store.capacity);
  }
}

TEST_CASE("a cold store moves the same energies however an interval is cut") {
  Random random(22, "cut");
  for (int i = 0; i < 5000; ++i) {
    const ThermalStorage store = random_tank(random);
    const Energy start = random.uniform() * store.capacity;
    const Power heat = 12.0 * random.uniform() * unit::MW, spare = 12.0 * random.uniform() * unit::MW;
    const StorageAction action = random_action(random);
    const Duration dt = 40.0 * random.uniform() * unit::hour + unit::second, first = random.uniform() * dt;
    if (first <= Duration{} || first >= dt) continue;
    const ColdFlow whole = cold_flow(store, start, action, heat, spare, dt);
    const ColdFlow a = cold_flow(store, start, action, heat, spare, first);
    const Energy between = stored_after(store, start, a, first);
    const ColdFlow b = cold_flow(store, between, action, heat, spare, dt - first);
    const Energy tiny = 1e-9 * store.capacity;
    CAPTURE(store.loss_per_day, start / store.capacity, dt / unit::hour, first / unit::hour);
    REQUIRE(abs(whole.charge * dt - a.charge * first - b.charge * (dt - first)) <= tiny);
    REQUIRE(abs(whole.discharge * dt - a.discharge * first - b.discharge * (dt - first)) <= tiny);
    REQUIRE(abs(whole.loss * dt - a.loss * first - b.loss * (dt - first)) <= tiny);
  }
}

// A hot week: nights of 22 degC, days of 36. The store charges at night and gives by day, hour by hour.
struct Week {
  Power chiller_by_day{}, chiller_by_night{}, peak{};
  Energy plant{}, heat{}, charged{}, given{}, lost{}, stored{};
};

Week hot_week(const ThermalStorage& store, bool use_store) {
  const Cooling plant = catalogue::cooling("chilled-water", catalogue::chilled_water());
  const Power it = 6.0 * unit::MW, design = 10.0 * unit::MW;
  const Power heat = chilled_heat(plant, it);
  const Power spare = chilled_heat(plant, cooling_capacity(plant, design, 0)) - heat;
  Week week;
  for (int hour = 0; hour < 7 * 24; ++hour) {
    const bool night = hour % 24 < 10;
    const Weather weather =
        weather_at(catalogue::degc(night ? 22.0 : 36.0), night ? 0.8 : 0.4, 101325.0 * unit::Pa);
    const StorageAction action = !use_store ? StorageAction::rest
                                 : night    ? StorageAction::charge
                                            : StorageAction::discharge;
    const ColdFlow flow = cold_flow(store, week.stored, action, heat, spare, unit::hour);
    week.stored = stored_after(store, week.stored, flow, unit::hour);
    const CoolingState state = cooling_state(plant, it, design, weather, {}, flow.to_store());
    (night ? week.chiller_by_night : week.chiller_by_day) += state.compressor;
    week.peak = std::max(week.peak, state.total());
    week.plant += (heat + flow.to_store()) * unit::hour;
    week.heat += heat * unit::hour;
    week.charged += flow.charge * unit::hour;
    week.given += flow.discharge * unit::hour;
    week.lost += flow.loss * unit::hour;
  }
  return week;
}

TEST_CASE("over whole cycles a cold store ends as it began and moves chiller power into the night") {
  const ThermalStorage store = tank();
  const Week plain = hot_week(store, false), stored = hot_week(store, true);
  CHECK(stored.stored == Energy{});  // empty every evening, as at the start
  CHECK(stored.given / stored.charged == Approx(1.0).margin(0.02));
  CHECK((stored.given + stored.lost) / stored.charged == Approx(1.0));
  CHECK(stored.plant / plain.plant == Approx(1.0).margin(0.02));  // the same heat but for the loss
  CHECK((stored.plant - stored.lost) / stored.heat == Approx(1.0));
  CHECK(stored.chiller_by_day < 0.6 * plain.chiller_by_day);
  CHECK(stored.chiller_by_night > 1.5 * plain.chiller_by_night);
  // the night's cold towers more than pay for the loss
  CHECK(stored.chiller_by_day + stored.chiller_by_night < plain.chiller_by_day + plain.chiller_by_night);
}

}  // namespace
}  // namespace hubwatt
