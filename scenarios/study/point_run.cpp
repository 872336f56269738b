#include "scenarios/study/point_run.hpp"

#include <new>
#include <stdexcept>

#include "scenarios/input_files.hpp"
#include "scenarios/run_files.hpp"
#include "scenarios/run_summary.hpp"
#include "scenarios/scenario_reader.hpp"
#include "scenarios/simulation.hpp"
#include "scenarios/study/figure_paths.hpp"

namespace hubwatt {
namespace {

// As the exit codes of the command line.
enum Ended : int { failed = 1, invalid_input = 3, policy_failed = 4, invariant_broke = 5 };

void run(const Study& study, const StudyPoint& point, const ShareDone& report, PointOutcome& out) {
  Scenario scenario = read_scenario(study.scenario, point.set, point.seed);
  scenario.output = {
      .jobs = false, .series = false, .inference = false, .report = false, .assumptions = false};
  out.scenario_digest = scenario_digest(scenario.files);
  Policies policies = Policies::load(
      scenario.policies, static_cast<std::uint32_t>(scenario.platform.hubs.size()), scenario.directory);
  RunFiles no_files({}, scenario);
  Simulation simulation(scenario, policies, no_files);
  const RunResult result = simulation.run(report ? report : [](double) {});
  out.figures = figures_of_summary(summary_json(scenario, result));
}

}  // namespace

PointOutcome run_point(const Study& study, const StudyPoint& point, const ShareDone& report) {
  PointOutcome out;
  try {
    run(study, point, report, out);
    return out;
  } catch (const InputError& error) {
    out.exit_code = invalid_input, out.problem = error.what();
  } catch (const PolicyError& error) {
    out.exit_code = policy_failed, out.problem = error.what();
  } catch (const InvariantError& error) {
    out.exit_code = invariant_broke, out.problem = error.what();
  } catch (const std::bad_alloc&) {
    out.exit_code = failed, out.problem = "the run needs more memory than there is";
  } catch (const std::length_error&) {
    out.exit_code = failed, out.problem = "the run needs more memory than there is";
  } catch (const std::exception& error) {
    out.exit_code = failed, out.problem = error.what();
  }
  if (out.problem.empty()) out.problem = "the run failed without a reason";
  return out;
}

}  // namespace hubwatt
