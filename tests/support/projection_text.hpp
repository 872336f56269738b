// A projection from the text of its file, for tests.
#pragma once

#include <string>

#include "scenarios/projection/projection_reader.hpp"
#include "tests/support/finished_run.hpp"

namespace hubwatt::test {

inline Projection projection_of(const std::string& text) {
  const Scratch scratch;
  return read_projection(scratch.write("t.toml", text));
}

}  // namespace hubwatt::test
