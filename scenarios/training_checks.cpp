// What a training workload asks of a platform and the platform cannot give.
#include <algorithm>
#include <cmath>
#include <map>

#include "models/units.hpp"
#include "platforms/wan.hpp"
#include "scenarios/training_fields.hpp"

namespace hubwatt {
namespace {

// A job stands on servers of one type in one hub.
long long widest_job(const Platform& platform) {
  long long widest = 0;
  for (const Hub& hub : platform.hubs) {
    std::map<ServerTypeId, long long> accelerators;
    for (const RackGroup& group : hub.racks) {
      accelerators[group.server] += group.accelerators_of(platform.servers[group.server.index]);
    }
    for (const auto& [type, count] : accelerators) widest = std::max(widest, count);
  }
  return widest;
}

// Accelerators that some job is sure to ask for, or that half of all jobs exceed where draws have no bound.
double certain_width(const TrainingWorkload& workload) {
  double width = 0.0;
  if (const auto* listed = std::get_if<ListedJobs>(&workload.source)) {
    for (const JobRecord& job : listed->jobs) width = std::max(width, static_cast<double>(job.accelerators));
    return width;
  }
  const Distribution& drawn = std::get<GeneratedJobs>(workload.source).accelerators;
  if (const auto* constant = std::get_if<Constant>(&drawn)) width = constant->value;
  if (const auto* uniform = std::get_if<Uniform>(&drawn)) width = uniform->high;
  if (const auto* triangular = std::get_if<Triangular>(&drawn)) width = triangular->high;
  if (const auto* exponential = std::get_if<Exponential>(&drawn)) width = exponential->mean * std::log(2.0);
  if (const auto* lognormal = std::get_if<Lognormal>(&drawn)) width = lognormal->median;
  if (const auto* weibull = std::get_if<Weibull>(&drawn))
    width = weibull->scale * std::pow(std::log(2.0), 1.0 / weibull->shape);
  if (const auto* choice = std::get_if<Choice>(&drawn)) {
    for (std::size_t i = 0; i < choice->values.size(); ++i) {
      if (choice->weights[i] > 0.0) width = std::max(width, choice->values[i]);
    }
  }
  return width;
}

// Hubs that data at `from` cannot reach.
std::string unreachable(const Platform& platform, HubId from) {
  const Wan wan(platform);
  std::string names;
  for (std::size_t i = 0; i < platform.hubs.size(); ++i) {
    if (HubId{i} == from || wan.connected(end_point(from), end_point(HubId{i}))) continue;
    names += (names.empty() ? "" : ", ") + platform.hubs[i].id;
  }
  return names;
}

bool stages_data(const TrainingWorkload& workload) {
  if (workload.dataset > DataSize{}) return true;
  const auto* listed = std::get_if<ListedJobs>(&workload.source);
  return listed != nullptr && std::any_of(listed->jobs.begin(), listed->jobs.end(),
                                          [](const JobRecord& job) { return job.dataset_gb > 0.0; });
}

// Jobs of a run of that length, as far as they can be told before.
double expected_jobs(const TrainingWorkload& workload, Duration run) {
  if (const auto* generated = std::get_if<GeneratedJobs>(&workload.source))
    return generated->arrivals_per_day * (run / unit::day);
  const auto& listed = std::get<ListedJobs>(workload.source);
  const double turns = listed.repeat_every > Duration{} ? std::ceil(run / listed.repeat_every) : 1.0;
  const auto submitted_by = [&listed](const JobRecord& job) {
    return listed.repeat_every <= Duration{} || job.submit_s < listed.repeat_every / unit::second;
  };
  return turns * static_cast<double>(std::count_if(listed.jobs.begin(), listed.jobs.end(), submitted_by));
}

}  // namespace

void check_job_count(const TrainingWorkload& workload, const Node& node, Duration run, Reading& reading) {
  constexpr double most_jobs = 1e8;  // that a run ends in hours, with results that fit a disk
  const bool generated = node.find("arrivals_per_day") != nullptr;
  const std::string_view key = generated ? "arrivals_per_day" : "repeat_every";
  const double jobs = expected_jobs(workload, run);
  if (jobs > most_jobs) {
    reading.mistake_at_key(node, key,
                           "makes " + to_text(std::round(jobs), {}) + " jobs of the run (at most 1e8)",
                           "let jobs come less often, or shorten the run");
  }
  const auto* listed = std::get_if<ListedJobs>(&workload.source);
  if (listed != nullptr && !listed->jobs.empty() && jobs == 0.0) {
    reading.mistake_at_key(node, key, "ends before the first job of the list is submitted",
                           "repeat after the last job of the list");
  }
}

void check_training(const TrainingWorkload& workload, const Node& node, const Platform& platform,
                    Reading& reading) {
  const double width = certain_width(workload);
  const auto widest = static_cast<double>(widest_job(platform));
  if (width > widest) {
    std::string_view key = "gpus";
    if (node.find("jobs") != nullptr) key = "jobs";
    if (node.find("trace") != nullptr) key = "trace";
    reading.mistake_at_key(node, key,
                           "a job asks for " + to_text(width, {}) + " accelerators, and the widest hub has " +
                               to_text(widest, {}) + " of one kind",
                           "add racks to a hub, or narrow the job");
  }
  if (platform.hubs.size() < 2 || !stages_data(workload)) return;
  const std::string names = unreachable(platform, workload.data_hub.value_or(HubId{0}));
  if (names.empty()) return;
  reading.mistake_at_key(node, "dataset", "no path of links brings the data to: " + names,
                         "add links to the platform, or leave the data set out");
}

}  // namespace hubwatt
