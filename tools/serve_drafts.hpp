// Text that somebody is writing: checked as if it were a file beside the one it came from, so that what it names is
// found, and kept as a new file there. Files that exist are never written to.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "models/error.hpp"

namespace hubwatt {

// Every mistake, as `hubwatt check` tells it. The draft goes by the name of `origin`. Throws Error where that folder
// takes no file.
std::vector<Diagnostic> check_draft(const std::filesystem::path& origin, std::string_view text);

// The text as NAME.toml beside `origin`. Throws UsageError where there is a file of that name, NotServed where the
// name is none, Error where the disk refuses.
std::filesystem::path save_draft(const std::filesystem::path& origin, std::string_view name,
                                 std::string_view text);

}  // namespace hubwatt
