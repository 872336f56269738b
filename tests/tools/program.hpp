// Runs the program as a user does, in a scratch directory, and keeps what it said.
#pragma once

#include <sys/wait.h>

#include <cstdlib>
#include <string>

#include "tests/support/finished_run.hpp"

namespace hubwatt::test {

struct Said {
  int exit_code = -1;  // 128 and more: a signal
  std::string output, errors;
};

// `arguments` as a shell line; the working directory is that of `in`.
inline Said run_program(const Scratch& in, const std::string& arguments) {
  const std::string line = "cd '" + in.path().string() + "' && '" HUBWATT_PROGRAM "' " + arguments +
                           " >.output 2>.errors </dev/null";
  const int status = std::system(line.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), file_text(in.path() / ".output"),
          file_text(in.path() / ".errors")};
}

}  // namespace hubwatt::test
