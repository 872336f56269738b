// hubwatt run: read, simulate, write, and say in a few lines what came out.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <fstream>
#include <memory>
#include <sstream>

#include "scenarios/calendar_notes.hpp"
#include "scenarios/run.hpp"
#include "scenarios/run_files.hpp"
#include "scenarios/scenario_reader.hpp"
#include "tools/command.hpp"
#include "tools/language_option.hpp"
#include "tools/report.hpp"
#include "tools/report_run.hpp"
#include "tools/run_options.hpp"

namespace hubwatt {

namespace {

struct RunCommand {
  std::string scenario;
  std::string directory;
  std::vector<std::string> overrides;
  std::optional<std::uint64_t> seed;
  bool force = false;
  Language language = Language::english;
};

void write_report(const std::filesystem::path& directory) {
  TableFile file(directory / "report.html", report_run_page({read_run(directory)}));
  file.close();
}

int run(const RunCommand& command, const CommonFlags& flags) {
  const Scenario scenario = read_scenario(command.scenario, command.overrides, command.seed);
  RunOptions options;
  options.directory = command.directory.empty() ? "runs/" + scenario.name : command.directory;
  options.overwrite = command.force ? Overwrite::replace : Overwrite::refuse;
  const ShareOf progress = show_progress(scenario.name, flags.quiet ? ProgressMode::none : flags.progress);
  if (progress) options.progress = [&](double share) { progress(share, scenario.period.length); };
  options.command_line = without_output(flags.command_line);
  if (!flags.quiet) {
    for (const std::string& note : calendar_notes(scenario)) std::fprintf(stderr, "note: %s\n", note.c_str());
  }
  if (scenario.output.report) options.add = write_report;
  run_to_directory(scenario, options);
  if (flags.json) {
    std::fputs(report_json({read_run(options.directory)}).c_str(), stdout);
  } else if (!flags.quiet) {
    std::fputs(report_text({read_run(options.directory)}, command.language).c_str(), stdout);
    const Words words(command.language);
    std::printf("\n%s\n", words.with("Results are in {}", options.directory.string()).c_str());
  }
  return exit_done;
}

}  // namespace

void add_run(CLI::App& app, const CommonFlags& flags, Action& chosen) {
  auto command = std::make_shared<RunCommand>();
  CLI::App* run_app = app.add_subcommand("run", "Run a scenario and write its results");
  run_app->add_option("SCENARIO", command->scenario, "Scenario file (TOML)")->required();
  run_app->add_option("-o,--output", command->directory,
                      "Directory of the results (default: runs/<scenario name>)");
  run_app
      ->add_option("--set", command->overrides,
                   "PATH=VALUE: replaces a key of the scenario or its platform, as in "
                   "--set hub.zhongwei.cooling=\"cold-plate\"; 'hub.*.cooling' is "
                   "that of every hub")
      ->take_all()
      ->expected(1)
      ->allow_extra_args(false);
  run_app->add_option("--seed", command->seed, "Seed of all random numbers (default: that of the scenario)")
      ->check(seed_validator());
  run_app->add_flag("--force", command->force, "Replace an existing run");
  add_language_option(*run_app, command->language);
  run_app->callback(
      [command, &flags, &chosen] { chosen = [command, &flags] { return run(*command, flags); }; });
}

}  // namespace hubwatt
