// What a run leaves behind where something is added to its directory.
#include "scenarios/run.hpp"

#include <filesystem>
#include <fstream>

#include "scenarios/scenario_reader.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/finished_run.hpp"

using namespace hubwatt;
using namespace hubwatt::test;

namespace {

RunOptions into(const Scratch& at, std::function<void(const std::filesystem::path&)> add) {
  at.write("platform.toml", plain_platform(1, 2));
  at.write("scenario.toml", plain_scenario("2 h", ""));
  RunOptions options;
  options.directory = at.path() / "out";
  options.add = std::move(add);
  return options;
}

}  // namespace

TEST_CASE("what is added to a run finds all its files and comes with them") {
  const Scratch at;
  const RunOptions options = into(at, [&](const std::filesystem::path& directory) {
    if (std::filesystem::exists(at.path() / "out")) throw Error("the run has its name already");
    std::ofstream(directory / "size.txt") << std::filesystem::file_size(directory / "summary.json") << ' '
                                          << std::filesystem::file_size(directory / "manifest.json");
  });
  run_to_directory(read_scenario(at.path() / "scenario.toml"), options);
  const auto size = [&](const char* file) {
    return std::to_string(std::filesystem::file_size(at.path() / "out" / file));
  };
  CHECK(file_text(at.path() / "out/size.txt") == size("summary.json") + " " + size("manifest.json"));
}

TEST_CASE("where an addition to a run fails nothing is left behind, and a run that was there stays") {
  const Scratch at;
  RunOptions options = into(at, {});
  run_to_directory(read_scenario(at.path() / "scenario.toml"), options);
  const std::string before = file_text(at.path() / "out/summary.json");
  options = into(at, [](const std::filesystem::path&) { throw Error("no room"); });
  options.overwrite = Overwrite::replace;
  const std::vector<std::string> shorter{"duration=\"1 h\""};
  CHECK_THROWS_WITH(run_to_directory(read_scenario(at.path() / "scenario.toml", shorter), options),
                    "no room");
  CHECK(file_text(at.path() / "out/summary.json") == before);
  std::size_t entries = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(at.path())) ++entries;
  CHECK(entries == 3);  // the two files and the run
}
