// Every projection of the library: it repeats byte for byte, whatever the threads, and says what its sources say.
#include <map>

#include "scenarios/projection/projection_reader.hpp"
#include "scenarios/projection/trajectory_files.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {

struct Done {
  Projection projection;
  ProjectionResult result;

  double at(const std::string& key, int year) const {
    for (std::size_t q = 0; q < result.quantities.size(); ++q)
      if (result.quantities[q].key == key)
        return result.central.at(q, static_cast<std::size_t>(year - projection.first_year));
    FAIL("no quantity " << key);
    return 0.0;
  }
};

// One week only, for what the plants are is not asked here: they are in a test of their own.
Done done(const std::string& name, int threads = 2, std::vector<std::string> set = {}) {
  const std::string file = "scenarios/library/" + name + ".toml";
  if (name != "world-2030-iea" && name != "hello-2030")
    set.insert(set.end(),
               {"plant.*.simulated.check_full_year=false", "plant.*.simulated.weeks=1", "beside=[]"});
  Projection projection = read_projection(file, set);
  ProjectionResult result = project(projection, {threads, {}});
  return {std::move(projection), std::move(result)};
}

Done check_repeats(const std::string& name) {
  Done first = done(name, 2);
  const Done second = done(name, 1);
  CHECK(trajectory_json(first.projection, first.result) == trajectory_json(second.projection, second.result));
  CHECK(trajectory_csv(first.projection, first.result) == trajectory_csv(second.projection, second.result));
  for (int year = first.projection.first_year; year <= first.projection.last_year; ++year) {
    CAPTURE(name, year);
    CHECK(first.at("facility_energy", year) > first.at("it_energy", year));
    CHECK(first.at("pue", year) < 1.7);
  }
  return first;
}

}  // namespace

TEST_CASE("china-2030-baseline repeats and takes 166 TWh to 384") {
  const Done run = check_repeats("china-2030-baseline");
  CHECK(run.at("facility_energy", 2024) == Approx(166.0).epsilon(1e-12));
  CHECK(run.at("facility_energy", 2030) == Approx(383.968).epsilon(1e-5));
  CHECK_FALSE(run.result.contradictions.empty());
}

TEST_CASE("china-2030-iea repeats and takes 102 TWh to 277") {
  const Done run = check_repeats("china-2030-iea");
  CHECK(run.at("facility_energy", 2024) == Approx(102.0).epsilon(1e-12));
  CHECK(run.at("facility_energy", 2030) == Approx(277.0).epsilon(1e-12));
}

TEST_CASE("hello-2030 repeats, and its old halls empty as they are refitted") {
  const Done run = check_repeats("hello-2030");
  CHECK(run.at("pue", 2025) == Approx(1.6));
  CHECK(run.at("pue", 2030) < run.at("pue", 2029));
  CHECK(run.at("gap.inference", 2030) == 0.0);
}

TEST_CASE("world-2030-iea repeats and gives the regions their energy") {
  const Done run = check_repeats("world-2030-iea");
  CHECK(run.at("facility_energy", 2024) == Approx(415.0).epsilon(1e-12));
  CHECK(run.at("facility_energy", 2030) == Approx(945.0).epsilon(1e-12));
  const std::map<std::string, std::pair<double, double>> regions{{"united-states", {183, 426}},
                                                                 {"china", {102, 277}},
                                                                 {"europe", {68, 113}},
                                                                 {"other-asia-pacific", {48, 101}},
                                                                 {"rest", {15, 29}}};
  for (const auto& [name, energy] : regions) {
    CAPTURE(name);
    CHECK(run.at("facility_energy." + name, 2024) == Approx(energy.first).epsilon(0.005));
    CHECK(run.at("facility_energy." + name, 2030) == Approx(energy.second).epsilon(0.005));
  }
}

TEST_CASE("china-2030-bottom-up repeats and meets the reports' stock and energy") {
  const Done run = check_repeats("china-2030-bottom-up");
  CHECK(run.at("servers.general", 2024) == Approx(21.78).epsilon(1e-3));
  CHECK(run.at("servers.ai-first", 2024) + run.at("servers.ai-second", 2024) +
            run.at("servers.ai-next", 2024) ==
        Approx(1.70).epsilon(1e-3));
  CHECK(run.at("capacity.general", 2024) == Approx(175.0).epsilon(0.01));
  CHECK(run.at("capacity_fp32", 2024) == Approx(962.0).epsilon(0.01));
  CHECK(run.at("facility_energy", 2024) == Approx(166.0).epsilon(0.10));
  // A fifth of the world's 50 ZFLOPS in 2030, and nearly all of it AI.
  CHECK(run.at("capacity_fp32", 2030) == Approx(0.21 * 50e3).epsilon(0.15));
  CHECK(run.at("capacity.general", 2030) / run.at("capacity_fp32", 2030) < 0.05);
}

TEST_CASE("west-shift, boom, wall and high efficiency repeat and move the right way") {
  const Done base = done("china-2030-bottom-up"), west = check_repeats("china-2030-west-shift"),
             boom = check_repeats("china-2030-inference-boom"),
             wall = check_repeats("china-2030-efficiency-wall"),
             best = check_repeats("china-2030-high-efficiency");
  const auto energy = [](const Done& run) { return run.at("facility_energy", 2030); };
  CHECK(west.at("it_energy", 2030) == Approx(base.at("it_energy", 2030)).epsilon(1e-12));
  CHECK(energy(west) < energy(base));
  CHECK(west.at("carbon_location", 2030) < base.at("carbon_location", 2030));
  CHECK(energy(boom) > energy(base));
  CHECK(energy(wall) > energy(base));
  CHECK(energy(best) < energy(base));
  CHECK(base.at("gap.inference", 2030) == 0.0);
  CHECK(boom.at("gap.inference", 2030) > 0.0);
  CHECK(wall.at("gap.training", 2030) > 0.0);
  for (const Done* run : {&base, &west, &boom, &wall, &best})
    CHECK(run->at("facility_energy", 2024) == Approx(base.at("facility_energy", 2024)).epsilon(1e-12));
}

TEST_CASE("the weeks of the library's plants are near their full year, and the difference is told") {
  Projection projection = read_projection("scenarios/library/china-2030-baseline.toml",
                                          std::vector<std::string>{"draws.sensitivity=0", "draws.count=16"});
  const ProjectionResult result = project(projection, {2, {}});
  REQUIRE(result.simulated.size() == 4);
  for (const SimulatedPlantOf& plant : result.simulated) {
    for (const SimulatedFigure& figure : simulated_figures()) {
      const auto error = error_of(figure, plant.weeks);
      CAPTURE(plant.plant, figure.key);
      if (!error) continue;
      const bool energy = std::string(figure.key) == "pue";
      CHECK(std::abs(*error) < (energy ? 0.005 : 0.05));
    }
  }
  const Done run{projection, result};
  CHECK(run.at("pue", 2024) ==
        Approx(1.42).margin(0.05));  // the reported mean of mid-2025 lies between the two
  CHECK(run.at("pue", 2025) == Approx(1.42).margin(0.05));
  REQUIRE(run.result.beside.size() == 1);
  CHECK(run.result.beside[0].scope == "iea");
  CHECK(run.result.beside[0].facility_twh.front() == Approx(102.0));
  CHECK(run.result.beside[0].facility_twh.back() == Approx(277.0));
}

TEST_CASE("another seed draws other figures around the same central case") {
  const Done a = done("world-2030-iea", 1), b = done("world-2030-iea", 1, {"seed=7"});
  REQUIRE(a.result.uncertainty.has_value());
  REQUIRE(b.result.uncertainty.has_value());
  CHECK(a.at("carbon_location", 2030) == b.at("carbon_location", 2030));
  const Bands& x = a.result.uncertainty->ensemble.bands[6];
  const Bands& y = b.result.uncertainty->ensemble.bands[6];
  CHECK(x.p50 != y.p50);
  CHECK(x.p50 == Approx(y.p50).epsilon(0.02));
  CHECK(x.p05 < x.p50);
  CHECK(x.p50 < x.p95);
}
