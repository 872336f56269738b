// What a scenario was read from, kept as trees with all overrides applied, so that its platform can be read again with
// figures changed (platform_with in scenario_reader.hpp).
#pragma once

#include <filesystem>
#include <memory>

#include "scenarios/input_files.hpp"
#include "scenarios/node.hpp"

namespace hubwatt {

struct ScenarioSource {
  Node scenario, platform, catalogue;
  std::filesystem::path platform_folder;
  std::shared_ptr<InputFiles> files;  // their texts, so that nothing is read from the disk again
};

}  // namespace hubwatt
