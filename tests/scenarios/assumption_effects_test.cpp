#include "scenarios/assumption_effects.hpp"

#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

#include "scenarios/scenario_reader.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/finished_run.hpp"

using namespace hubwatt;
using namespace hubwatt::test;
using Json = nlohmann::json;

namespace {

Json inputs_of(const FinishedRun& run) {
  return Json::parse(run.text("inputs.json"));
}

const Json* move_of(const Json& inputs, const std::string& name) {
  for (const Json& move : inputs.at("assumptions").at("moves"))
    if (move.at("name") == name) return &move;
  return nullptr;
}

double size_of(const Json& move) {
  double most = 0.0;
  for (const auto& [figure, change] : move.at("effects").items())
    most = std::max(most, std::abs(change.get<double>()));
  return most;
}

}  // namespace

TEST_CASE("a run lists the estimates that move its headline, with what they move") {
  // Servers idle for half of the day and draw 2 kW, or work at full power and draw 10 kW: idle is a third of IT.
  const FinishedRun run =
      run_texts(plain_scenario("1 d", trial::one_job("32", "12 h")), plain_platform(1, 4));
  const Json inputs = inputs_of(run);
  CHECK(inputs.at("assumptions").at("threshold") == least_move);
  const double it = 4.0 * (24.0 * 2.0 + 12.0 * 8.0);
  CHECK(run.at("total/it_energy_kwh") == Approx(it).epsilon(1e-12));
  const Json* idle = move_of(inputs, "server.box.idle_power");
  const Json* peak = move_of(inputs, "server.box.peak_power");
  REQUIRE((idle != nullptr && peak != nullptr));
  CHECK(idle->at("change") == "+10 %");
  CHECK(idle->at("value") == "\"2 kW\"");
  CHECK(inputs.at("files").at(idle->at("file").get<std::size_t>()) == "platform.toml");
  CHECK(idle->at("line") == 5);
  CHECK(inputs.at("sources").at(idle->at("source").get<std::size_t>()).at("confidence") == "estimate");
  // Idle power counts while no job takes its place.
  for (const char* figure : {"facility_energy_kwh", "carbon_location_kg", "cost_cny"}) {
    CHECK(idle->at("effects").at(figure) == Approx(4.0 * 0.2 * 12.0 / it).epsilon(1e-9));
    CHECK(peak->at("effects").at(figure) == Approx(4.0 * 1.0 * 12.0 / it).epsilon(1e-9));
  }
  CHECK(std::abs(idle->at("effects").at("pue").get<double>()) < 1e-12);
  CHECK_FALSE(idle->at("effects").contains("water_l"));
}

TEST_CASE("moves are above the threshold, the greatest first, and every estimate is tested or told") {
  const std::string hello = "scenarios/library/hello.toml";
  const FinishedRun run(hello);
  const Json assumptions = inputs_of(run).at("assumptions");
  const auto& moves = assumptions.at("moves");
  REQUIRE(moves.size() > 3);
  for (std::size_t i = 0; i < moves.size(); ++i) {
    CAPTURE(moves[i].at("name"));
    CHECK(size_of(moves[i]) > least_move);
    if (i > 0) CHECK(size_of(moves[i]) <= size_of(moves[i - 1]));
  }
  CHECK(assumptions.at("not_tested").size() == assumptions.at("not_tested_why").size());
  CHECK(assumptions.at("tested").get<std::size_t>() + assumptions.at("not_tested").size() ==
        estimates_of(read_scenario(hello)).size());
}

TEST_CASE("a run of the reference engine lists the same moves") {
  const std::vector<std::string> exec = {"engine=exec"};
  const std::string hello = "scenarios/library/hello.toml";
  const Json event = inputs_of(FinishedRun(hello)), reference = inputs_of(FinishedRun(hello, exec));
  for (const Json& move : event.at("assumptions").at("moves")) {
    const std::string name = move.at("name");
    CAPTURE(name);
    const Json* other = move_of(reference, name);
    REQUIRE(other != nullptr);
    for (const auto& [figure, change] : move.at("effects").items())
      CHECK(other->at("effects").at(figure).get<double>() ==
            Approx(change.get<double>()).epsilon(1e-3).margin(1e-6));
  }
}

TEST_CASE("estimates of workloads are listed with what they move, and those that move only what is held are told") {
  const FinishedRun run("scenarios/library/hello.toml");
  const Json inputs = inputs_of(run);
  const Json* activity = move_of(inputs, "training.fine-tuning.activity");
  const Json* arrivals = move_of(inputs, "training.fine-tuning.arrivals_per_day");
  REQUIRE((activity != nullptr && arrivals != nullptr));
  CHECK(arrivals->at("keys") == Json{"training.fine-tuning.arrivals_per_day"});
  CHECK(inputs.at("sources").at(arrivals->at("source").get<std::size_t>()).at("source") ==
        "made up to show every part");
  // With room for more, a tenth more jobs and a tenth more of their power are the same.
  CHECK(arrivals->at("effects").at("facility_energy_kwh").get<double>() > 0.0);
  for (const auto& [figure, change] : arrivals->at("effects").items())
    CHECK(activity->at("effects").at(figure).get<double>() == Approx(change.get<double>()).epsilon(1e-6));
  const Json& assumptions = inputs.at("assumptions");
  std::map<std::string, std::string> why;
  for (std::size_t i = 0; i < assumptions.at("not_tested").size(); ++i)
    why[assumptions.at("not_tested")[i]] = assumptions.at("not_tested_why")[i];
  CHECK(why.at("inference.chat.latency_limit") == "places");
  CHECK(why.at("network.route_factor") == "places");
  CHECK(why.at("training.fine-tuning.gpus.weight") == "shares");
  CHECK(why.at("profile.interactive.factor") == "shares");
  CHECK(why.at("power_chain.modern.transformer.linear") == "limits");
}

TEST_CASE("a figure that is nought cannot be varied, and a run says so") {
  const std::string platform = trial::replaced(
      plain_platform(1, 4), "cooling = {", "cooling = { source = \"made up\", confidence = \"estimate\",");
  const FinishedRun run =
      run_texts(plain_scenario("1 d", ""), trial::replaced(platform, "ratio = 0.25", "ratio = 0.0"));
  const Json assumptions = inputs_of(run).at("assumptions");
  // Beside it, the fibre's route follows places alone.
  REQUIRE(assumptions.at("not_tested").size() == 2);
  CHECK(assumptions.at("not_tested")[0] == "network.route_factor");
  CHECK(assumptions.at("not_tested_why")[0] == "places");
  CHECK(assumptions.at("not_tested")[1].get<std::string>().ends_with("cooling.ratio"));
  CHECK(assumptions.at("not_tested_why")[1] == "limits");
}
