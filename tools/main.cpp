// hubwatt: from the command line to a subcommand, and from an exception to an exit code.
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <exception>
#include <map>
#include <new>

#include <CLI/CLI.hpp>

#include "models/error.hpp"
#include "scenarios/run.hpp"
#include "tools/command.hpp"
#include "tools/named_option.hpp"

namespace {

using namespace hubwatt;

int report_mistakes(const InputError& error, const CommonFlags&) {
  for (const Diagnostic& mistake : error.mistakes()) std::fprintf(stderr, "%s\n", mistake.text().c_str());
  const std::size_t count = error.mistakes().size();
  std::fprintf(stderr, "%zu %s\n", count, count == 1 ? "mistake" : "mistakes");
  return exit_invalid_input;
}

int carry_out(const Action& chosen, const CommonFlags& flags) {
  try {
    const int code = chosen();
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return code;
    std::fprintf(stderr, "hubwatt: standard output cannot be written (%s)\n", std::strerror(errno));
    return exit_failed;
  } catch (const InputError& error) {
    return report_mistakes(error, flags);
  } catch (const PolicyError& error) {
    std::fprintf(stderr, "hubwatt: %s\n", error.what());
    return exit_policy_failed;
  } catch (const InvariantError& error) {
    std::fprintf(stderr, "hubwatt: %s\n", error.what());
    return exit_invariant_broke;
  } catch (const UsageError& error) {
    std::fprintf(stderr, "hubwatt: %s\n", error.what());
    return exit_usage;
  } catch (const std::bad_alloc&) {
    std::fprintf(stderr, "hubwatt: not enough memory for this input\n");
    return exit_failed;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "hubwatt: %s\n", error.what());
    return exit_failed;
  }
}

// Where one of the three standard files is closed, a file of results would take its number and get our messages.
void open_standard_files() {
  for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; ++descriptor)
    if (::fcntl(descriptor, F_GETFD) == -1 && ::open("/dev/null", O_RDWR) != descriptor) return;
}

}  // namespace

int main(int argc, char** argv) {
  open_standard_files();
  CLI::App app{"hubwatt: energy and capacity planning for computing hubs", "hubwatt"};
  app.set_version_flag("--version", HUBWATT_VERSION);
  app.require_subcommand(1);
  app.fallthrough();
  CommonFlags flags;
  flags.command_line.assign(argv, argv + argc);
  app.add_flag("--quiet,-q", flags.quiet, "Print nothing but results and mistakes");
  const std::map<std::string, ProgressMode> modes{
      {"auto", ProgressMode::automatic}, {"plain", ProgressMode::plain}, {"none", ProgressMode::none}};
  app.add_option("--progress", flags.progress,
                 "auto: a line on a terminal; plain: a line for each tenth, also into a pipe; none")
      ->transform(number_of(named_values(modes)))
      ->option_text("auto|plain|none");
  app.add_flag_callback(
      "--no-progress", [&flags] { flags.progress = ProgressMode::none; }, "As --progress=none");
  app.add_flag("--json", flags.json, "Print results as JSON");

  Action chosen;
  add_run(app, flags, chosen);
  add_project(app, flags, chosen);
  add_sweep(app, flags, chosen);
  add_check(app, flags, chosen);
  add_report(app, flags, chosen);
  add_compare(app, flags, chosen);
  add_import(app, flags, chosen);
  add_platform(app, flags, chosen);
  add_policies(app, flags, chosen);
  add_serve(app, flags, chosen);
  add_docs(app, flags, chosen);

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const bool asked = error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success);
    app.exit(error);
    return asked ? exit_done : exit_usage;
  }
  return carry_out(chosen, flags);
}
