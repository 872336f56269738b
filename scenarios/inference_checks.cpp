// What a service asks of a platform and the platform cannot give.
#include <algorithm>
#include <map>

#include "scenarios/inference_fields.hpp"

namespace hubwatt {
namespace {

// Replicas that stand on all servers of a hub when nothing else does.
long long room_for(const InferenceService& service, const Hub& hub, const Platform& platform) {
  std::map<ServerTypeId, long long> accelerators;
  for (const RackGroup& group : hub.racks) {
    accelerators[group.server] += group.accelerators_of(platform.servers[group.server.index]);
  }
  long long replicas = 0;
  for (const auto& [id, count] : accelerators) {
    const ServerType& type = platform.servers[id.index];
    const auto speed = replica_speed(service.model, type.peak_compute, type.memory_bandwidth, type.memory,
                                     service.tokens_in, service.tokens_out);
    if (speed) replicas += count / service.model.accelerators_per_replica;
  }
  return replicas;
}

}  // namespace

void check_service(const InferenceService& service, const Node& node, const Platform& platform,
                   Reading& reading) {
  long long most = 0;
  for (const Hub& hub : platform.hubs) most = std::max(most, room_for(service, hub, platform));
  if (most == 0) {
    reading.mistake_at_key(
        node, "model",
        "no hub has servers that hold one replica and one request (accelerators, their memory, "
        "compute and bandwidth)",
        "raise accelerators_per_replica, take a smaller model, or add racks of such servers");
  } else if (service.min_replicas > most) {
    reading.mistake_at_key(node, "min_replicas",
                           std::to_string(service.min_replicas) +
                               " replicas stand in no hub (the largest holds " + std::to_string(most) + ")",
                           "hold fewer, or add racks");
  }
}

}  // namespace hubwatt
