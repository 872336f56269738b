// hubwatt report: what finished runs say, as text or JSON.
#include <cstdio>
#include <filesystem>
#include <memory>

#include <CLI/CLI.hpp>

#include "models/error.hpp"
#include "scenarios/run.hpp"
#include "tools/command.hpp"
#include "tools/output_file.hpp"
#include "tools/report.hpp"

namespace hubwatt {

namespace {

struct ReportCommand {
  std::vector<std::string> directories;
  std::string output;
  std::string format = "text";
};

int report(const ReportCommand& command, const CommonFlags& flags) {
  if (std::filesystem::path(command.output).extension() == ".html")
    throw UsageError(command.output + ": this version writes no pages yet; name a .txt or .json file");
  std::vector<FinishedRun> runs;
  for (const std::string& directory : command.directories) runs.push_back(read_run(directory));
  const bool json = flags.json || command.format == "json" ||
                    std::filesystem::path(command.output).extension() == ".json";
  const std::string text = json ? report_json(runs) : report_text(runs);
  if (command.output.empty()) {
    std::fputs(text.c_str(), stdout);
    return exit_done;
  }
  write_output(command.output, text);
  return exit_done;
}

}  // namespace

void add_report(CLI::App& app, const CommonFlags& flags, Action& chosen) {
  auto command = std::make_shared<ReportCommand>();
  CLI::App* report_app = app.add_subcommand("report", "Report on finished runs: per hub, side and total");
  report_app->add_option("DIR", command->directories, "Run directories")->required();
  report_app->add_option("-o,--output", command->output, "File to write (default: standard output)");
  report_app->add_option("--format", command->format, "text or json")->check(CLI::IsMember({"text", "json"}));
  report_app->callback([command, &flags, &chosen] { chosen = [command, &flags] { return report(*command, flags); }; });
}

}  // namespace hubwatt
