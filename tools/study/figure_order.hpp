// In which order figures stand, where each point brings its own: some have a hub or a source more than others.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hubwatt {

// The order of all from the order in each, one after the other: what one has more than those before it stands behind
// what it follows there.
std::vector<std::int64_t> joined_order(std::span<const std::vector<std::int64_t>> orders);

// Ids in some order as text, and back: {1, 2, 3, 7} is "1-3,7". Throws InputError with `file` where the text is none.
std::string ids_text(std::span<const std::int64_t> ids);
std::vector<std::int64_t> ids_of_text(std::string_view text, const std::filesystem::path& file);

}  // namespace hubwatt
