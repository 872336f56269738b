// What an importer makes of its format, before it is cut, sorted, counted and written by import.cpp.
// Only the importers include this.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/error.hpp"
#include "scenarios/import.hpp"

namespace hubwatt {

struct ImportedRows {
  std::array<std::string_view, 3> columns;  // of the CSV written; the first is the time in seconds
  std::vector<std::array<double, 3>> rows;
  std::map<std::string, std::size_t> skipped;
  std::vector<std::string> notes;
};

ImportedRows read_swf(const InputFile& file, const ImportOptions& options, std::vector<Diagnostic>& mistakes);
ImportedRows read_philly(const InputFile& file, std::vector<Diagnostic>& mistakes);
ImportedRows read_azure_llm(const InputFile& file, std::vector<Diagnostic>& mistakes);

// "2023-11-16 18:15:46.6805900" as a count of 100 ns since 1970 of the same clock; the fraction may be
// absent. Whole ticks, because seconds since 1970 in a double keep no more than a quarter of a microsecond.
std::optional<std::int64_t> read_timestamp(std::string_view text);
inline constexpr double ticks_per_second = 1e7;

}  // namespace hubwatt
