// The page of runs as the program writes it.
#include "tools/report_run.hpp"

#include <nlohmann/json.hpp>

#include "tests/support/catch.hpp"
#include "tests/tools/program.hpp"

using namespace hubwatt;
using namespace hubwatt::test;
using Json = nlohmann::ordered_json;

namespace {

void run_hello(const Scratch& at, const std::string& directory) {
  const auto file = std::filesystem::absolute("scenarios/library/hello.toml");
  REQUIRE(run_program(at, "run '" + file.string() + "' --quiet -o " + directory).exit_code == 0);
}

// The data a page holds.
Json data_in(const std::string& page) {
  const std::string mark = "<script type=\"application/json\" id=\"data\">";
  const std::size_t begin = page.find(mark) + mark.size();
  return Json::parse(page.substr(begin, page.find("</script>", begin) - begin));
}

}  // namespace

TEST_CASE("a page of runs holds what their summaries say") {
  const Scratch at;
  run_hello(at, "one");
  CHECK(run_program(at, "report one one -o page.html").exit_code == 0);
  const std::string page = file_text(at.path() / "page.html");
  CHECK(page.find("<title>hello, hello</title>") != std::string::npos);
  const Json data = data_in(page);
  CHECK(data.at("kind") == "run");
  REQUIRE(data.at("runs").size() == 2);
  CHECK(data.at("runs").at(1).at("summary") == Json::parse(file_text(at.path() / "one/summary.json")));
}

TEST_CASE("names of a run that look like markup stay text in its page") {
  const Scratch at;
  run_hello(at, "one");
  Json summary = Json::parse(file_text(at.path() / "one/summary.json"));
  const std::string name = "</script><script>alert(1)</script><!--";
  summary["name"] = name;
  summary["hubs"]["horinger"]["name"] = name;
  at.write("one/summary.json", summary.dump());
  CHECK(run_program(at, "report one -o page.html").exit_code == 0);
  const std::string page = file_text(at.path() / "page.html");
  CHECK(page.find("<script>alert") == std::string::npos);
  CHECK(data_in(page).at("runs").at(0).at("name") == name);
}

TEST_CASE("a run with a damaged or missing file is refused and leaves an earlier page alone") {
  const Scratch at;
  run_hello(at, "one");
  at.write("page.html", "kept");
  at.write("one/series.csv", "start_s\n0\n");
  const Said damaged = run_program(at, "report one -o page.html");
  CHECK(damaged.exit_code == 3);
  CHECK(damaged.errors.find("series.csv") != std::string::npos);
  std::filesystem::remove(at.path() / "one/manifest.json");
  const Said missing = run_program(at, "report one -o page.html");
  CHECK(missing.exit_code == 3);
  CHECK(missing.errors.find("manifest.json") != std::string::npos);
  CHECK(file_text(at.path() / "page.html") == "kept");
}
