// hubwatt import: a published trace into hubwatt's CSV.
#include <cstdio>
#include <filesystem>
#include <cmath>
#include <memory>
#include <sstream>

#include <CLI/CLI.hpp>

#include "models/error.hpp"
#include "scenarios/import.hpp"
#include "scenarios/input_files.hpp"
#include "scenarios/run.hpp"
#include "tools/command.hpp"
#include "tools/named_option.hpp"
#include "tools/output_file.hpp"

namespace hubwatt {

namespace {

struct ImportCommand {
  std::string format, file, output;
  ImportOptions options;
};

int import(const ImportCommand& command, const CommonFlags& flags) {
  if (!std::isfinite(command.options.accelerators_per_processor))
    throw UsageError("--accelerators-per-processor: must be a finite number");
  std::vector<Diagnostic> mistakes;
  InputFiles files;
  const InputFile* source = files.read(command.file, std::filesystem::current_path(), Diagnostic{}, mistakes);
  if (source == nullptr) throw InputError(std::move(mistakes));
  std::ostringstream csv;
  const ImportResult result = import_trace(*import_format(command.format), *source, command.options, csv);
  write_output(command.output, csv.str());
  if (!flags.quiet) std::fputs(describe(result).c_str(), stdout);
  return exit_done;
}

}  // namespace

void add_import(CLI::App& app, const CommonFlags& flags, Action& chosen) {
  auto command = std::make_shared<ImportCommand>();
  CLI::App* import_app = app.add_subcommand("import", "Turn a published trace into a CSV of jobs or requests");
  std::vector<std::string> names;
  std::string summaries;
  for (const ImportFormatInfo& info : import_formats()) {
    names.emplace_back(info.name);
    summaries += "\n  " + std::string(info.name) + ": " + std::string(info.summary);
  }
  import_app->footer("Formats:" + summaries);
  import_app->add_option("FORMAT", command->format, "Format of the trace")->required()->check(one_of(names));
  import_app->add_option("FILE", command->file, "Trace to read")->required();
  import_app->add_option("-o,--output", command->output, "CSV to write")->required();
  import_app->add_option("--from", command->options.from_s, "Leave out what arrives before this, in s of the trace");
  import_app->add_option("--until", command->options.until_s, "Leave out what arrives from then on, in s");
  import_app
      ->add_option("--accelerators-per-processor", command->options.accelerators_per_processor,
                   "swf: accelerators a processor stands for")
      ->check(CLI::Range(1e-6, 1e6));
  import_app->callback([command, &flags, &chosen] { chosen = [command, &flags] { return import(*command, flags); }; });
}

}  // namespace hubwatt
