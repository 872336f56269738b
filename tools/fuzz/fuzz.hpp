// What every fuzz harness shares. A harness is one function over bytes that must come back whatever the bytes
// are; a property that does not hold stops the program through HUBWATT_ENSURES.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "models/contract.hpp"
#include "models/error.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace hubwatt::fuzz {

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

// A mistake says what is wrong, and where it stands counts from 1.
inline void ensure_readable(const std::vector<Diagnostic>& mistakes) {
  for (const Diagnostic& mistake : mistakes) {
    HUBWATT_ENSURES(!mistake.problem.empty());
    HUBWATT_ENSURES(mistake.line >= 0 && mistake.column >= 0);
    HUBWATT_ENSURES(mistake.line > 0 || mistake.column == 0);
  }
}

}  // namespace hubwatt::fuzz
