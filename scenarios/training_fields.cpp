#include "scenarios/training_fields.hpp"

#include <algorithm>

#include "models/units.hpp"
#include "scenarios/activity_fields.hpp"
#include "scenarios/field_distribution.hpp"
#include "scenarios/job_trace.hpp"

namespace hubwatt {

// What stands in the table; how jobs come about is told by which of three keys is there.
struct TrainingKeys {
  std::vector<JobRecord> jobs, trace;
  GeneratedJobs generated;
  ListedJobs listed;
  TrainingWorkload common;  // all but the source of jobs
};

namespace {

// A member of a JobRecord, which counts in plain figures.
template <class V, class M>
Field<JobRecord> of_job(std::string_view key, M JobRecord::*member, double base_units, std::string_view doc) {
  Field<JobRecord> made{key, Kind<V>::type(), Kind<V>::scale(), doc, any_number, Presence::required, {}, {},
                        {}};
  made.read = [member, base_units](JobRecord& job, const Node& node, const Limits& limits, Reading& reading) {
    const auto base = BaseOf<V>::read(node, limits, reading);
    if (base) job.*member = static_cast<M>(*base / base_units);
  };
  return made;
}

template <class K, class V>
Field<TrainingKeys> common(std::string_view key, V TrainingWorkload::*member, std::string_view doc) {
  return field_into<K, TrainingKeys>(
      key, [member](TrainingKeys& keys) -> V& { return keys.common.*member; }, doc);
}
template <class V>
Field<TrainingKeys> common(std::string_view key, V TrainingWorkload::*member, std::string_view doc) {
  return common<Kind<V>>(key, member, doc);
}
template <class K, class V>
Field<TrainingKeys> generated(std::string_view key, V GeneratedJobs::*member, std::string_view doc) {
  return field_into<K, TrainingKeys>(
      key, [member](TrainingKeys& keys) -> V& { return keys.generated.*member; }, doc);
}
template <class V>
Field<TrainingKeys> listed(std::string_view key, V ListedJobs::*member, std::string_view doc) {
  return field_into<Kind<V>, TrainingKeys>(
      key, [member](TrainingKeys& keys) -> V& { return keys.listed.*member; }, doc);
}

void read_trace(TrainingKeys& keys, const Node& node, Reading& reading) {
  if (!Kind<std::string>::read(node, any_number, reading)) return;
  const InputFile* file = reading.file_at(node);
  if (file == nullptr) return;
  const auto origin = [&reading](std::string_view id) -> std::optional<OriginId> {
    if (!reading.names_known) return OriginId{0};
    const auto found = std::find(reading.origins.begin(), reading.origins.end(), id);
    if (found == reading.origins.end()) return std::nullopt;
    return OriginId{static_cast<std::size_t>(found - reading.origins.begin())};
  };
  keys.trace = read_job_trace(*file, origin, reading.mistakes);
}

// Keys of one way to give jobs do not stand beside another way.
void check_source(const Node& node, Reading& reading) {
  const auto present = [&node](std::string_view key) { return node.find(key) != nullptr; };
  const int sources = int{present("jobs")} + int{present("trace")} + int{present("arrivals_per_day")};
  if (sources != 1) {
    reading.mistake(node, "exactly one of jobs, trace and arrivals_per_day is due");
    return;
  }
  for (const std::string_view key : {"activity", "clock_bound"}) {
    if (present("kind")) reading.forget(node, key);
    if (present("kind") && present(key))
      reading.mistake_at_key(node, key, "stands beside kind, which tells it too", "leave one of them out");
  }
  for (const std::string_view key : {"gpus", "duration"}) {
    if (present("arrivals_per_day") && !present(key)) {
      reading.mistake_at_key(node, key, "jobs that arrive by themselves need this key, and it is missing");
    } else if (!present("arrivals_per_day") && present(key)) {
      reading.mistake_at_key(node, key, "belongs to arrivals_per_day; listed jobs have their own");
    }
  }
  for (const std::string_view key : {"repeat_every", "keep"}) {
    if (present("arrivals_per_day")) reading.forget(node, key);
    if (present("arrivals_per_day") && present(key)) {
      reading.mistake_at_key(node, key, "belongs to jobs and trace, not to arrivals_per_day");
    }
  }
}

}  // namespace

template <>
Form<JobRecord> form_of() {
  return {"a job",
          {of_job<Duration>("submit", &JobRecord::submit_s, 1.0, "since the start of the run")
               .within(at_least_zero),
           of_job<std::uint32_t>("gpus", &JobRecord::accelerators, 1.0, "accelerators it holds")
               .within(at_least_one),
           of_job<Duration>("duration", &JobRecord::duration_s, 1.0, "at full speed").within(positive),
           of_job<double>("activity", &JobRecord::activity, 1.0, "of its accelerators")
               .within(share)
               .else_means("the workload's"),
           of_job<DataSize>("dataset", &JobRecord::dataset_gb, unit::GB.base(), "staged before it starts")
               .within(at_least_zero)
               .else_means("the workload's"),
           field_by<JobRecord>("origin", Kind<OriginId>::type(), "where it is submitted",
                               [](JobRecord& job, const Node& node, Reading& reading) {
                                 const auto origin = Kind<OriginId>::read(node, any_number, reading);
                                 if (origin) job.origin = static_cast<std::int16_t>(origin->index);
                               })
               .else_means("the workload's"),
           of_job<Duration>("deferrable", &JobRecord::deferrable_s, 1.0, "a dispatcher may hold it so long")
               .within(at_least_zero)
               .else_means("the workload's")},
          {}};
}

template <>
Form<Checkpoint> form_of() {
  return {"a checkpoint",
          {field("every", &Checkpoint::every, "time between two").within({.low = 1.0}),
           field("size", &Checkpoint::size, "data written each time").within(positive)},
          {}};
}

template <>
Form<TrainingKeys> form_of() {
  return {
      "a training workload",
      {
          common("name", &TrainingWorkload::name, "by which results name it"),
          field("jobs", &TrainingKeys::jobs, "the jobs one by one")
              .else_means("trace or arrivals_per_day is given"),
          field_by<TrainingKeys>("trace", "path of a CSV file",
                                 "columns submit_s,gpus,duration_s[,activity,dataset_gb,origin,deferrable_s]",
                                 read_trace)
              .else_means("jobs or arrivals_per_day is given"),
          generated<Kind<double>>("arrivals_per_day", &GeneratedJobs::arrivals_per_day, "Poisson arrivals")
              .within(positive)
              .else_means("jobs or trace is given"),
          generated<DistributionOf<int>>("gpus", &GeneratedJobs::accelerators, "accelerators a job holds")
              .within(at_least_one)
              .else_means("the listed jobs' own"),
          generated<DistributionOf<Duration>>("duration", &GeneratedJobs::duration, "of a job at full speed")
              .within(at_least_zero)
              .else_means("the listed jobs' own"),
          listed("repeat_every", &ListedJobs::repeat_every, "the list starts again after this time")
              .within({.low = 1.0})
              .else_means("once"),
          listed("keep", &ListedJobs::keep, "share of the listed jobs that run, drawn by the seed")
              .within(positive_share)
              .defaults("1.0", "all of them"),
          common<DistributionOf<double>>("activity", &TrainingWorkload::activity, "of the accelerators held")
              .within(share)
              .defaults("0.85", "pretraining at 35 to 45 % of peak FLOPS; estimate"),
          common<Kind<double>>("clock_bound", &TrainingWorkload::clock_bound,
                               "share of the run time that follows the clock, where servers are slowed down")
              .within(share)
              .defaults("0.85", "pretraining; estimate"),
          field_by<TrainingKeys>("kind", Kind<ActivityPreset>::type(),
                                 "what kind of work it is, in place of activity and clock_bound",
                                 [](TrainingKeys& keys, const Node& node, Reading& reading) {
                                   const auto kind = Kind<ActivityPreset>::read(node, any_number, reading);
                                   if (!kind) return;
                                   keys.common.activity = Constant{kind->activity};
                                   keys.common.clock_bound = kind->clock_bound;
                                 })
              .else_means("activity and clock_bound tell"),
          common("dataset", &TrainingWorkload::dataset, "staged over the WAN before a job starts")
              .within(at_least_zero)
              .else_means("nothing to stage"),
          common("checkpoint", &TrainingWorkload::checkpoint, "what is written while a job runs")
              .else_means("none"),
          common("origin", &TrainingWorkload::origin, "where jobs are submitted")
              .else_means("none: no latency counts"),
          common("data_hub", &TrainingWorkload::data_hub, "where data sets lie")
              .else_means("the hub nearest to the origin"),
          common("deferrable", &TrainingWorkload::deferrable, "a dispatcher may hold a job so long")
              .within(at_least_zero)
              .else_means("not at all"),
      },
      [](const TrainingKeys&, const Node& node, Reading& reading) { check_source(node, reading); }};
}

std::optional<TrainingWorkload> Kind<TrainingWorkload>::read(const Node& node, const Limits&,
                                                             Reading& reading) {
  auto keys = read_form(node, form_of<TrainingKeys>(), reading);
  if (!keys) return std::nullopt;
  TrainingWorkload workload = std::move(keys->common);
  if (node.find("arrivals_per_day") != nullptr) {
    workload.source = std::move(keys->generated);
    return workload;
  }
  keys->listed.jobs = std::move(node.find("jobs") != nullptr ? keys->jobs : keys->trace);
  std::stable_sort(keys->listed.jobs.begin(), keys->listed.jobs.end(),
                   [](const JobRecord& a, const JobRecord& b) { return a.submit_s < b.submit_s; });
  workload.source = std::move(keys->listed);
  return workload;
}

std::vector<FieldText> describe_training() {
  return describe(form_of<TrainingKeys>());
}

}  // namespace hubwatt
