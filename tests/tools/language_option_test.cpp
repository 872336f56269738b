// --lang as a user types it: which output changes with it, and which does not.
#include <nlohmann/json.hpp>

#include "tests/support/catch.hpp"
#include "tests/tools/program.hpp"

using namespace hubwatt::test;

namespace {

std::string language_of_page(const std::string& page) {
  const std::string mark = "id=\"data\">";
  const std::size_t begin = page.find(mark) + mark.size();
  return nlohmann::json::parse(page.substr(begin, page.find("</script>", begin) - begin)).at("language");
}

}  // namespace

TEST_CASE("a page of a run or a projection carries the language it was asked for, English by itself") {
  const Scratch at;
  write_plain(at);
  REQUIRE(run_program(at, "run scenario.toml -o one --quiet").exit_code == 0);
  std::filesystem::copy("tests/tools/data/projection", at.path() / "two",
                        std::filesystem::copy_options::recursive);
  for (const char* directory : {"one", "two"}) {
    const std::string report = "report " + std::string(directory) + " --format html";
    CHECK(language_of_page(run_program(at, report).output) == "en");
    CHECK(language_of_page(run_program(at, report + " --lang en").output) == "en");
    CHECK(language_of_page(run_program(at, report + " --lang zh").output) == "zh");
  }
}

TEST_CASE("the language changes no file of a result and no JSON") {
  const Scratch at;
  write_plain(at);
  REQUIRE(run_program(at, "run scenario.toml -o one --quiet").exit_code == 0);
  REQUIRE(run_program(at, "run scenario.toml -o two --quiet --lang zh").exit_code == 0);
  REQUIRE(run_program(at, "run scenario.toml -o three --quiet --lang=zh").exit_code == 0);
  for (const char* file : {"summary.json", "series.csv", "manifest.json"}) {
    CHECK(file_text(at.path() / "one" / file) == file_text(at.path() / "two" / file));
    CHECK(file_text(at.path() / "one" / file) == file_text(at.path() / "three" / file));
  }
  CHECK(run_program(at, "report one --format json --lang zh").output ==
        run_program(at, "report one --format json").output);
}

TEST_CASE("run tells its report and where the results are in the language asked for") {
  const Scratch at;
  write_plain(at);
  const Said said = run_program(at, "run scenario.toml -o one --lang zh");
  CHECK(said.output.find("\n\u7ed3\u679c\u5728 one\n") != std::string::npos);
  CHECK(said.output.find(run_program(at, "report one --lang zh").output) == 0);
}

TEST_CASE("a language that is neither en nor zh is a mistake of use") {
  const Scratch at;
  write_plain(at);
  for (const char* command :
       {"report one --lang de", "run scenario.toml --lang 1", "project x.toml --lang ZH"}) {
    const Said said = run_program(at, command);
    CHECK(said.exit_code == 2);
    CHECK(said.errors.find("--lang") != std::string::npos);
  }
}
