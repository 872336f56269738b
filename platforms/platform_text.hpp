// A platform in words and tables for a reader: what is installed, how it is connected, and what a broken link
// would mean. Latencies are one-way, with the round trip beside them.
#pragma once

#include <string>

#include "platforms/hub.hpp"

namespace hubwatt {

std::string platform_text(const Platform& platform);

}  // namespace hubwatt
