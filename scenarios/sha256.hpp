// SHA-256 of a text, as 64 lower-case hexadecimal digits. Used to name what was read, not to keep secrets.
// Source: FIPS PUB 180-4 (2015), sections 4.1.2, 5.1.1 and 6.2.
#pragma once

#include <string>
#include <string_view>

namespace hubwatt {

std::string sha256(std::string_view text);

}  // namespace hubwatt
