#include "models/generator.hpp"

#include <cmath>

#include "models/random.hpp"
#include "models/units.hpp"
#include "tests/models/supply_values.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

Generator any_generator(Random& random) {
  Generator set = random.uniform() < 0.5 ? catalogue::diesel_standby() : catalogue::micro_gas_turbine();
  set.capacity = (0.05 + 3.0 * random.uniform()) * unit::MW;
  set.sets = 1 + static_cast<int>(8.0 * random.uniform());
  set.no_load_fuel = random.uniform();
  set.marginal_fuel = 1.0 + 3.0 * random.uniform();
  set.minimum_load = 0.6 * random.uniform();
  set.start_delay = 300.0 * random.uniform() * unit::second;
  return set;
}

// The first hours of the days of a month that are tested in.
int tested_days(const Generator& set, int year, int month, int& day_of_test) {
  int days = 0;
  for (int day = 1; day <= 28; ++day) {
    using namespace std::chrono;
    const sys_days date =
        std::chrono::year{year} / static_cast<int>(month) / std::chrono::day{static_cast<unsigned>(day)};
    const auto seconds = duration_cast<std::chrono::seconds>(date.time_since_epoch()).count();
    double hours = 0.0;
    for (int hour = 0; hour < 24; ++hour) {
      const double share = test_share(set, local_hour(seconds + hour * 3600, Duration{}));
      REQUIRE((share >= 0.0 && share <= 1.0));
      if (share > 0.0) REQUIRE(hour >= 10);
      hours += share;
    }
    if (hours > 0.0) {
      ++days;
      day_of_test = day;
      REQUIRE(hours == Approx(set.test_hours_per_month));
    }
  }
  return days;
}

}  // namespace

TEST_CASE("a diesel set at full load turns 38.5 % of its fuel to power") {
  const Generator set = catalogue::diesel_standby();
  const GeneratorState state = run_generator(set, 2.0 * unit::MW);
  CHECK(state.output / state.fuel == Approx(0.3846).margin(1e-4));
  CHECK(set.efficiency_at_full_load() == Approx(state.output / state.fuel));
  CHECK(state.dumped == Power{});
  // 0.2668 kg/kWh of fuel, 0.694 kg/kWh of power.
  CHECK(state.carbon / state.output / unit::kg_per_kWh == Approx(0.2668 * 2.6));
  CHECK(generating_cost(set, 2.0 * unit::MW) / unit::cny_per_kWh == Approx(0.75 * 2.6 + 0.1));
}

TEST_CASE("a micro gas turbine gives 26 to 30 % of its gas near full load") {
  const Generator set = catalogue::micro_gas_turbine();
  for (const double load : {0.7, 0.85, 1.0}) {
    const GeneratorState state = run_generator(set, load * set.capacity);
    CHECK(state.output / state.fuel > 0.26);
    CHECK(state.output / state.fuel < 0.30);
  }
}

TEST_CASE("below its minimum load a set runs there and dumps the rest") {
  const Generator set = catalogue::diesel_standby();
  const GeneratorState state = run_generator(set, 100.0 * unit::kW);
  CHECK(state.sets_running == 1);
  CHECK(state.output == 100.0 * unit::kW);
  CHECK(state.dumped / unit::kW == Approx(500.0));
  CHECK(state.fuel / unit::kW == Approx(0.11 * 2000.0 + 2.49 * 600.0));
}

TEST_CASE("as many sets run as the load needs") {
  Generator set = catalogue::diesel_standby();
  set.sets = 4;
  CHECK(run_generator(set, Power{}).sets_running == 0);
  CHECK(run_generator(set, 2.0 * unit::MW).sets_running == 1);
  CHECK(run_generator(set, 2.1 * unit::MW).sets_running == 2);
  CHECK(run_generator(set, 50.0 * unit::MW).sets_running == 4);
  CHECK(run_generator(set, 50.0 * unit::MW).output == 8.0 * unit::MW);
  // Three sets of 2 MW idle along under 5 MW.
  CHECK(run_generator(set, 5.0 * unit::MW).fuel / unit::kW == Approx(3 * 0.11 * 2000.0 + 2.49 * 5000.0));
}

TEST_CASE("more load never burns less fuel, and never more fuel power than two laws allow") {
  Random random(3, "generator");
  for (int i = 0; i < 20000; ++i) {
    const Generator set = any_generator(random);
    const Power wanted = 1.3 * random.uniform() * set.total_capacity();
    const Power more = wanted + random.uniform() * set.capacity;
    const GeneratorState state = run_generator(set, wanted);
    REQUIRE(run_generator(set, more).fuel >= state.fuel * (1.0 - 1e-12));
    REQUIRE(state.output <= wanted);
    REQUIRE(state.output <= set.total_capacity());
    REQUIRE(state.dumped >= Power{});
    REQUIRE(state.fuel >= state.generated());  // no set makes more than it burns
    REQUIRE(state.generated() <= set.capacity * state.sets_running * (1.0 + 1e-12));
    REQUIRE(state.generated() >= set.minimum_load * set.capacity * state.sets_running * (1.0 - 1e-12));
  }
}

TEST_CASE("an interval of a generator gives the same energies however it is cut") {
  Random random(5, "cut");
  for (int i = 0; i < 20000; ++i) {
    const Generator set = any_generator(random);
    const Power wanted = 1.3 * random.uniform() * set.total_capacity();
    const Duration since = 400.0 * random.uniform() * unit::second;
    const Duration dt = 900.0 * random.uniform() * unit::second;
    const Duration part = random.uniform() * dt;
    const GeneratorFlow whole = run_generator(set, wanted, since, dt);
    const GeneratorFlow first = run_generator(set, wanted, since, part);
    const GeneratorFlow second = run_generator(set, wanted, since + part, dt - part);
    const Energy allowed = 1e-9 * (wanted * dt) + 1e-3 * unit::J;
    REQUIRE(abs(first.output + second.output - whole.output) <= allowed);
    REQUIRE(abs(first.unmet + second.unmet - whole.unmet) <= allowed);
    REQUIRE(abs(first.fuel + second.fuel - whole.fuel) <= 10.0 * allowed + 1.0 * unit::J);
    REQUIRE(abs(whole.output + whole.unmet - wanted * dt) <= allowed);
  }
}

TEST_CASE("nothing is delivered before the sets have started") {
  const Generator set = catalogue::diesel_standby();
  const GeneratorFlow flow = run_generator(set, 1.0 * unit::MW, Duration{}, 60.0 * unit::second);
  CHECK(flow.output / unit::J == Approx(45.0e6));
  CHECK(flow.unmet / unit::J == Approx(15.0e6));
  CHECK(run_generator(set, 1.0 * unit::MW, Duration{}, 10.0 * unit::second).fuel == Energy{});
}

TEST_CASE("a turbine runs for price where it is cheaper than the grid, a standby set never") {
  const Generator turbine = catalogue::micro_gas_turbine();
  const Price cost = generating_cost(turbine, turbine.capacity);
  CHECK(cost / unit::cny_per_kWh == Approx(0.354 * 3.45 + 0.08));
  CHECK(cheaper_than_grid(turbine, turbine.capacity, cost * 1.01));
  CHECK_FALSE(cheaper_than_grid(turbine, turbine.capacity, cost * 0.99));
  CHECK_FALSE(cheaper_than_grid(turbine, 0.3 * turbine.capacity, cost * 1.01));  // dearer at part load
  CHECK_FALSE(cheaper_than_grid(turbine, Power{}, cost * 10.0));
  CHECK_FALSE(cheaper_than_grid(catalogue::diesel_standby(), 1.0 * unit::MW, 100.0 * unit::cny_per_kWh));
}

TEST_CASE("a set is tested once a month, on its first working day from ten o'clock") {
  Generator set = catalogue::diesel_standby();
  for (const double hours : {0.5, 1.0, 2.75}) {
    set.test_hours_per_month = hours;
    for (int year = 2024; year < 2030; ++year) {
      for (int month = 1; month <= 12; ++month) {
        int day = 0;
        CHECK(tested_days(set, year, month, day) == 1);
        CHECK(day <= 3);
      }
    }
  }
  int day = 0;
  CHECK(tested_days(set, 2025, 6, day) == 1);  // the 1st of June 2025 was a Sunday
  CHECK(day == 2);
}

TEST_CASE("a test burns fuel and delivers nothing") {
  const GeneratorState state = test_generator(catalogue::diesel_standby());
  CHECK(state.output == Power{});
  CHECK(state.dumped / unit::kW == Approx(600.0));
  CHECK(state.fuel / unit::kW == Approx(0.11 * 2000.0 + 2.49 * 600.0));
}

}  // namespace hubwatt
