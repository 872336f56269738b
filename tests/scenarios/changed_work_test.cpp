// Workloads of other figures on the samples of a run, against closed forms, made-up moments and runs of their
// own.
#include "scenarios/changed_work.hpp"

#include <map>

#include "models/units.hpp"
#include "scenarios/sampled_run.hpp"
#include "scenarios/scenario_reader.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/finished_run.hpp"
#include "tests/support/sampled_trial.hpp"

using namespace hubwatt;
using namespace hubwatt::test;

namespace {

using Settings = std::vector<std::string>;

Settings with_also(Settings settings, const std::string& setting) {
  settings.push_back(setting);
  return settings;
}

// What the samples of a run say of the facility energy with one setting of a workload.
double of_samples(const std::filesystem::path& file, const Settings& overrides, const std::string& setting,
                  Sampling sampling = Sampling::every_interval) {
  const Scenario scenario = read_scenario(file, overrides);
  const Scenario changed = read_scenario(file, with_also(overrides, setting));
  WorkloadChanges workloads;
  for (std::size_t i = 0; i < changed.training.size(); ++i)
    workloads.training.emplace_back(i, changed.training[i]);
  for (std::size_t i = 0; i < changed.inference.size(); ++i)
    workloads.inference.emplace_back(i, changed.inference[i]);
  return sampled(
             scenario, sampling,
             [&](const RunResult& result) {
               return Figures{
                   SampledRun(scenario, result).with(scenario.platform, workloads, {}).value()[0].relative};
             })
      .at(0);
}

double of_rerun(const std::filesystem::path& file, const Settings& overrides, const std::string& setting) {
  return FinishedRun(file, with_also(overrides, setting)).at("total/facility_energy_kwh") /
             FinishedRun(file, overrides).at("total/facility_energy_kwh") -
         1.0;
}

// Jobs by chance on 32 accelerators of the plain hub, or as many as there are racks of four servers.
struct Plain {
  Scratch scratch;
  std::filesystem::path file;
  explicit Plain(int racks, const std::string& workload) {
    scratch.write("platform.toml", plain_platform(racks, 4));
    file = scratch.write("scenario.toml", plain_scenario("4 d", workload));
  }
  // Of the facility's energy, with its ratio cooling in proportion.
  double share_of_jobs() const {
    const FinishedRun run(file);
    return run.at("jobs/energy_kwh") / run.at("total/it_energy_kwh");
  }
};

std::string chance(const std::string& arrivals) {
  return "[[training]]\nname = \"a\"\narrivals_per_day = " + arrivals +
         "\ngpus = 8\nduration = \"2 h\"\nactivity = 0.5\n";
}

const std::string hello = "scenarios/library/hello.toml", week = "scenarios/library/training-week.toml";

// One pool of 32 accelerators, and moments of an hour at which a workload holds 16 of them.
struct Moments {
  Scenario scenario;
  std::vector<StepSample> samples;
  WorkloadChanges more;

  Moments() {
    ServerType type;
    type.power = {.idle = 2.0 * unit::kW, .peak = 10.0 * unit::kW, .accelerators = 8};
    scenario.platform.servers = {type};
    Hub hub;
    hub.racks = {{.server = ServerTypeId{0}, .racks = 1, .servers_per_rack = 4}};
    scenario.platform.hubs = {hub};
    scenario.period.length = 10.0 * unit::day;
    TrainingWorkload workload;
    workload.source = GeneratedJobs{10.0, Constant{8.0}, Constant{3600.0}};
    workload.activity = Constant{0.5};
    scenario.training = {workload};
    std::get<GeneratedJobs>(workload.source).arrivals_per_day = 12.5;
    more.training = {{0, workload}};
  }
  // Of which so many are free.
  void add(double free, bool waiting = false) {
    StepSample sample;
    sample.dt = sample.stands_for = 1.0 * unit::hour;
    PoolWork work{2, 16.0 * 0.5 * unit::kW, 16.0, 8.0};
    sample.uses = {{work, {}, 0.0, 0.0}};
    sample.work = {{{0, 0, work}}, {}, {free}, waiting};
    samples.push_back(sample);
  }
  std::vector<double> accelerators() const {
    const HubServers servers(scenario.platform.hubs[0], scenario.platform);
    std::vector<double> out;
    KnownDemand known;
    for (const auto& uses : ChangedWork(scenario, more, servers, known).uses(samples))
      out.push_back(uses[0].jobs.accelerators);
    return out;
  }
};

}  // namespace

TEST_CASE(
    "with plenty of room, a tenth more arrivals, wider jobs or longer lists are a tenth more of the jobs' "
    "power") {
  const Plain plain(20, chance("40.0"));
  CHECK(of_samples(plain.file, {}, "training.a.arrivals_per_day=44") ==
        Approx(0.1 * plain.share_of_jobs()).epsilon(1e-9));
  CHECK(of_samples(plain.file, {}, "training.a.gpus=10") ==
        Approx(0.25 * plain.share_of_jobs()).epsilon(1e-9));
  const Plain list(20,
                   "[[training]]\nname = \"a\"\njobs = [{ submit = \"3 h\", gpus = 16, activity = 0.7, "
                   "duration = \"10 h\" }]\n");
  CHECK(of_samples(list.file, {}, "training.a.jobs.0.duration=\"11 h\"") ==
        Approx(0.1 * list.share_of_jobs()).epsilon(1e-9));
  CHECK(of_samples(list.file, {}, "training.a.jobs.0.duration=\"11 h\"") ==
        Approx(of_rerun(list.file, {}, "training.a.jobs.0.duration=\"11 h\"")).epsilon(1e-9));
}

TEST_CASE(
    "a full fleet takes no more jobs, and works no less for fewer of them, but follows their activity") {
  const Plain full(1, chance("4000.0"));
  CHECK(std::abs(of_samples(full.file, {}, "training.a.arrivals_per_day=4400")) < 1e-12);
  CHECK(std::abs(of_samples(full.file, {}, "training.a.arrivals_per_day=3600")) < 1e-12);
  CHECK(of_samples(full.file, {}, "training.a.activity=0.55") ==
        Approx(0.1 * full.share_of_jobs()).epsilon(1e-9));
  CHECK(of_samples(full.file, {}, "training.a.activity=0.55") ==
        Approx(of_rerun(full.file, {}, "training.a.activity=0.55")).epsilon(1e-9));
}

TEST_CASE("work that finds no room is done as soon as there is, and what is left at the end is not") {
  Moments moments;
  moments.add(0.0), moments.add(3.0), moments.add(16.0), moments.add(16.0);
  const std::vector<double> held = moments.accelerators();
  const double expected[] = {16.0, 19.0, 16.0 + 4.0 + 5.0, 20.0};  // 4 more in each hour
  REQUIRE(held.size() == 4);
  for (std::size_t i = 0; i < 4; ++i) CHECK(held[i] == Approx(expected[i]).epsilon(1e-9));
  Moments full;
  full.add(16.0), full.add(1.0), full.add(0.0);
  const std::vector<double> left = full.accelerators();
  CHECK(left[0] == Approx(20.0).epsilon(1e-9));
  CHECK(left[1] == Approx(17.0).epsilon(1e-9));
  CHECK(left[2] == Approx(16.0).epsilon(1e-9));
}

TEST_CASE("a queue that empties again loses no work, one that stays takes none") {
  Moments empties, stays;
  for (Moments* moments : {&empties, &stays}) moments->add(8.0, true), moments->add(8.0, true);
  empties.add(8.0, false), stays.add(8.0, true);
  for (const double held : empties.accelerators()) CHECK(held == Approx(20.0).epsilon(1e-9));
  for (const double held : stays.accelerators()) CHECK(held == 16.0);
}

TEST_CASE("more requests, tokens or a slower model are served as a run of its own serves them") {
  for (const std::string setting :
       {"inference.chat.requests_per_second=40", "inference.chat.tokens_out=232",
        "inference.chat.tokens_in=1270", "inference.chat.model.decode_efficiency=0.65",
        "inference.chat.model.target_utilization=0.77", "inference.chat.model.decode_activity=0.75",
        "inference.chat.weekend_factor=0.5", "inference.chat.model.accelerators_per_replica=2",
        "inference.chat.min_replicas=9"}) {
    CAPTURE(setting);
    const Settings longer = {"inference.chat.requests_per_second=20", "start=2025-01-11T00:00:00",
                             "training.fine-tuning.arrivals_per_day=1"};
    const double rerun = of_rerun(hello, longer, setting);
    CHECK(std::abs(rerun) > 1e-6);
    CHECK(of_samples(hello, longer, setting) == Approx(rerun).epsilon(1e-6).margin(1e-9));
  }
}

TEST_CASE("workloads as they were move nothing") {
  for (const std::string& file : {hello, week})
    CHECK(std::abs(of_samples(file, {}, "output.jobs=true", Sampling::spread)) < 1e-12);
}

TEST_CASE("what samples say of training is near what two months of it say") {
  const Settings longer = {"duration=60 d"};
  for (const auto& [setting, tolerance] :
       std::map<std::string, double>{{"training.fine-tuning.activity=0.66", 0.01},
                                     {"training.fine-tuning.arrivals_per_day=33", 0.3},
                                     {"training.fine-tuning.duration.lognormal.median=\"2.2 h\"", 0.1},
                                     {"training.fine-tuning.duration.lognormal.p95=\"11 h\"", 0.1},
                                     {"training.fine-tuning.gpus.choice=[5, 9, 18]", 0.1}}) {
    CAPTURE(setting);
    const double rerun = of_rerun(hello, longer, setting);
    CHECK(rerun > 1e-3);
    CHECK(of_samples(hello, longer, setting, Sampling::spread) == Approx(rerun).epsilon(tolerance + 0.05));
  }
}

TEST_CASE("a week of two hubs moves as runs of its own do, in the mean of seeds where other jobs come") {
  for (const auto& [setting, seeds] :
       std::map<std::string, int>{{"training.pretraining.activity=0.935", 1},
                                  {"training.pretraining.arrivals_per_day=6.6", 6},
                                  {"training.pretraining.duration.lognormal.p95=\"44 h\"", 6},
                                  {"inference.chat.requests_per_second=66", 1}}) {
    CAPTURE(setting);
    double samples = 0.0, rerun = 0.0;
    for (int seed = 1; seed <= seeds; ++seed) {
      const Settings drawn = {"seed=" + std::to_string(seed)};
      samples += of_samples(week, drawn, setting, Sampling::spread) / seeds;
      rerun += of_rerun(week, drawn, setting) / seeds;
    }
    CHECK(rerun > 0.005);
    CHECK(samples == Approx(rerun).epsilon(0.35));
  }
}
