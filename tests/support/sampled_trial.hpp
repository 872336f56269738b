// Runs a scenario with samples kept, in a process of its own, and works out figures from what it found there.
#pragma once

#include <cstring>
#include <functional>
#include <string>
#include <vector>

#include "scenarios/forked_tasks.hpp"
#include "scenarios/run_files.hpp"
#include "scenarios/simulation.hpp"

namespace hubwatt::test {

using Figures = std::vector<double>;

inline Figures sampled(const Scenario& scenario, Sampling sampling,
                       const std::function<Figures(const RunResult&)>& figures) {
  const ForkedTask task{[&](const ShareDone&) {
    Scenario silent = scenario;
    silent.output = {.jobs = false, .series = false, .inference = false};
    Policies policies = Policies::load(
        silent.policies, static_cast<std::uint32_t>(silent.platform.hubs.size()), silent.directory);
    RunFiles no_files({}, silent);
    Simulation simulation(silent, policies, no_files);
    simulation.keep_samples(sampling);
    const Figures found = figures(simulation.run({}));
    return std::string(reinterpret_cast<const char*>(found.data()), found.size() * sizeof(double));
  }};
  const Interrupts interrupts;
  const std::string bytes = run_forked({&task, 1}, 1, interrupts).front();
  Figures out(bytes.size() / sizeof(double));
  std::memcpy(out.data(), bytes.data(), bytes.size());
  return out;
}

}  // namespace hubwatt::test
