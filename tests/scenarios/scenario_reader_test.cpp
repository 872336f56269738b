#include "scenarios/scenario_reader.hpp"

#include <numeric>

#include "models/units.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {

const std::string week = "tests/data/contract/week.scenario.toml";
const std::string closed_form = "tests/data/contract/closed-form.scenario.toml";

Scenario with(const std::string& change) {
  return read_scenario(week, std::vector<std::string>{change});
}

std::vector<Diagnostic> mistakes_with(const std::string& change) {
  try {
    with(change);
  } catch (const InputError& error) {
    return error.mistakes();
  }
  return {};
}

}  // namespace

TEST_CASE("the files of the contract have no mistakes") {
  for (const std::string name :
       {"week.scenario", "closed-form.scenario", "two-hubs.platform", "closed-form.platform"}) {
    std::string messages;
    for (const Diagnostic& mistake : check_file("tests/data/contract/" + name + ".toml"))
      messages += mistake.text() + "\n";
    CHECK(messages == "");
  }
}

TEST_CASE("the week of the contract is read as it is written") {
  const Scenario s = read_scenario(week);
  CHECK(s.name == "week");
  CHECK(s.period.start == 1751817600);  // 2025-07-06T16:00:00Z
  CHECK(s.period.length / unit::day == Approx(7.0));
  CHECK(s.period.step == unit::hour);
  CHECK(s.seed == 42);
  CHECK(s.policies.dispatch.name == "east-west");
  CHECK(s.policies.supply.name == "self-consume");
  REQUIRE(s.training.size() == 2);
  const auto& jobs = std::get<GeneratedJobs>(s.training[0].source);
  CHECK(std::get<Choice>(jobs.accelerators).values == std::vector<double>{32.0, 64.0, 128.0});
  CHECK(std::get<Lognormal>(jobs.duration).p95 == Approx(20.0 * 3600.0));
  CHECK(std::get<Constant>(s.training[0].activity).value == 0.85);
  CHECK(s.training[0].dataset / unit::TB == Approx(2.0));
  CHECK(s.training[0].checkpoint->every / unit::minute == Approx(30.0));
  CHECK(s.training[0].origin == OriginId{0});
  CHECK(std::get<ListedJobs>(s.training[1].source).jobs.size() > 100);
  REQUIRE(s.inference.size() == 1);
  const InferenceService& chat = s.inference[0];
  CHECK(chat.origins == std::vector<std::pair<OriginId, double>>{{OriginId{0}, 0.5}, {OriginId{1}, 0.5}});
  REQUIRE(chat.profile.size() == 24);
  CHECK(std::accumulate(chat.profile.begin(), chat.profile.end(), 0.0) == Approx(24.0).epsilon(1e-12));
  CHECK(chat.model.id == "llm-70b");
  CHECK(*chat.latency_limit / unit::ms == Approx(20.0));
}

TEST_CASE("the jobs of a list keep their figures") {
  const Scenario s = read_scenario(closed_form);
  const auto& jobs = std::get<ListedJobs>(s.training.at(0).source).jobs;
  REQUIRE(jobs.size() == 2);
  CHECK(jobs[1].submit_s == 4.0 * 3600.0);
  CHECK(jobs[1].accelerators == 4);
  CHECK(jobs[1].activity == 0.5F);
  CHECK(jobs[1].dataset_gb < 0.0);
  CHECK(std::get<ListedJobs>(s.training[0].source).keep == 1.0);
}

TEST_CASE("every file read is in the digest with the path as written") {
  const Scenario s = read_scenario(week);
  REQUIRE(s.files.size() == 3);
  CHECK(s.files[0].path == "week.scenario.toml");
  CHECK(s.files[1].path == "two-hubs.platform.toml");
  CHECK(s.files[2].path == "jobs.csv");
}

TEST_CASE("an override reaches the scenario or the platform by its first key") {
  CHECK(with("seed=7").seed == 7);
  CHECK(with("duration=2 d").period.length / unit::day == Approx(2.0));
  CHECK(with("policy.dispatch=nearest").policies.dispatch.name == "nearest");
  CHECK(with("policy.options.dispatch.weight=0.5").policies.dispatch.options.at("weight") == "0.5");
  CHECK(std::get<Constant>(
            std::get<GeneratedJobs>(with("training.pretraining.gpus=8").training[0].source).accelerators)
            .value == 8.0);
  CHECK(with("hub.zhongwei.cooling=cold-plate").platform.hubs[0].cooling.id == "cold-plate");
  CHECK(with("hub.zhongwei.cooling=\"cold-plate\"").platform.hubs[0].cooling.id == "cold-plate");
  CHECK(with("link.zhongwei-qingpu.latency=5 ms").platform.links[0].latency / unit::ms == Approx(5.0));
  CHECK(with("network.route_factor=1.5").platform.route_factor == 1.5);
  CHECK(with("origin.beijing.location.latitude=40.5").platform.origins[0].location.latitude == 40.5);
  CHECK(
      with("server.own={ entry = \"hgx-h100\", accelerators = 4 }").platform.servers.back().accelerators() ==
      4);
}

TEST_CASE("an entry changed by an override keeps the rest of its figures") {
  const Scenario plain = with("hub.zhongwei.cooling=cold-plate");
  const Scenario warm =
      with("hub.zhongwei.cooling={ entry = \"cold-plate\", loop = { supply = \"35 degC\" } }");
  const auto& before = std::get<ColdPlate>(plain.platform.hubs[0].cooling.plant);
  const auto& after = std::get<ColdPlate>(warm.platform.hubs[0].cooling.plant);
  CHECK(after.loop.supply.celsius() == Approx(35.0));
  CHECK(after.loop.dry_approach == before.loop.dry_approach);
  CHECK(after.liquid_share == before.liquid_share);
}

TEST_CASE("an override with a mistake is named in the message") {
  const auto mistakes = mistakes_with("hub.zhongwei.cooling=cold-plat");
  REQUIRE(mistakes.size() == 1);
  CHECK(mistakes[0].text() ==
        "--set hub.zhongwei.cooling=cold-plat: hub.zhongwei.cooling: there is no 'cold-plat' in the "
        "catalogue's "
        "section cooling; did you mean 'cold-plate'?");
  CHECK(mistakes_with("hubs.zhongwei.cooling=cold-plate").at(0).suggestion == "did you mean 'hub'?");
  CHECK(mistakes_with("hub.zhongwei.coolin=cold-plate").at(0).suggestion == "did you mean 'cooling'?");
}

TEST_CASE("a seed of the caller takes the place of the file's") {
  CHECK(read_scenario(week, {}, 99).seed == 99);
}

TEST_CASE("a start without offset is UTC+8, one with offset is as given") {
  CHECK(with("start=2025-01-01T00:00:00").period.start == 1735689600 - 8 * 3600);
  CHECK(with("start=2025-01-01T00:00:00Z").period.start == 1735689600);
  CHECK(with("start=2025-01-01T00:00:00-05:00").period.start == 1735689600 + 5 * 3600);
}

TEST_CASE("mistakes of the scenario and of its platform come together") {
  try {
    read_scenario(week, std::vector<std::string>{"duration=7 kW", "hub.qingpu.pue_limit=0.5"});
    FAIL("no mistake was found");
  } catch (const InputError& error) {
    CHECK(error.mistakes().size() == 2);
  }
}

TEST_CASE("a file that is not there is an input error") {
  CHECK_THROWS_AS(read_scenario("tests/data/contract/weak.scenario.toml"), InputError);
}

TEST_CASE("a file is known by its keys") {
  CHECK(kind_of_file(week) == FileKind::scenario);
  CHECK(kind_of_file("tests/data/contract/two-hubs.platform.toml") == FileKind::platform);
}
