// Supply and demand over the years: balances, and what a delivery time does to steady and to sudden growth.
#include "models/build_out.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

#include "models/cohort.hpp"
#include "models/random.hpp"
#include "models/units.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

constexpr double aimed_at = 0.6, most_utilization = 0.6;

using Need = std::function<ComputeRate(int year)>;

struct Built {
  std::vector<double> shipments;
  std::vector<Service> years;
};

// A class that starts with nothing in service and is built for the need foreseen; year 0 is the first served.
Built build(const Need& need, int years, int lead_time, const Survival& survival, const ServerOrder& order) {
  Built built;
  for (int year = 0; year < years; ++year) {
    const int known = year - lead_time;
    built.shipments.push_back(0.0);
    const ComputeRate surviving = stock(survival, built.shipments) * order.of_server;
    const ComputeRate foreseen = foreseen_need(need(known), need(known - 1), lead_time);
    built.shipments.back() = servers_to_ship(foreseen, surviving, order);
    const ComputeRate capacity = stock(survival, built.shipments) * order.of_server;
    built.years.push_back(service(need(year), capacity, most_utilization));
  }
  return built;
}

ServerOrder plain_order() {
  return {.utilization = aimed_at, .of_server = 8.0 * unit::TFLOPS};
}

bool has_gap(const Service& year) {
  return year.gap / (year.gap + year.served) > 1e-9;
}

}  // namespace

TEST_CASE("what is served and the gap are the need, and activity is what serves it") {
  Random random(1, "service");
  for (int i = 0; i < 5000; ++i) {
    const ComputeRate need = 100.0 * random.uniform() * unit::EFLOPS;
    const ComputeRate capacity = 100.0 * random.uniform() * unit::EFLOPS;
    const double most = 0.05 + 0.95 * random.uniform();
    const Service year = service(need, capacity, most);
    CHECK((year.served + year.gap) / need == Approx(1.0).epsilon(1e-12));
    CHECK(year.activity * capacity / unit::EFLOPS == Approx(year.served / unit::EFLOPS).epsilon(1e-12));
    CHECK(year.activity <= most);
    CHECK(year.gap >= ComputeRate{});
    CHECK((year.gap > ComputeRate{}) == (need > most * capacity));
    CHECK(service(need, 1.1 * capacity, most).gap <= year.gap);
    CHECK(service(need, capacity, most).activity <= service(1.1 * need, capacity, most).activity);
  }
}

TEST_CASE("where there is no capacity all of the need is a gap, where there is no need nothing works") {
  const Service none = service(3.0 * unit::EFLOPS, {}, 0.8);
  CHECK(none.activity == 0.0);
  CHECK(none.gap == 3.0 * unit::EFLOPS);
  const Service idle = service({}, 3.0 * unit::EFLOPS, 0.8);
  CHECK(idle.activity == 0.0);
  CHECK(idle.gap == ComputeRate{});
}

TEST_CASE("a need is foreseen to go on growing as it did") {
  CHECK(foreseen_need(12.0 * unit::EFLOPS, 10.0 * unit::EFLOPS, 2) / unit::EFLOPS == Approx(17.28));
  CHECK(foreseen_need(12.0 * unit::EFLOPS, 10.0 * unit::EFLOPS, 0) == 12.0 * unit::EFLOPS);
  CHECK(foreseen_need(5.0 * unit::EFLOPS, 10.0 * unit::EFLOPS, 1) / unit::EFLOPS == Approx(2.5));
  CHECK(foreseen_need(5.0 * unit::EFLOPS, {}, 3) == 5.0 * unit::EFLOPS);
}

TEST_CASE("shipments fill what is missing, are never negative and never above their limit") {
  Random random(2, "shipments");
  for (int i = 0; i < 5000; ++i) {
    const ComputeRate foreseen = 100.0 * random.uniform() * unit::EFLOPS;
    const ComputeRate surviving = 200.0 * random.uniform() * unit::EFLOPS;
    ServerOrder order{.utilization = 0.1 + 0.9 * random.uniform(),
                      .of_server = (1.0 + 999.0 * random.uniform()) * unit::TFLOPS};
    const double wanted = servers_to_ship(foreseen, surviving, order);
    const ComputeRate after = surviving + wanted * order.of_server;
    CHECK(wanted >= 0.0);
    CHECK(order.utilization * after >= foreseen * (1.0 - 1e-12));
    if (wanted > 0.0) CHECK(order.utilization * after / foreseen == Approx(1.0).epsilon(1e-12));
    order.most = 0.5 * wanted;
    CHECK(servers_to_ship(foreseen, surviving, order) == 0.5 * wanted);
    order.most = 2.0 * wanted + 1.0;
    CHECK(servers_to_ship(foreseen, surviving, order) == wanted);
  }
}

TEST_CASE("steady growth leaves no gap at any lead time, life or rate, and no capacity idle") {
  Random random(3, "steady growth");
  for (int i = 0; i < 500; ++i) {
    const double growth = 1.0 + random.uniform();
    const Need need = [growth](int year) { return std::pow(growth, year) * unit::EFLOPS; };
    const int lead_time = static_cast<int>(6.0 * random.uniform());
    const Survival survival = random.uniform() < 0.5
                                  ? Survival(StepLife{1.0 + i % 9})
                                  : Survival(WeibullLife{1.0 + 8.0 * random.uniform(), 2.0});
    for (const Service& year : build(need, 20, lead_time, survival, plain_order()).years) {
      CHECK_FALSE(has_gap(year));
      CHECK(year.activity == Approx(aimed_at).epsilon(1e-9));
    }
  }
}

TEST_CASE("a sudden rise leaves a gap for as many years as delivery takes") {
  constexpr int rise = 5;
  const Need need = [](int year) { return (year < rise ? 1.0 : 1.8) * unit::EFLOPS; };
  for (int lead_time = 0; lead_time <= 6; ++lead_time) {
    const Built built = build(need, 16, lead_time, StepLife{6}, plain_order());
    for (int year = 0; year < 16; ++year) {
      INFO("lead time " << lead_time << ", year " << year);
      CHECK(has_gap(built.years[static_cast<std::size_t>(year)]) ==
            (year >= rise && year < rise + lead_time));
    }
  }
}

TEST_CASE("a limit on shipments turns growth into a gap that widens") {
  const Need need = [](int year) { return std::pow(1.6, year) * unit::EFLOPS; };
  ServerOrder order = plain_order();
  order.most = 5e5;
  const Built built = build(need, 10, 1, StepLife{6}, order);
  CHECK(*std::max_element(built.shipments.begin(), built.shipments.end()) == 5e5);
  CHECK(has_gap(built.years.back()));
  for (std::size_t year = 1; year < built.years.size(); ++year)
    CHECK(built.years[year].gap + 1e-9 * unit::EFLOPS >= built.years[year - 1].gap);  // both 0 at first
}

}  // namespace hubwatt
