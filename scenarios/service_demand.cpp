#include "scenarios/service_demand.hpp"

#include <algorithm>

#include "models/calendar.hpp"

namespace hubwatt {

double request_rate(const InferenceService& service, std::int64_t utc_seconds) {
  const LocalHour hour = local_hour(utc_seconds, demand_clock);
  const double day = hour.weekday >= 5 ? service.weekend_factor : 1.0;
  return service.requests_per_second * service.profile[static_cast<std::size_t>(hour.hour_of_day)] * day;
}

std::optional<ServiceSpeed> service_speed(const InferenceService& service, const Platform& platform,
                                          const HubServers& servers, std::uint32_t pool) {
  const ServerType& type = platform.servers[servers.figures()[pool].type.index];
  const double busiest = std::max(service.model.prefill_activity, service.model.decode_activity);
  const double clock = servers.frequency(pool, busiest);
  const auto speed = replica_speed(service.model, clock * type.peak_compute, type.memory_bandwidth,
                                   type.memory, service.tokens_in, service.tokens_out);
  if (!speed) return std::nullopt;
  return ServiceSpeed{clock, *speed};
}

int replicas_wanted(const InferenceService& service, const ReplicaSpeed& speed, std::uint32_t pool,
                    double requests_per_second) {
  const int held = pool == 0 ? service.min_replicas : 0;
  const int needed = requests_per_second > 0.0 ? replicas_for(speed, requests_per_second, service.model) : 0;
  return std::max(held, needed);
}

}  // namespace hubwatt
