// Grades at their edges, the reporting set, and green accounts over hubs.
#include "scenarios/standards.hpp"

#include <nlohmann/json.hpp>
#include <random>

#include "models/units.hpp"
#include "scenarios/rule_fields.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/finished_run.hpp"

using namespace hubwatt;
using namespace hubwatt::test;

namespace {

using Json = nlohmann::json;

Json standards(const FinishedRun& run) {
  return Json::parse(run.text("summary.json")).at("standards");
}

double kwh(Energy energy) {
  return energy / unit::kWh;
}

// A hub of this much grid energy, certificates and direct supply.
KpiInput account(double grid, double certificates, double direct) {
  HubResult result;
  result.sums.it = (grid + direct) * unit::kWh;
  result.sums.grid = grid * unit::kWh;
  result.sums.direct = result.sums.direct_used = direct * unit::kWh;
  result.sums.certificates = certificates * unit::kWh;
  result.sums.residual_carbon = grid * 0.5 * unit::kg;
  return kpi_input(Hub{}, Platform{}, result, 365.0 * unit::day);
}

}  // namespace

TEST_CASE("a grade holds up to its limit and not beyond") {
  const double grades[] = {1.20, 1.30, 1.50};
  CHECK(grade_of(1.0, grades) == 1);
  CHECK(grade_of(1.20, grades) == 1);
  CHECK(grade_of(1.2000001, grades) == 2);
  CHECK(grade_of(1.30, grades) == 2);
  CHECK(grade_of(1.3000001, grades) == 3);
  CHECK(grade_of(1.50, grades) == 3);
  CHECK_FALSE(grade_of(1.5000001, grades).has_value());
}

TEST_CASE("a limit is met at it, and up to what sums are rounded by") {
  const double rounding = 1.2 * 1e-12, breach = 1.2 * 1e-8;
  CHECK(meets(1.2 + rounding, 1.2, RuleDirection::at_most));
  CHECK(meets(1.2 - rounding, 1.2, RuleDirection::at_least));
  CHECK_FALSE(meets(1.2 + breach, 1.2, RuleDirection::at_most));
  CHECK_FALSE(meets(1.2 - breach, 1.2, RuleDirection::at_least));
  CHECK(meets(0.0, 0.0, RuleDirection::at_most));
}

TEST_CASE("a hub's grade is told with what leads to the better one") {
  // 192 kWh of IT in a day.
  const auto grade = [](const std::string& ratio) {
    return standards(run_texts(plain_scenario("1 d", ""), plain_platform(2, 2),
                               {"hub.only.cooling.ratio=" + ratio}))
        .at("grades")
        .at(0);
  };
  CHECK(grade("0.2").at("grade") == 1);
  CHECK(grade("0.2").at("to_better").is_null());
  CHECK(grade("0.25").at("grade") == 2);
  CHECK(grade("0.25").at("better_limit") == 1.2);
  CHECK(grade("0.25").at("to_better").at(0).at("amount").get<double>() == Approx(0.05 * 192.0));
  CHECK(grade("0.4").at("grade") == 3);
  CHECK(grade("0.7").at("grade").is_null());
  CHECK(grade("0.7").at("better_limit") == 1.5);
}

TEST_CASE("the reporting set tells what a run knows, and the scorecard counts it") {
  const FinishedRun run = run_texts(plain_scenario("1 h", ""), plain_platform(1, 1));
  const Json found = standards(run);
  int told = 0;
  for (const Json& indicator : found.at("reporting")) {
    CHECK(indicator.at("told") == !indicator.at("value").is_null());
    if (indicator.at("told") == true) {
      ++told;
      CHECK(indicator.at("value") == run.at("total/" + indicator.at("key").get<std::string>()));
    }
  }
  CHECK(told == 9);
  const Json summary = Json::parse(run.text("summary.json"));
  const Json& check = summary.at("compliance").back();
  CHECK(check.at("rule") == "eu-2024-1364");
  CHECK(check.at("limit") == 24);
  CHECK(check.at("value") == told);
  CHECK(check.at("to_pass").at(0).at("amount") == 24 - told);
}

TEST_CASE("certificates of one hub never cover another's energy") {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> up_to(0.0, 1000.0);
  for (int i = 0; i < 5000; ++i) {
    const KpiInput hubs[] = {account(up_to(random), 3.0 * up_to(random), up_to(random)),
                             account(up_to(random), up_to(random), 0.0), account(up_to(random), 0.0, 0.0)};
    const KpiInput all = joined(hubs, Power{});
    double counted = 0.0, certificates = 0.0, held = 0.0;
    for (const KpiInput& hub : hubs) {
      const double own =
          std::min(kwh(hub.sums.certificates) + kwh(hub.sums.direct_used), kwh(hub.sums.facility()));
      CHECK(*green_share(hub) <= 1.0);
      CHECK(kwh(hub.green.certificates) <= kwh(hub.sums.certificates) * (1.0 + 1e-12));
      counted += own;
      certificates += kwh(hub.green.certificates);
      held += kwh(hub.sums.certificates + hub.sums.direct_used);
    }
    CHECK(*green_share(all) == Approx(counted / kwh(all.sums.facility())).epsilon(1e-12));
    CHECK(kwh(all.green.certificates) == Approx(certificates).epsilon(1e-12));
    CHECK(kwh(all.green.counted + all.green.surplus) == Approx(held).epsilon(1e-12));
    // The third hub has none, so all of them are never wholly green; nor is its carbon on the market less.
    CHECK(kwh(all.green.counted) <= kwh(all.sums.facility() - hubs[2].sums.facility()) * (1.0 + 1e-12));
    CHECK(all.market >= hubs[2].market);
    CHECK(hubs[2].market / unit::kg == Approx(0.5 * kwh(hubs[2].sums.grid)));
  }
}

TEST_CASE("a run's surplus of certificates in one hub leaves the other as it is") {
  const std::string wind =
      "[[hub.renewable]]\nkind = \"wind\"\ncapacity = \"9 MW\"\ncapacity_factor = 0.3\ncontract = "
      "\"certificate\"\n";
  const FinishedRun run =
      run_texts(plain_scenario("30 d", ""), plain_platform(1, 1, wind + plain_hub("other", 1, 1)));
  CHECK(run.at("hubs/only/green_share") == 1.0);
  CHECK(run.at("hubs/only/green_surplus_kwh") > run.at("hubs/other/facility_energy_kwh"));
  CHECK(run.at("hubs/other/green_share") == 0.0);
  CHECK(run.at("total/green_share") == Approx(0.5).epsilon(1e-9));
  CHECK(run.at("total/certificates_counted_kwh") ==
        Approx(run.at("hubs/only/facility_energy_kwh")).epsilon(1e-9));
  CHECK(run.at("total/carbon_market_kg") == Approx(0.5 * run.at("hubs/other/grid_energy_kwh")).epsilon(1e-9));
  // Certificates are no supply of any hour.
  CHECK(run.at("total/matched_energy_kwh") == 0.0);
}

TEST_CASE("utilization of servers is told of CPU servers only") {
  const std::string cpu =
      "[server.web]\naccelerators = 0\nidle_power = \"100 W\"\npeak_power = \"400 W\"\nsource = \"made up\"\n"
      "confidence = \"estimate\"\n";
  const std::string racks =
      "[[hub.rack]]\nserver = \"web\"\nracks = 3\nservers_per_rack = 10\nbackground_activity = 0.2\n"
      "[[hub.rack]]\nserver = \"web\"\nracks = 1\nservers_per_rack = 10\nbackground_activity = "
      "0.6\nrepresents = 2\n";
  const FinishedRun mixed =
      run_texts(plain_scenario("1 h", ""), plain_platform(1, 1, racks + plain_hub("other", 1, 1) + cpu));
  CHECK(mixed.at("hubs/only/iteu_sv") == Approx((30 * 0.2 + 20 * 0.6) / 50.0).epsilon(1e-12));
  CHECK(std::isnan(mixed.at("hubs/other/iteu_sv")));
  CHECK(mixed.at("total/iteu_sv") == mixed.at("hubs/only/iteu_sv"));
  CHECK(mixed.at("hubs/only/installed_it_power_kw") == Approx(10.0 + 50 * 0.4).epsilon(1e-12));
}
