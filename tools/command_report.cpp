// hubwatt report: what finished runs, projections or studies say, as text, JSON or a page.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>

#include "models/error.hpp"
#include "scenarios/run.hpp"
#include "tools/command.hpp"
#include "tools/language_option.hpp"
#include "tools/named_option.hpp"
#include "tools/output_file.hpp"
#include "tools/projection_tables.hpp"
#include "tools/report.hpp"
#include "tools/report_projection.hpp"
#include "tools/report_run.hpp"
#include "tools/report_why.hpp"
#include "tools/study/study_json.hpp"
#include "tools/study/study_page.hpp"
#include "tools/study/study_text.hpp"

namespace hubwatt {

namespace {

enum class Format { text, json, html };

struct ReportCommand {
  std::vector<std::string> directories;
  std::string output;
  std::vector<std::string> why;  // paths of figures to explain
  WhyLength why_length = WhyLength::screen;
  std::optional<Format> format;  // else told by the name of the output
  Language language = Language::english;
};

Format format_of(const ReportCommand& command, const CommonFlags& flags) {
  if (flags.json) return Format::json;
  if (command.format) return *command.format;
  const std::string extension = std::filesystem::path(command.output).extension().string();
  return extension == ".json" ? Format::json : extension == ".html" ? Format::html : Format::text;
}

std::string projection_report(const std::vector<std::string>& directories, Format format, Language language) {
  std::vector<FinishedProjection> projections;
  for (const std::string& directory : directories) {
    if (!is_projection(directory) &&
        std::filesystem::exists(std::filesystem::path(directory) / "summary.json"))
      throw UsageError(directory + " holds a run, others hold projections; report on them apart");
    projections.push_back(read_finished_projection(directory));
  }
  if (format == Format::json) return report_projection_json(projections);
  if (format == Format::html) return report_projection_page(projections, language);
  std::string text;
  for (const FinishedProjection& projection : projections)
    text += (text.empty() ? "" : "\n") + projection_text(projection.trajectory, language);
  return text;
}

std::string study_report(const std::vector<std::string>& files, Format format, Language language) {
  std::vector<FinishedStudy> studies;
  for (const std::string& file : files) {
    if (!is_study_file(file))
      throw UsageError(file + " is no study's file (.sqlite) as others are; report on them apart");
    studies.push_back({file, read_study_results(file)});
  }
  if (format == Format::json) return studies_json(studies);
  if (format == Format::html) return study_page(studies, language);
  std::string text;
  for (const FinishedStudy& study : studies)
    text += (text.empty() ? "" : "\n") + study_text(study.results, language);
  return text;
}

std::string run_report(const std::vector<std::string>& directories, Format format, Language language) {
  std::vector<FinishedRun> runs;
  for (const std::string& directory : directories) runs.push_back(read_run(directory));
  if (format == Format::html) return report_run_page(runs, language);
  return format == Format::json ? report_json(runs) : report_text(runs, language);
}

std::string explanation(const ReportCommand& command, Format format) {
  if (command.directories.size() > 1)
    throw UsageError("--why explains figures of one run; name one directory");
  const std::string& directory = command.directories.front();
  if (is_study_file(directory))
    throw UsageError(
        "--why explains figures of a run, and " + directory +
        " holds a study; run the point with hubwatt run, as hubwatt report tells, and ask there");
  if (is_projection(directory))
    throw UsageError("--why explains figures of a run, and " + directory + " holds a projection");
  if (format == Format::html)
    throw UsageError("--why answers as text or JSON; on the page a click on a figure explains it");
  const FinishedRun run = read_run(directory);
  return format == Format::json
             ? report_why_json(run, command.why)
             : report_why_text(run, command.why, command.why_length, Words(command.language));
}

std::string whole_report(const ReportCommand& command, Format format) {
  if (std::any_of(command.directories.begin(), command.directories.end(),
                  [](const std::string& file) { return is_study_file(file); }))
    return study_report(command.directories, format, command.language);
  const bool projections = std::any_of(command.directories.begin(), command.directories.end(),
                                       [](const std::string& directory) { return is_projection(directory); });
  return projections ? projection_report(command.directories, format, command.language)
                     : run_report(command.directories, format, command.language);
}

int report(const ReportCommand& command, const CommonFlags& flags) {
  const Format format = format_of(command, flags);
  const std::string text = command.why.empty() ? whole_report(command, format) : explanation(command, format);
  if (command.output.empty()) {
    std::fwrite(text.data(), 1, text.size(), stdout);
    return exit_done;
  }
  write_output(command.output, text);
  return exit_done;
}

}  // namespace

void add_report(CLI::App& app, const CommonFlags& flags, Action& chosen) {
  auto command = std::make_shared<ReportCommand>();
  CLI::App* report_app = app.add_subcommand("report", "Report on finished runs, projections or studies");
  report_app
      ->add_option("DIR", command->directories, "Directories of runs, or of projections, or files of studies")
      ->required();
  report_app->add_option("-o,--output", command->output, "File to write (default: standard output)");
  CLI::Option* why =
      report_app
          ->add_option("--why", command->why,
                       "Explain a figure of a run, hubs.zhongwei.pue say: its terms, inputs and assumptions")
          ->option_text("PATH ...")
          ->allow_extra_args(false);
  report_app
      ->add_flag_callback(
          "--why-all", [command] { command->why_length = WhyLength::all; },
          "Explain with every term, hub, input and assumption, not just those that fit a screen")
      ->needs(why);
  const std::map<std::string, Format> formats{
      {"html", Format::html}, {"json", Format::json}, {"text", Format::text}};
  report_app
      ->add_option("--format", command->format,
                   "html, json or text (default: by the name of the file, else text)")
      ->transform(number_of(named_values(formats)))
      ->option_text("html|json|text");
  add_language_option(*report_app, command->language);
  report_app->callback(
      [command, &flags, &chosen] { chosen = [command, &flags] { return report(*command, flags); }; });
}

}  // namespace hubwatt
