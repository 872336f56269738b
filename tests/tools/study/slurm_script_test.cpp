#include "tools/study/slurm_script.hpp"

#include <filesystem>

#include "models/units.hpp"
#include "scenarios/result_directory.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/finished_run.hpp"
#include "tools/child_program.hpp"

using namespace hubwatt;
using namespace hubwatt::test;

TEST_CASE("the script of a Slurm task runs its points, but for those that have an outcome") {
  const Scratch scratch;
  const std::filesystem::path folder = scratch.path() / "a 'b' $c";
  for (const char* name : {"outcomes", "stored"}) std::filesystem::create_directories(folder / name);
  scratch.write("a 'b' $c/tasks", "1 2\n3 4 5 6\n");
  scratch.write("a 'b' $c/stored/4.json", "");
  scratch.write("a 'b' $c/outcomes/6.json", "");
  // Stands for hubwatt: says how it was called, and fails for point 3.
  const auto program = scratch.write("pro gram", "#!/bin/sh\necho \"$PWD\" \"$@\"; [ \"$4\" != 3 ]\n");
  std::filesystem::permissions(program, std::filesystem::perms::owner_all);
  const auto script =
      scratch.write("a 'b' $c/script", slurm_script({program, folder, "my study.toml", folder / "tasks",
                                                     folder / "outcomes", folder / "stored"}));
  const ProgramSaid said =
      ask_program({"env", "SLURM_ARRAY_TASK_ID=2", "sh", script.string()}, 20.0 * unit::second).value();
  std::string expected;
  for (const char* point : {"3", "5"})
    expected += folder.string() + " sweep my study.toml --point " + point + " -o " + folder.string() +
                "/outcomes/" + point + ".json --quiet\n";
  CHECK(said.output == expected);
  CHECK(said.errors.empty());
  CHECK(said.exit_code == 1);
}

TEST_CASE("a study is submitted as an array, and signs that Slurm would replace are kept in its names") {
  const std::vector<std::string> words = submission("s c/run.sh", "s%a/log", 12, 4);
  CHECK(words == std::vector<std::string>{"sbatch", "--parsable", "--array=1-12%4",
                                          "--output=s%%a/log/%A_%a.txt", "--error=s%%a/log/%A_%a.txt",
                                          "s c/run.sh"});
  CHECK(submission("run.sh", "log", 1, 0)[2] == "--array=1-1");
  CHECK_THROWS_AS(submission("run.sh", "a\\b", 1, 0), UsageError);
}
