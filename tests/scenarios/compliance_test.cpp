// Rules checked on whole runs: each is broken by a run made for it, and kept exactly at its limit.
#include <nlohmann/json.hpp>

#include "tests/support/catch.hpp"
#include "tests/support/finished_run.hpp"

using namespace hubwatt::test;

namespace {

using Json = nlohmann::json;

Json compliance(const FinishedRun& run) {
  return Json::parse(run.text("summary.json")).at("compliance");
}

// The check of a rule at a place; null where it was not made.
Json check_of(const FinishedRun& run, const std::string& rule, const std::string& place) {
  for (const Json& check : compliance(run))
    if (check.at("rule") == rule && check.at("hub") == place) return check;
  return nullptr;
}

// A day of one hub whose four servers idle: 8 kW of IT, 192 kWh. Its PUE is 1 + ratio.
FinishedRun idle_day(const std::string& side, const std::string& ratio,
                     std::vector<std::string> overrides = {}) {
  overrides.push_back("hub.only.side=\"" + side + "\"");
  overrides.push_back("hub.only.cooling.ratio=" + ratio);
  return run_texts(plain_scenario("1 d", ""), plain_platform(2, 2), overrides);
}

void expect_missed(const Json& check, double margin, double amount) {
  CAPTURE(check.dump());
  REQUIRE(check.is_object());
  CHECK(check.at("pass") == false);
  CHECK(check.at("margin").get<double>() == Approx(margin).epsilon(1e-9));
  CHECK(check.at("to_pass").at(0).at("amount").get<double>() == Approx(amount).epsilon(1e-9));
}

void expect_met_exactly(const Json& check) {
  CAPTURE(check.dump());
  REQUIRE(check.is_object());
  CHECK(check.at("pass") == true);
  CHECK(std::abs(check.at("margin").get<double>()) < 1e-12);
  CHECK(check.at("to_pass").is_null());
}

FinishedRun two_hubs(const std::string& link) {
  return run_texts(plain_scenario("1 h", ""),
                   plain_platform(1, 1,
                                  plain_hub("other", 1, 1) + "[[link]]\nbetween = [\"only\", \"other\"]\n" +
                                      "bandwidth = \"100 Gbps\"\n" + link));
}

// hello's service, promised this fast, with users on the other side of the earth.
FinishedRun far_users(const std::string& promise) {
  return FinishedRun("scenarios/library/hello.toml",
                     {"inference.chat.latency_limit=\"" + promise + "\"",
                      "origin.beijing.location={ latitude = -35.0, longitude = -60.0 }"});
}

}  // namespace

TEST_CASE("limits met exactly pass") {
  expect_met_exactly(check_of(idle_day("east", "0.25"), "hub-pue-east", "only"));
  expect_met_exactly(check_of(idle_day("west", "0.2"), "hub-pue-west", "only"));
  const FinishedRun worst = idle_day("none", "0.5");
  expect_met_exactly(check_of(worst, "gb-40879-2021", "only"));
  expect_met_exactly(check_of(worst, "mean-pue", "total"));
  // 13 of 20 racks, 3 of 5.
  const auto occupancy = [](int racks, const std::string& positions) {
    return run_texts(plain_scenario("1 h", ""), plain_platform(racks, 1),
                     {"hub.only.rack_positions=" + positions});
  };
  expect_met_exactly(check_of(occupancy(13, "20"), "hub-rack-occupancy", "only"));
  expect_met_exactly(check_of(occupancy(3, "5"), "mean-rack-occupancy", "total"));
  const FinishedRun joined = two_hubs("latency = \"20 ms\"\navailability = 0.999\n");
  expect_met_exactly(check_of(joined, "hub-latency", "only-other"));
  expect_met_exactly(check_of(joined, "hub-availability", "only-other"));
}

TEST_CASE("each PUE rule is broken by a run made for it, and says what cooling energy to save") {
  expect_missed(check_of(idle_day("east", "0.3"), "hub-pue-east", "only"), -0.05, 0.05 * 192.0);
  expect_missed(check_of(idle_day("west", "0.25"), "hub-pue-west", "only"), -0.05, 0.05 * 192.0);
  const FinishedRun worst = idle_day("none", "0.6");
  expect_missed(check_of(worst, "gb-40879-2021", "only"), -0.1, 0.1 * 192.0);
  expect_missed(check_of(worst, "mean-pue", "total"), -0.1, 0.1 * 192.0);
}

TEST_CASE("rules of a side hold there and nowhere else") {
  const FinishedRun east = idle_day("east", "0.6"), none = idle_day("none", "0.6");
  CHECK(check_of(east, "hub-pue-west", "only").is_null());
  CHECK(check_of(none, "hub-pue-east", "only").is_null());
  CHECK(check_of(none, "hub-rack-occupancy", "only").is_null());
  const FinishedRun outside = idle_day("east", "0.6", {"hub.only.start_up_area=false"});
  CHECK(check_of(outside, "hub-pue-east", "only").is_null());
  CHECK(check_of(outside, "hub-rack-occupancy", "only").is_null());
  CHECK(check_of(outside, "gb-40879-2021", "only").is_object());
}

TEST_CASE("what would have to change is enough and no more") {
  // 1.30 in the east; the cooling saved as told, of 57.6 kWh.
  const Json before = check_of(idle_day("east", "0.3"), "hub-pue-east", "only");
  const double saved = before.at("to_pass").at(0).at("amount").get<double>();
  const auto after = [&](double share) {
    return std::to_string(0.3 * (1.0 - share * saved / (0.3 * 192.0)));
  };
  CHECK(check_of(idle_day("east", after(1.0)), "hub-pue-east", "only").at("pass") == true);
  CHECK(check_of(idle_day("east", after(0.99)), "hub-pue-east", "only").at("pass") == false);
}

TEST_CASE("where cooling cannot save enough, the rest is told beside it") {
  const FinishedRun lossy =
      idle_day("none", "0.05", {"hub.only.power_chain=\"legacy\"", "hub.only.pue_limit=1.02"});
  const Json check = check_of(lossy, "pue_limit", "only");
  REQUIRE(check.at("to_pass").size() == 2);
  CHECK(check.at("to_pass").at(0).at("amount").get<double>() == Approx(lossy.at("total/cooling_energy_kwh")));
  CHECK(check.at("to_pass").at(0).at("amount").get<double>() +
            check.at("to_pass").at(1).at("amount").get<double>() ==
        Approx(lossy.at("total/facility_energy_kwh") - 1.02 * lossy.at("total/it_energy_kwh")));
}

TEST_CASE("empty racks break the rules of occupancy, and whole racks are asked for") {
  const FinishedRun run =
      run_texts(plain_scenario("1 h", ""), plain_platform(2, 2), {"hub.only.rack_positions=10"});
  expect_missed(check_of(run, "hub-rack-occupancy", "only"), 0.2 - 0.65, 5.0);
  expect_missed(check_of(run, "mean-rack-occupancy", "total"), 0.2 - 0.60, 4.0);
}

TEST_CASE("green power is asked of new hubs, and the energy to buy is told") {
  expect_missed(
      check_of(idle_day("west", "0.25", {"hub.only.new_build=true"}), "new-hub-green-power", "only"), -0.8,
      0.8 * 1.25 * 192.0);
  CHECK(check_of(idle_day("west", "0.25"), "new-hub-green-power", "only").is_null());
}

TEST_CASE("a limit of the platform file takes the place of the rule on the same") {
  const FinishedRun run =
      idle_day("west", "0.25",
               {"hub.only.new_build=true", "hub.only.pue_limit=1.3", "hub.only.green_share_target=0.5"});
  const Json checks = compliance(run);
  CHECK(checks.at(0).at("rule") == "pue_limit");
  CHECK(checks.at(0).at("source") == "platform file, hub.only.pue_limit");
  CHECK(checks.at(0).at("pass") == true);
  expect_missed(checks.at(1), -0.5, 0.5 * 1.25 * 192.0);
  CHECK(check_of(run, "hub-pue-west", "only").is_null());
  CHECK(check_of(run, "new-hub-green-power", "only").is_null());
  CHECK(check_of(run, "gb-40879-2021", "only").is_object());
}

TEST_CASE("slow and unreliable links break their rules") {
  const FinishedRun run = two_hubs("latency = \"23 ms\"\navailability = 0.99\n");
  expect_missed(check_of(run, "hub-latency", "only-other"), -3.0, 3.0);
  expect_missed(check_of(run, "hub-availability", "only-other"), -0.009, 0.009 * 8760.0);
}

TEST_CASE("a service is held to the network of its promise") {
  for (const auto& [promise, rule, limit] :
       {std::tuple("1 ms", "city-latency", 1.0), std::tuple("5 ms", "region-latency", 5.0),
        std::tuple("20 ms", "national-latency", 20.0)}) {
    const FinishedRun run = far_users(promise);
    std::size_t found = 0;
    for (const Json& check : compliance(run)) found += check.at("scope") == "service" ? 1 : 0;
    CHECK(found == 1);
    const Json check = check_of(run, rule, "chat");
    REQUIRE(check.is_object());
    CHECK(check.at("pass") == false);
    CHECK(check.at("limit") == limit);
    CHECK(check.at("to_pass").at(0).at("amount") == check.at("value").get<double>() - limit);
  }
  CHECK(check_of(FinishedRun("scenarios/library/hello.toml"), "national-latency", "chat").at("pass") == true);
}
