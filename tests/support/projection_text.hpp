// A projection from the text of its file, for tests.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>

#include "scenarios/projection/projection_reader.hpp"

namespace hubwatt::test {

inline Projection projection_of(const std::string& text) {
  const std::filesystem::path file = std::filesystem::temp_directory_path() / "hubwatt-test.projection.toml";
  std::ofstream(file) << text;
  Projection projection = read_projection(file);
  std::filesystem::remove(file);
  return projection;
}

}  // namespace hubwatt::test
