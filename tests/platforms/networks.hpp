// Small platforms for tests of the network: hubs h0, h1, ... and links between them.
#pragma once

#include <string>

#include "models/units.hpp"
#include "platforms/hub.hpp"

namespace hubwatt::test {

inline Platform hubs_without_links(int count) {
  Platform platform;
  platform.name = "test";
  for (int i = 0; i < count; ++i) {
    Hub hub;
    hub.id = std::string("h").append(std::to_string(i));
    platform.hubs.push_back(hub);
  }
  return platform;
}

inline void add_link(Platform& platform, int a, int b, Duration latency, Bandwidth bandwidth,
                     double availability = 1.0) {
  const std::string id = std::string("l").append(std::to_string(platform.links.size()));
  platform.links.push_back(
      {id, {EndPoint::Kind::hub, a}, {EndPoint::Kind::hub, b}, latency, bandwidth, availability});
}

}  // namespace hubwatt::test
