#include "tests/tools/program.hpp"

#include <sys/wait.h>

#include <cstdlib>

namespace hubwatt::test {

Said run_program(const Scratch& in, const std::string& arguments) {
  const std::string line = "cd '" + in.path().string() + "' && '" HUBWATT_PROGRAM "' " + arguments +
                           " >.output 2>.errors </dev/null";
  const int status = std::system(line.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), file_text(in.path() / ".output"),
          file_text(in.path() / ".errors")};
}

}  // namespace hubwatt::test
