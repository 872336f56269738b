// A scenario as values: everything a run needs, read and checked, immutable from here on. Built by
// scenario_reader.hpp; run by run.hpp. Indices point into the platform's vectors.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "models/distribution.hpp"
#include "models/inference.hpp"
#include "models/quantity.hpp"
#include "platforms/hub.hpp"
#include "platforms/outage.hpp"
#include "policies/choice.hpp"
#include "scenarios/input_use.hpp"

namespace hubwatt {

// Start in seconds since 1970-01-01T00:00Z.
struct Period {
  std::int64_t start = 0;
  Duration length{};
  Duration step{};
  // Of a part of a longer run: how much of that goes before. Jobs are those of the longer run; what was submitted
  // before and would still be under way, had it begun at once, comes at the start with what is left of it.
  Duration gone{};
};

// One job of a list or a trace. Times are since the start of the run. Absent values are the workload's.
struct JobRecord {
  double submit_s = 0.0;
  double duration_s = 0.0;
  std::uint32_t accelerators = 0;
  double activity = -1.0;         // below 0: the workload's
  double dataset_gb = -1.0;       // below 0: the workload's
  double deferrable_s = -1.0;     // below 0: the workload's
  std::int16_t origin = -1;       // below 0: the workload's
};

struct GeneratedJobs {
  double arrivals_per_day = 0.0;  // Poisson
  Distribution accelerators;
  Distribution duration;          // seconds
};

// A list or trace, in order of submission. Repeated every `repeat_every` until the end of the run where that is
// positive; `thin` keeps that share of its jobs, drawn by the seed.
struct ListedJobs {
  std::vector<JobRecord> jobs;
  Duration repeat_every{};
  double keep = 1.0;
};

struct Checkpoint {
  Duration every{};
  DataSize size{};
};

struct TrainingWorkload {
  std::string name;
  std::variant<GeneratedJobs, ListedJobs> source;
  Distribution activity;            // 0..1
  double clock_bound = 1.0;         // share of the run time that follows the clock, on servers that are slowed down
  DataSize dataset{};               // zero: nothing to stage
  std::optional<Checkpoint> checkpoint;
  std::optional<OriginId> origin;
  std::optional<HubId> data_hub;
  Duration deferrable{};
};

struct InferenceService {
  std::string name;
  std::vector<std::pair<OriginId, double>> origins;  // shares, sum 1; empty: no origin, no network latency
  double requests_per_second = 0.0;                  // mean over a day
  std::vector<double> profile;                       // 24 local hourly factors of mean 1, of the origin's UTC+8 day
  double weekend_factor = 1.0;
  double tokens_in = 0.0, tokens_out = 0.0;          // per request
  InferenceModel model;
  std::optional<Duration> latency_limit;             // one-way network
  Duration response_target{};                        // to the first token
  int min_replicas = 0;                              // held in every hub it is allowed on
};

enum class EngineKind { event, exec };

struct OutputSwitches {
  bool jobs = true;
  bool series = true;
  bool inference = true;
  bool report = true;
  bool assumptions = true;
};

// A piece of a hub's plant that is out of service from `start` (seconds since 1970-01-01T00:00Z) for `length`.
struct Outage {
  HubId hub;
  OutageEquipment equipment = OutageEquipment::feed;
  int count = 1;  // modules or units
  std::int64_t start = 0;
  Duration length{};
};

// A file that was read, for the digest: path as written in the scenario.
struct FileDigest {
  std::string path;
  std::string sha256;
};

struct ScenarioSource;

struct Scenario {
  std::string name;
  std::filesystem::path directory;  // of the scenario file: policies named by path are relative to it
  Platform platform;
  Period period;
  std::uint64_t seed = 0;
  PolicyChoices policies;
  std::vector<TrainingWorkload> training;
  std::vector<InferenceService> inference;
  std::vector<Outage> outages;
  EngineKind engine = EngineKind::event;
  OutputSwitches output;
  std::vector<FileDigest> files;  // every file read, in order
  std::vector<std::string> overrides;  // --set, as typed
  std::vector<InputUse> inputs;        // every value that was read, those of the platform first
  std::shared_ptr<const ScenarioSource> source;  // for reading it again with changes; null where it was not read
};

}  // namespace hubwatt
