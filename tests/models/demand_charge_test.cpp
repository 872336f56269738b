#include "models/demand_charge.hpp"

#include "models/random.hpp"
#include "models/units.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

constexpr DemandCharge charge = 38.0 * unit::cny / unit::kW;
constexpr std::int64_t january = 1735689600;  // 2025-01-01T00:00Z
constexpr Duration utc{};

// Bills of `days` hourly days from `start` at the power that `power_at` tells, month by month, then the rest.
template <class PowerAt>
std::vector<double> bills(std::int64_t start, int days, PowerAt power_at) {
  DemandMeter meter(charge);
  std::vector<double> out;
  for (int hour = 0; hour < 24 * days; ++hour) {
    const Money ended = meter.add(local_hour(start + hour * 3600, utc), power_at(hour), 1.0 * unit::hour);
    if (ended > Money{}) out.push_back(ended / unit::cny);
  }
  out.push_back(meter.close() / unit::cny);
  return out;
}

}  // namespace

TEST_CASE("a whole month is billed its highest step") {
  const auto of = bills(january, 31, [](int hour) { return (hour == 400 ? 900.0 : 500.0) * unit::kW; });
  REQUIRE(of.size() == 1);
  CHECK(of[0] == Approx(38.0 * 900.0));
}

TEST_CASE("each month has its own peak") {
  const auto of = bills(january, 31 + 28, [](int hour) {
    return (hour == 400 ? 900.0 : hour == 31 * 24 + 5 ? 700.0 : 500.0) * unit::kW;
  });
  REQUIRE(of.size() == 2);
  CHECK(of[0] == Approx(38.0 * 900.0));
  CHECK(of[1] == Approx(38.0 * 700.0));
}

TEST_CASE("a part of a month is billed that part") {
  const auto of = bills(january + 24 * 86400, 14, [](int) { return 500.0 * unit::kW; });
  REQUIRE(of.size() == 2);
  CHECK(of[0] == Approx(38.0 * 500.0 * 7.0 / 31.0));
  CHECK(of[1] == Approx(38.0 * 500.0 * 7.0 / 28.0));
}

TEST_CASE("the month's peak begins anew with the month and never falls within it") {
  DemandMeter meter(charge);
  CHECK(meter.month_peak() == Power{});
  Random random(1, "demand");
  Power before{};
  int month = 1;
  for (int hour = 0; hour < 8760; ++hour) {
    const LocalHour at = local_hour(january + hour * 3600, utc);
    const Power power = random.uniform() * unit::MW;
    meter.add(at, power, 1.0 * unit::hour);
    if (at.month == month) REQUIRE(meter.month_peak() >= before);
    if (at.month != month) REQUIRE(meter.month_peak() == power);
    before = meter.month_peak();
    month = at.month;
  }
}

TEST_CASE("nothing metered, nothing billed") {
  CHECK(DemandMeter(charge).close() == Money{});
  CHECK(bills(january, 3, [](int) { return Power{}; }).back() == 0.0);
}

TEST_CASE("a year of equal power costs twelve months of it") {
  double sum = 0.0;
  for (const double bill : bills(january, 365, [](int) { return 2.0 * unit::MW; })) sum += bill;
  CHECK(sum == Approx(12.0 * 38.0 * 2000.0));
}

}  // namespace hubwatt
