// hubwatt sweep: read a study, run its points, keep them in one file, and say which was best.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <thread>

#include "scenarios/study/study_reader.hpp"
#include "tools/command.hpp"
#include "tools/language_option.hpp"
#include "tools/named_option.hpp"
#include "tools/shell_line.hpp"
#include "tools/study/lone_point.hpp"
#include "tools/study/slurm_engine.hpp"
#include "tools/study/sweep_run.hpp"
#include "tools/study/sweep_summary.hpp"

namespace hubwatt {

namespace {

enum class Engine { local, slurm };

struct SweepCommand {
  std::string study;
  std::string file;
  int at_once = 0;
  Engine engine = Engine::local;
  std::optional<std::size_t> point;
  bool resume = false;
  bool force = false;
  Language language = Language::english;
};

SweepOptions options_of(const SweepCommand& command, const CommonFlags& flags, const Study& study) {
  SweepOptions options;
  options.file = command.file.empty() ? sweep_file(study) : std::filesystem::path(command.file);
  if (command.resume) options.existing = Existing::resume;
  if (command.force) options.existing = Existing::replace;
  options.progress = flags.quiet ? ProgressMode::none : flags.progress;
  options.at_once = command.at_once;
  if (command.engine == Engine::slurm) {
    SlurmSite site;
    site.program = std::filesystem::read_symlink("/proc/self/exe");
    site.folder = std::filesystem::path(options.file).replace_extension("slurm");
    site.version = HUBWATT_VERSION;
    options.run_points = run_points_by_slurm(site);
  } else if (command.at_once == 0) {
    options.at_once = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  }
  return options;
}

std::string resume_line(const SweepCommand& command) {
  std::vector<std::string> words{"hubwatt", "sweep", command.study};
  if (!command.file.empty()) words.insert(words.end(), {"-o", command.file});
  if (command.engine == Engine::slurm) words.insert(words.end(), {"--engine", "slurm"});
  words.push_back("--resume");
  return shell_line(words);
}

int sweep(const SweepCommand& command, const CommonFlags& flags) {
  const Study study = read_study(command.study);
  if (command.point)
    return run_lone_point(study, *command.point, command.file,
                          flags.quiet ? ProgressMode::none : flags.progress);
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
  sweep_app->add_option(
      "-o,--output", command->file,
      "File of the results, a SQLite database (default: runs/<study name>.sqlite); with --point "
      "of its outcome, JSON (default: standard output)");
  CLI::Option* jobs =
      sweep_app
          ->add_option(
              "-j,--jobs", command->at_once,
              "Points run at once (default: all cores; with Slurm as many as it likes); results do not "
              "depend on it")
          ->check(CLI::Range(1, 1024));
  CLI::Option* resume =
      sweep_app->add_flag("--resume", command->resume, "Go on with the points that are not done");
  CLI::Option* force =
      sweep_app->add_flag("--force", command->force, "Begin anew in the place of an existing study")
          ->excludes(resume);
  const std::map<std::string, Engine> engines{{"local", Engine::local}, {"slurm", Engine::slurm}};
  CLI::Option* engine =
      sweep_app
          ->add_option(
              "--engine", command->engine,
              "local: processes of this machine; slurm: a job array of a cluster, which sees the study and "
              "the results under the same names, and takes partition, account, time and memory from sbatch's "
              "own "
              "variables (SBATCH_PARTITION, SBATCH_ACCOUNT, SBATCH_TIMELIMIT, SBATCH_MEM_PER_NODE)")
          ->transform(number_of(named_values(engines)))
          ->option_text("local|slurm");
  sweep_app
      ->add_option("--point", command->point,
                   "Run only the point of this number, from 1, and write its outcome as JSON")
      ->check(CLI::PositiveNumber)
      ->excludes(engine)
      ->excludes(jobs)
      ->excludes(resume)
      ->excludes(force);
  add_language_option(*sweep_app, command->language);
  sweep_app->callback(
      [command, &flags, &chosen] { chosen = [command, &flags] { return sweep(*command, flags); }; });
}

}  // namespace hubwatt
