// The subcommands of the program. Each adds itself to the command line with what it needs, and returns the exit
// code when it is called: 0 done; 1 the run failed; 2 usage; 3 invalid input; 4 a policy failed; 5 an invariant
// broke. Results go to standard output, diagnostics and progress to standard error.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tools/progress.hpp"

namespace CLI {
class App;
}

namespace hubwatt {

enum ExitCode : int {
  exit_done = 0,
  exit_failed = 1,
  exit_usage = 2,
  exit_invalid_input = 3,
  exit_policy_failed = 4,
  exit_invariant_broke = 5,
};

// Flags every subcommand takes.
struct CommonFlags {
  bool quiet = false;
  ProgressMode progress = ProgressMode::automatic;
  bool json = false;
  std::vector<std::string> command_line;  // as typed, for the manifest
};

// Fills in what to do when the subcommand is chosen.
using Action = std::function<int()>;

void add_run(CLI::App& app, const CommonFlags& flags, Action& chosen);
void add_project(CLI::App& app, const CommonFlags& flags, Action& chosen);
void add_sweep(CLI::App& app, const CommonFlags& flags, Action& chosen);
void add_check(CLI::App& app, const CommonFlags& flags, Action& chosen);
void add_report(CLI::App& app, const CommonFlags& flags, Action& chosen);
void add_compare(CLI::App& app, const CommonFlags& flags, Action& chosen);
void add_import(CLI::App& app, const CommonFlags& flags, Action& chosen);
void add_platform(CLI::App& app, const CommonFlags& flags, Action& chosen);
void add_policies(CLI::App& app, const CommonFlags& flags, Action& chosen);
void add_serve(CLI::App& app, const CommonFlags& flags, Action& chosen);
void add_docs(CLI::App& app, const CommonFlags& flags, Action& chosen);

}  // namespace hubwatt
