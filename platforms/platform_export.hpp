// A platform in the languages of other programs: SimGrid's platform file, and Graphviz. One way only; hubwatt
// itself reads neither.
#pragma once

#include <string>

#include "platforms/hub.hpp"

namespace hubwatt {

// SimGrid loads it into what build_simgrid_platform makes: same hosts, cores, wattages, links, latencies and
// routes. To see the same transfer times it needs the settings named in the file's comment. Servers reach their
// gateway over a link without latency or limit of its own, which SimGrid's files ask for.
std::string simgrid_xml(const Platform& platform);

// Hubs by side, origins that links attach, and links with latency and bandwidth.
std::string graphviz(const Platform& platform);

}  // namespace hubwatt
