#include "models/growth.hpp"

#include "models/random.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {

TEST_CASE("ten per cent a year make 1.331 of 1 in three years, and 1 of 1.331 three years before") {
  CHECK(grown(1.0, 0.10, 3.0) == Approx(1.331).epsilon(1e-14));
  CHECK(grown(1.331, 0.10, -3.0) == Approx(1.0).epsilon(1e-14));
  CHECK(grown(7.0, 0.0, 20.0) == 7.0);
  CHECK(growth_rate(1.0, 1.331, 3.0) == Approx(0.10).epsilon(1e-12));
  CHECK(growth_rate(4.0, 1.0, 2.0) == Approx(-0.5).epsilon(1e-12));
  CHECK(years_of_growth(1.0, 8.0, 1.0) == Approx(3.0).epsilon(1e-12));
}

TEST_CASE("rate and time between two figures lead from the one to the other") {
  Random random(1, "growth");
  for (int i = 0; i < 5000; ++i) {
    const double start = 1e-3 + 1e6 * random.uniform(), later = 1e-3 + 1e6 * random.uniform();
    const double years = 0.25 + 30.0 * random.uniform();
    const double rate = growth_rate(start, later, years);
    CHECK(grown(start, rate, years) == Approx(later).epsilon(1e-9));
    CHECK(growth_rate(later, start, -years) == Approx(rate).epsilon(1e-9));
    const double other_rate = -0.9 + 3.0 * random.uniform();
    CHECK(grown(start, other_rate, years_of_growth(start, later, other_rate)) == Approx(later).epsilon(1e-9));
    const double half_way = grown(start, rate, 0.5 * years);
    CHECK(half_way * half_way == Approx(start * later).epsilon(1e-9));  // geometric mean
  }
}

}  // namespace hubwatt
