#include "tests/tools/program.hpp"

#include <sys/wait.h>

#include <cstdlib>

namespace hubwatt::test {

void write_plain(const Scratch& at, const std::string& duration) {
  at.write("platform.toml", plain_platform(1, 2));
  at.write("scenario.toml", plain_scenario(duration, trial::one_job("8", "2 h")));
}

Said run_program(const Scratch& in, const std::string& arguments) {
  const std::string line = "cd '" + in.path().string() + "' && '" HUBWATT_PROGRAM "' " + arguments +
                           " >.output 2>.errors </dev/null";
  const int status = std::system(line.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), file_text(in.path() / ".output"),
          file_text(in.path() / ".errors")};
}

}  // namespace hubwatt::test
