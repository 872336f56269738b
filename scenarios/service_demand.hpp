// What a service asks for: requests at a moment, and how fast a replica of it is on servers of a hub.
#pragma once

#include <cstdint>
#include <optional>

#include "models/inference.hpp"
#include "models/units.hpp"
#include "scenarios/hub_servers.hpp"
#include "scenarios/scenario.hpp"

namespace hubwatt {

// Profiles are of China's one time zone.
inline constexpr Duration demand_clock = 8.0 * unit::hour;

// Requests per second in the hour that holds this moment (seconds since 1970-01-01T00:00Z).
double request_rate(const InferenceService& service, std::int64_t utc_seconds);

struct ServiceSpeed {
  double frequency = 1.0;  // clock, of the full one: that of its busiest moments, all the time
  ReplicaSpeed replica;
};

// On servers of that pool; empty where no replica fits.
std::optional<ServiceSpeed> service_speed(const InferenceService& service, const Platform& platform,
                                          const HubServers& servers, std::uint32_t pool);

// Replicas that are wanted on servers of that pool; `min_replicas` are held on the first kind of server of
// every hub.
int replicas_wanted(const InferenceService& service, const ReplicaSpeed& speed, std::uint32_t pool,
                    double requests_per_second);

}  // namespace hubwatt
