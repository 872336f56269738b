// What a finished run says to a reader: a text of tables, or JSON. Reads run directories only; the engine is not
// asked. A directory with a missing or damaged file is refused with its name.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tools/words.hpp"

namespace hubwatt {

// The files of a run directory as text.
struct FinishedRun {
  std::filesystem::path directory;
  std::string summary;   // summary.json
  std::string manifest;  // manifest.json
};

// Throws InputError where the directory is no finished run.
FinishedRun read_run(const std::filesystem::path& directory);

// Per hub, side and total: energy, PUE, green power, carbon, water, cost, use; jobs, services, links, rules.
std::string report_text(const std::vector<FinishedRun>& runs, Language language = Language::english);

// {"schema": 1, "runs": [{"directory", "manifest", "summary"}, ...]}
std::string report_json(const std::vector<FinishedRun>& runs);

}  // namespace hubwatt
