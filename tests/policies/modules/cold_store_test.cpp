// The policies of a cold store, through days of a plant that is cheap to cool by night: `night-storage` and
// `price-aware-storage`.
#include <random>

#include "policies/cooling_policy.hpp"
#include "policies/trial_views.hpp"
#include "tests/policies/loading.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;
using namespace hubwatt::test;

namespace {

constexpr double mwh_j = 3.6e9;

struct Days {
  std::vector<double> flow_w;      // by hour
  std::vector<double> stored_j;    // at the begin of each hour and at the end
  std::vector<double> energy_kwh;  // of the plant, by hour
  double bill_cny = 0.0;

  double bought_kwh() const {
    double sum = 0.0;
    for (const double e : energy_kwh) sum += e;
    return sum;
  }
};

Days live(const std::string& name, TrialStore store, int days, const OptionTexts& options = {}) {
  CoolingPolicy policy(shipped(name, Decision::cooling, options));
  Days out;
  out.stored_j.push_back(store.stored_j);
  for (int hour = 0; hour < 24 * days; ++hour) {
    const hw_cooling_view view = store.view();
    const std::uint32_t point = policy.choose(view);
    out.flow_w.push_back(store.points[point].storage_w);
    out.energy_kwh.push_back(store.run(point));
    out.bill_cny += out.energy_kwh.back() * view.price_cny_per_kwh;
    out.stored_j.push_back(store.stored_j);
  }
  return out;
}

bool is_night(int hour) {
  return hour % 24 >= 23 || hour % 24 < 7;
}

int turns(const Days& days) {  // changes between filling and emptying
  int count = 0;
  double last = 0.0;
  for (const double flow : days.flow_w) {
    if (flow == 0.0) continue;
    if (flow * last < 0.0) ++count;
    last = flow;
  }
  return count;
}

}  // namespace

TEST_CASE("night-storage fills by night only, empties by day only, and cycles once a day") {
  const Days days = live("night-storage", TrialStore(), 6);
  for (int hour = 0; hour < 6 * 24; ++hour) {
    INFO("hour " << hour);
    if (is_night(hour)) CHECK(days.flow_w[std::size_t(hour)] >= 0.0);
    if (!is_night(hour)) CHECK(days.flow_w[std::size_t(hour)] <= 0.0);
  }
  CHECK(turns(days) <= 2 * 6);
  for (std::size_t day = 1; day < 6; ++day) {
    CHECK(days.stored_j[24 * day + 7] == Approx(4.0 * mwh_j));  // full in the morning
    CHECK(days.stored_j[24 * day + 23] < 0.2 * mwh_j);
    CHECK(days.stored_j[24 * day] == Approx(days.stored_j[24 * (day - 1) + 24]));
  }
  CHECK(days.stored_j[48] == Approx(days.stored_j[72]).margin(1.0));
}

TEST_CASE("night-storage takes the coolest hours of the night and the warmest of the day") {
  TrialStore store;
  store.stored_j = 0.8 * mwh_j;  // four hours of filling are missing
  for (std::size_t h = 0; h < 24; ++h) store.wet_bulb_degc[h] = h >= 8 ? 20.0 : 15.0;
  store.wet_bulb_degc[3] = store.wet_bulb_degc[4] = store.wet_bulb_degc[5] = store.wet_bulb_degc[6] = 12.0;
  store.wet_bulb_degc[13] = 26.0;
  store.hour = 1.0;
  const Days days = live("night-storage", store, 1);
  CHECK(days.flow_w[0] == 0.0);
  CHECK(days.flow_w[1] == 0.0);
  for (std::size_t hour = 2; hour < 6; ++hour) CHECK(days.flow_w[hour] > 0.0);
  CHECK(days.flow_w[12] < 0.0);  // at 13 hours
}

TEST_CASE("where the plant cools freely by day the store stays full") {
  TrialStore store;
  store.wet_bulb_degc.fill(2.0);
  for (const auto* name : {"night-storage", "price-aware-storage"}) {
    const Days days = live(name, store, 3);
    INFO(name);
    for (const double flow : days.flow_w) CHECK(flow >= 0.0);
  }
}

TEST_CASE("a night is read as two hours of the day, over midnight or not") {
  TrialStore store;
  store.stored_j = 0.0;
  store.hour = 12.0;
  const Days noon = live("night-storage", store, 1, {{"hours", "12-14"}});
  CHECK(noon.flow_w[0] > 0.0);
  CHECK(noon.flow_w[3] <= 0.0);
  for (const auto* wrong : {"23", "23-23", "0-24", "7 to 9", "-1-5", "22-25", "22-6h", ""}) {
    INFO(wrong);
    CHECK_THAT(refusal([&] {
                 shipped("night-storage", Decision::cooling, {{"hours", wrong}});
               }),
               says("not two different hours of the day such as \"23-7\""));
  }
}

TEST_CASE("price-aware-storage fills where power is cheap, empties where it is dear, and pays less for it") {
  const Days with = live("price-aware-storage", TrialStore(), 5);
  const Days without = live("fixed", TrialStore(), 5);
  CHECK(with.bill_cny < without.bill_cny);
  for (std::size_t hour = 24; hour < 120; ++hour) {
    INFO("hour " << hour);
    if (with.flow_w[hour] > 0.0) CHECK(hour % 24 < 8);
    if (with.flow_w[hour] < 0.0) CHECK(hour % 24 >= 16);
  }
  CHECK(turns(with) <= 2 * 5);
  CHECK(with.stored_j[48] == Approx(with.stored_j[72]).margin(1.0));
  CHECK(with.stored_j[48 + 8] == Approx(4.0 * mwh_j));
}

TEST_CASE("price-aware-storage rests where the spread does not pay") {
  TrialStore store;
  store.wet_bulb_degc.fill(20.0);
  store.price_cny_per_kwh.fill(0.5);
  for (const double flow : live("price-aware-storage", store, 3).flow_w) CHECK(flow <= 0.0);
  store.price_cny_per_kwh[3] = 0.49;  // 2 %, and 5 % is asked
  for (const double flow : live("price-aware-storage", store, 3).flow_w) CHECK(flow <= 0.0);
  store.price_cny_per_kwh[3] = 0.40;
  bool filled = false;
  for (const double flow : live("price-aware-storage", store, 3).flow_w) filled = filled || flow > 0.0;
  CHECK(filled);
}

TEST_CASE("with a price on carbon price-aware-storage follows the carbon") {
  TrialStore store;
  store.wet_bulb_degc.fill(20.0);
  store.price_cny_per_kwh.fill(0.5);
  const Days blind = live("price-aware-storage", store, 4);
  const Days aware = live("price-aware-storage", store, 4, {{"carbon_price", "2"}});
  const auto carbon = [&](const Days& days) {
    double sum = 0.0;
    for (std::size_t h = 24; h < 96; ++h) sum += days.energy_kwh[h] * store.carbon_kg_per_kwh[h % 24];
    return sum;
  };
  CHECK(carbon(aware) < carbon(blind));
}

TEST_CASE(
    "on random days price-aware-storage never pays more than a plant without a store, nor leaves its "
    "limits") {
  std::mt19937_64 random(5);
  std::uniform_real_distribution<double> share(0.0, 1.0);
  for (int trial = 0; trial < 300; ++trial) {
    TrialStore store;
    for (std::size_t h = 0; h < 24; ++h) {
      store.price_cny_per_kwh[h] = share(random);
      store.wet_bulb_degc[h] = 30.0 * share(random);
    }
    store.stored_j = 0.0;
    store.capacity_j = (0.5 + 8.0 * share(random)) * mwh_j;
    const Days with = live("price-aware-storage", store, 4);
    const Days without = live("fixed", store, 4);
    INFO("trial " << trial);
    // The first day is planned with what is known of the plant's hours so far, which is little.
    double saved = 0.0;
    for (std::size_t h = 24; h < 96; ++h)
      saved += (without.energy_kwh[h] - with.energy_kwh[h]) * store.price_cny_per_kwh[h % 24];
    CHECK(saved >= -1e-9 - 0.02 * without.bill_cny);
    for (const double stored : with.stored_j) CHECK((stored >= 0.0 && stored <= store.capacity_j));
  }
}

TEST_CASE("each hub's store is decided by its own night") {
  CoolingPolicy policy(shipped("night-storage", Decision::cooling));
  TrialStore one, two;
  two.wet_bulb_degc.fill(2.0);
  for (int hour = 0; hour < 48; ++hour) {
    hw_cooling_view first = one.view(), second = two.view();
    second.hub = 1;
    one.run(policy.choose(first));
    const std::uint32_t point = policy.choose(second);
    if (!is_night(hour)) CHECK(two.points[point].storage_w == 0.0);
    two.run(point);
  }
}

TEST_CASE("policies of a cold store leave a plant without one as designed") {
  for (const auto* name : {"night-storage", "price-aware-storage"}) {
    CoolingPolicy policy(shipped(name, Decision::cooling));
    TrialCooling cooling;
    cooling.points.resize(4);  // without those of a store
    for (int hour = 0; hour < 24; ++hour) {
      hw_cooling_view view = cooling.view();
      view.hour_of_day = hour;
      view.storage_capacity_j = view.storage_stored_j = 0.0;
      view.storage_charge_w = view.storage_discharge_w = 0.0;
      CHECK(policy.choose(view) == 0);
    }
  }
}

TEST_CASE("options that make no sense are refused") {
  const auto refused = [](const char* name, const char* key, const char* value) {
    return refusal([&] { shipped(name, Decision::cooling, {{key, value}}); });
  };
  CHECK_THAT(refused("price-aware-storage", "carbon_price", "-1"), says("carbon_price"));
  CHECK_THAT(refused("price-aware-storage", "least_gain", "1.5"), says("least_gain"));
  CHECK_THAT(refused("price-aware-storage", "carbonprice", "1"), says("unknown option \"carbonprice\""));
  CHECK_THAT(refused("water-saver", "litre_worth_kwh", "-0.1"), says("litre_worth_kwh"));
  CHECK_THAT(refused("raise-set-point", "most_kelvin", "2 K"), says("not a number"));
}
