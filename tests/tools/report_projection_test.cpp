// Reports on finished projections, and what is refused as none. Samples are under tests/tools/data.
#include "tools/report_projection.hpp"

#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/support/catch.hpp"
#include "tests/tools/program.hpp"
#include "tools/trajectory_shape.hpp"

using namespace hubwatt;
using namespace hubwatt::test;
using Json = nlohmann::json;

namespace {

const std::string rich = file_text("tests/tools/data/projection/trajectory.json");

void put(const Scratch& at, const std::string& directory, const std::string& trajectory) {
  std::filesystem::create_directories(at.path() / directory);
  at.write(directory + "/trajectory.json", trajectory);
}

void write_samples(const Scratch& at) {
  put(at, "rich", rich);
  put(at, "plain", file_text("tests/tools/data/projection-plain/trajectory.json"));
}

std::string fault_with(const char* pointer, Json value) {
  Json file = Json::parse(rich);
  file[Json::json_pointer(pointer)] = std::move(value);
  const auto fault = trajectory_fault(file.dump());
  return fault ? fault->key + " " + fault->problem : "";
}

// Every place in the file, as pointers.
void add_places(const Json& value, const Json::json_pointer& at, std::vector<Json::json_pointer>& places) {
  places.push_back(at);
  if (value.is_object())
    for (const auto& [name, member] : value.items()) add_places(member, at / name, places);
  if (value.is_array())
    for (std::size_t i = 0; i < value.size(); ++i) add_places(value[i], at / i, places);
}

}  // namespace

TEST_CASE("a projection is told as a page, as JSON and as text") {
  const Scratch at;
  write_samples(at);
  CHECK(run_program(at, "report rich plain -o page.html").exit_code == 0);
  const std::string page = file_text(at.path() / "page.html");
  CHECK(page.find("<title>china-2030-bottom-up, china-2030-baseline</title>") != std::string::npos);
  CHECK(run_program(at, "report rich plain --format html").output == page);
  const Json json = Json::parse(run_program(at, "report rich plain --json").output);
  CHECK(json.at("projections").size() == 2);
  CHECK(json.at("projections").at(0).at("trajectory") == Json::parse(rich));
  CHECK(run_program(at, "report rich").output.find("china-2030-bottom-up") != std::string::npos);
}

TEST_CASE("a page is the same wherever the projection lies") {
  const Scratch at;
  write_samples(at);
  put(at, "elsewhere/deep", rich);
  CHECK(run_program(at, "report rich --format html").output ==
        run_program(at, "report elsewhere/deep --format html").output);
}

TEST_CASE("a damaged projection is refused with its place and leaves an earlier page alone") {
  const Scratch at;
  write_samples(at);
  put(at, "cut", rich.substr(0, rich.size() / 2));
  at.write("page.html", "kept");
  std::filesystem::create_directory(at.path() / "run");
  at.write("run/summary.json", "{}");
  for (const char* directories : {"cut", "rich cut", "rich nowhere"}) {
    const Said said = run_program(at, std::string("report -o page.html ") + directories);
    CHECK(said.exit_code == 3);
    CHECK(said.errors.find("trajectory.json") != std::string::npos);
  }
  CHECK(run_program(at, "report rich run -o page.html").exit_code == 2);
  at.write("run/manifest.json", "{}");
  CHECK(run_program(at, "report run -o page.html").exit_code == 3);
  CHECK(run_program(at, "report nowhere -o page.html").exit_code == 3);
  CHECK(file_text(at.path() / "page.html") == "kept");
}

TEST_CASE("what a trajectory lacks is named") {
  CHECK_FALSE(trajectory_fault(rich));
  CHECK_FALSE(trajectory_fault(file_text("tests/tools/data/projection-plain/trajectory.json")));
  CHECK(fault_with("/schema", 2) == "schema is not 1, so another version wrote this file");
  CHECK(fault_with("/years", {2024, 2023}) == "years.1 comes after a later year");
  CHECK(fault_with("/quantities/1/central", {1, 2}) == "quantities.1.central holds 2 figures for 7 years");
  CHECK(fault_with("/quantities/0/bands/p95/3", "many") == "quantities.0.bands.p95.3 is no number");
  CHECK(fault_with("/quantities/0/key", "energy") == "quantities holds no facility_energy");
  CHECK(fault_with("/attribution/0/by_year/2/parts", Json::array()) ==
        "attribution.0.by_year.2.parts tells other drivers than the whole span");
  CHECK(fault_with("/uncertainty/sobol/0/groups/0", {{"inputs", {"a"}}}) ==
        "uncertainty.sobol.0.groups.0.first is missing");
  CHECK(fault_with("/beside/0/scope", "iea") == "beside.0.scope is no table");
}

TEST_CASE("no change of a trajectory breaks the reader of its shape") {
  const Json file = Json::parse(rich);
  std::vector<Json::json_pointer> places;
  add_places(file, Json::json_pointer(), places);
  REQUIRE(places.size() > 1000);
  int refused = 0;
  for (const Json::json_pointer& place : places)
    for (const Json& value : {Json("text"), Json(1.5), Json(), Json::array(), Json::object(), Json(true)}) {
      Json other = file;
      other[place] = value;
      refused += trajectory_fault(other.dump()).has_value();
    }
  CHECK(refused > static_cast<int>(places.size()));
}
