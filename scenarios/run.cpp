#include "scenarios/run.hpp"

#include "models/error.hpp"
#include "scenarios/assumption_effects.hpp"
#include "scenarios/forked_tasks.hpp"
#include "scenarios/inputs_json.hpp"
#include "scenarios/result_directory.hpp"
#include "scenarios/run_files.hpp"
#include "scenarios/run_summary.hpp"
#include "scenarios/simulation.hpp"

namespace hubwatt {

namespace fs = std::filesystem;

namespace {

void write_text(const fs::path& path, const std::string& text) {
  TableFile file(path, text);
  file.close();
}

void simulate(const Scenario& scenario, const RunOptions& options, const fs::path& into,
              const ShareDone& report) {
  Policies policies = Policies::load(
      scenario.policies, static_cast<std::uint32_t>(scenario.platform.hubs.size()), scenario.directory);
  RunFiles files(into, scenario);
  Simulation simulation(scenario, policies, files);
  if (scenario.output.assumptions) simulation.keep_samples(Sampling::spread);
  const RunResult result = simulation.run(report);
  files.close();
  write_text(into / "summary.json", summary_json(scenario, result));
  std::string assumptions;
  if (scenario.output.assumptions)
    assumptions = assumptions_json(assumption_effects(scenario, result), scenario.inputs);
  write_text(into / "inputs.json", inputs_json(scenario.inputs, assumptions));
  write_text(into / "manifest.json", manifest_json(scenario, result, options.command_line));
}

}  // namespace

void run_to_directory(const Scenario& scenario, const RunOptions& options) {
  const fs::path target = result_target(options.directory, options.overwrite);
  const Interrupts interrupts;  // outlives the directory, so that no signal comes between and leaves it
  PartialDirectory partial(target);
  const ForkedTask task{[&](const ShareDone& report) {
    simulate(scenario, options, partial.path(), report);
    return std::string();
  }};
  run_forked({&task, 1}, 1, interrupts, options.progress);
  if (options.add) {
    const ForkedTask addition{[&](const ShareDone&) {
      options.add(partial.path());
      return std::string();
    }};
    run_forked({&addition, 1}, 1, interrupts);
  }
  partial.keep_as(target, options.overwrite);
}

}  // namespace hubwatt
