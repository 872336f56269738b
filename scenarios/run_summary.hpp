// summary.json and manifest.json of a run: what it found, and what it was made of. Neither holds a clock time, a
// machine's name or a path of the output, so that the same scenario and seed give the same bytes.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "scenarios/run_result.hpp"
#include "scenarios/scenario.hpp"

namespace hubwatt {

// JSON text, ending in a line feed. Keys and their order: the contract and kpi_fields(). Figures without a value
// (a ratio of nothing) are null.
std::string summary_json(const Scenario& scenario, const RunResult& result);

// `command_line`: as typed, without the output directory.
std::string manifest_json(const Scenario& scenario, const RunResult& result, std::span<const std::string> command_line);

}  // namespace hubwatt
