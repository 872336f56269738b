// A scenario file, with its platform and all files they name, to values. The only door from text to a Scenario.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "models/error.hpp"
#include "scenarios/override.hpp"
#include "scenarios/scenario.hpp"
#include "scenarios/workload_changes.hpp"

namespace hubwatt {

// Overrides are as after --set; each applies to the scenario where its first key is one of a scenario, else to the
// platform. A seed takes the place of the file's. Throws InputError with every mistake of scenario and platform.
Scenario read_scenario(const std::filesystem::path& path, std::span<const std::string> overrides = {},
                       std::optional<std::uint64_t> seed = std::nullopt);

// The scenario's platform with changes as by --set, or nothing where mistakes come of them. The scenario must have been
// read by read_scenario.
std::optional<Platform> platform_with(const Scenario& scenario, std::span<const Override> changes);

// The same of its workloads: those that changes address.
std::optional<WorkloadChanges> workloads_with(const Scenario& scenario, std::span<const Override> changes);

enum class FileKind { scenario, platform, projection, study };

// What a file is by its keys; empty where it has none of theirs.
std::optional<FileKind> kind_of_file(const std::filesystem::path& path);

// Every mistake of a scenario (with its platform), of a platform, of a projection or a study (with what they name).
std::vector<Diagnostic> check_file(const std::filesystem::path& path);

}  // namespace hubwatt
