// Other programs, started without a shell, so that no name in an argument means anything to one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/quantity.hpp"

namespace hubwatt {

// Starts a program, a path or a name on PATH, in a process group of its own, so that the terminal's Ctrl-C comes to it
// through us, once; without our connections, signal mask and ignored signals. Standard output and standard error are
// these descriptors, nowhere where one is -1; there is no input. Sets `process`, or returns an errno.
int start_program(const std::vector<std::string>& words, int output, int errors, int& process);

struct ProgramSaid {
  int exit_code = 0;  // 128 and more: a signal
  std::string output, errors;
};

// Runs a program to its end. Nothing where there is none of that name. Throws Error where the system refuses, or where
// it takes longer, and then ends it.
std::optional<ProgramSaid> ask_program(const std::vector<std::string>& words, Duration at_most);

}  // namespace hubwatt
