// Runs the program as a user does, in a scratch directory, and keeps what it said.
#pragma once

#include <string>

#include "tests/support/finished_run.hpp"

namespace hubwatt::test {

struct Said {
  int exit_code = -1;  // 128 and more: a signal
  std::string output, errors;
};

// scenario.toml with a job, and its platform.
void write_plain(const Scratch& at, const std::string& duration = "6 h");

// `arguments` as a shell line; the working directory is that of `in`.
Said run_program(const Scratch& in, const std::string& arguments);

}  // namespace hubwatt::test
