// hubwatt sweep: read a study, run its points, keep them in one file, and say which was best.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <memory>
#include <thread>

#include "scenarios/study/study_reader.hpp"
#include "tools/command.hpp"
#include "tools/language_option.hpp"
#include "tools/shell_line.hpp"
#include "tools/study/sweep_run.hpp"
#include "tools/study/sweep_summary.hpp"

namespace hubwatt {

namespace {

struct SweepCommand {
  std::string study;
  std::string file;
  int at_once = 0;
  bool resume = false;
  bool force = false;
  Language language = Language::english;
};

SweepOptions options_of(const SweepCommand& command, const CommonFlags& flags, const Study& study) {
  SweepOptions options;
  options.file = command.file.empty() ? sweep_file(study) : std::filesystem::path(command.file);
  if (command.resume) options.existing = Existing::resume;
  if (command.force) options.existing = Existing::replace;
  const int cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  options.at_once = command.at_once > 0 ? command.at_once : cores;
  options.progress = flags.quiet ? ProgressMode::none : flags.progress;
  return options;
}

std::string resume_line(const SweepCommand& command) {
  std::vector<std::string> words{"hubwatt", "sweep", command.study};
  if (!command.file.empty()) words.insert(words.end(), {"-o", command.file});
  words.push_back("--resume");
  return shell_line(words);
}

int sweep(const SweepCommand& command, const CommonFlags& flags) {
  const Study study = read_study(command.study);
  const SweepOptions options = options_of(command, flags, study);
  const SweepEnd end = run_sweep(study, options);
  const SweepSummary summary = summarize(study, read_study_results(options.file), options.file);
  if (end == SweepEnd::interrupted)
    throw Error("the sweep was interrupted; " + std::to_string(summary.done) + " of " +
                std::to_string(summary.points) +
                " points are done and kept; go on with: " + resume_line(command));
  if (flags.json) {
    std::fputs(sweep_json(summary).c_str(), stdout);
  } else if (!flags.quiet) {
    const Words words(command.language);
    if (end == SweepEnd::nothing_to_do)
      std::printf("%s\n\n", words.with("Every point was done before; nothing is left to run").c_str());
    std::fputs(sweep_text(summary, command.language).c_str(), stdout);
  }
  return exit_code(summary);
}

}  // namespace

void add_sweep(CLI::App& app, const CommonFlags& flags, Action& chosen) {
  auto command = std::make_shared<SweepCommand>();
  CLI::App* sweep_app = app.add_subcommand("sweep", "Run a scenario with many settings and keep all results");
  sweep_app->add_option("STUDY", command->study, "Study file (TOML)")->required();
  sweep_app->add_option("-o,--output", command->file,
                        "File of the results, a SQLite database (default: runs/<study name>.sqlite)");
  sweep_app
      ->add_option("-j,--jobs", command->at_once,
                   "Points run at once (default: all cores); results do not depend on it")
      ->check(CLI::Range(1, 1024));
  CLI::Option* resume =
      sweep_app->add_flag("--resume", command->resume, "Go on with the points that are not done");
  sweep_app->add_flag("--force", command->force, "Begin anew in the place of an existing study")
      ->excludes(resume);
  add_language_option(*sweep_app, command->language);
  sweep_app->callback(
      [command, &flags, &chosen] { chosen = [command, &flags] { return sweep(*command, flags); }; });
}

}  // namespace hubwatt
