// hubwatt project: read a projection, carry it out, write its directory, and say in tables what came out.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <memory>
#include <thread>

#include "scenarios/projection/projection_reader.hpp"
#include "scenarios/projection/trajectory_files.hpp"
#include "tools/command.hpp"
#include "tools/language_option.hpp"
#include "tools/projection_tables.hpp"
#include "tools/report_projection.hpp"
#include "tools/run_options.hpp"

namespace hubwatt {

namespace {

struct ProjectCommand {
  std::string file;
  std::string directory;
  std::vector<std::string> overrides;
  std::optional<std::uint64_t> seed;
  int threads = 0;
  bool force = false;
  Language language = Language::english;
};

int run_projection(const ProjectCommand& command, const CommonFlags& flags) {
  Projection projection = read_projection(command.file, command.overrides, command.seed);
  const std::string directory = command.directory.empty() ? "runs/" + projection.name : command.directory;
  const Overwrite overwrite = command.force ? Overwrite::replace : Overwrite::refuse;
  result_target(directory, overwrite);  // before the work, not after it
  const int cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  const ShareOf progress = show_progress(projection.name, flags.quiet ? ProgressMode::none : flags.progress);
  const ProjectionResult result =
      project(projection, {command.threads > 0 ? command.threads : cores, progress});
  const std::string json = trajectory_json(projection, result);
  write_projection(projection, result, directory, overwrite, without_output(flags.command_line),
                   report_projection_page({{directory, projection.name, json}}));
  if (flags.json) {
    std::fputs(json.c_str(), stdout);
  } else if (!flags.quiet) {
    std::fputs(projection_text(json, command.language).c_str(), stdout);
    const Words words(command.language);
    std::printf("\n%s\n", words.with("Results are in {}", directory).c_str());
  }
  return exit_done;
}

}  // namespace

void add_project(CLI::App& app, const CommonFlags& flags, Action& chosen) {
  auto command = std::make_shared<ProjectCommand>();
  CLI::App* project_app = app.add_subcommand("project", "Energy, capacity and carbon, year by year");
  project_app->add_option("PROJECTION", command->file, "Projection file (TOML)")->required();
  project_app->add_option("-o,--output", command->directory,
                          "Directory of the results (default: runs/<projection name>)");
  project_app
      ->add_option("--set", command->overrides,
                   "PATH=VALUE: replaces a key of the projection, as in --set place.hubs.share=0.3")
      ->take_all()
      ->expected(1)
      ->allow_extra_args(false);
  project_app
      ->add_option("--seed", command->seed, "Seed of all random draws (default: that of the projection)")
      ->check(seed_validator());
  project_app
      ->add_option("-j,--threads", command->threads,
                   "Threads (default: all cores); results do not depend on it")
      ->check(CLI::Range(1, 1024));
  project_app->add_flag("--force", command->force, "Replace an existing result");
  add_language_option(*project_app, command->language);
  project_app->callback(
      [command, &flags, &chosen] { chosen = [command, &flags] { return run_projection(*command, flags); }; });
}

}  // namespace hubwatt
