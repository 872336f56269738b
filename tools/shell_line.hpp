// Words of a command as a POSIX shell takes them, whatever they hold.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace hubwatt {

// In single quotes where a shell would read more than letters into it.
std::string shell_word(std::string_view text);

// Words with a space between.
std::string shell_line(std::span<const std::string> words);

}  // namespace hubwatt
