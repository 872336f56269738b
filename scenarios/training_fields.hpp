// The keys of [[training]]: a list, a trace or a stream of training jobs.
#pragma once

#include "scenarios/field.hpp"
#include "scenarios/hub_fields.hpp"
#include "scenarios/scenario.hpp"

namespace hubwatt {

template <>
struct Kind<OriginId> {
  static std::optional<OriginId> read(const Node& node, const Limits&, Reading& reading) {
    return read_id<OriginTag>(node, "origin", reading.origins, reading);
  }
  static std::string type() { return "id of an origin"; }
  static Scale scale() { return {}; }
};
template <>
struct Kind<HubId> {
  static std::optional<HubId> read(const Node& node, const Limits&, Reading& reading) {
    return read_id<HubTag>(node, "hub", reading.hubs, reading);
  }
  static std::string type() { return "id of a hub"; }
  static Scale scale() { return {}; }
};

// A [[training]] table as written; one of jobs, trace and arrivals_per_day is present.
struct TrainingKeys;
template <>
Form<TrainingKeys> form_of();
// A job of `jobs = [...]`.
template <>
Form<JobRecord> form_of();
template <>
struct Kind<JobRecord> : TableKind<JobRecord> {};
template <>
Form<Checkpoint> form_of();
template <>
struct Kind<Checkpoint> : TableKind<Checkpoint> {};

template <>
struct Kind<TrainingWorkload> {
  static std::optional<TrainingWorkload> read(const Node& node, const Limits&, Reading& reading);
  static std::string type() { return "table"; }
  static Scale scale() { return {}; }
};

std::vector<FieldText> describe_training();

// Mistakes of a workload that only the platform shows: jobs wider than every hub, data that no path can bring.
void check_job_count(const TrainingWorkload& workload, const Node& node, Duration run, Reading& reading);
void check_training(const TrainingWorkload& workload, const Node& node, const Platform& platform,
                    Reading& reading);

}  // namespace hubwatt
