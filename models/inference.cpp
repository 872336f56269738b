#include "models/inference.hpp"

#include <algorithm>
#include <cmath>

#include "models/contract.hpp"
#include "models/queueing.hpp"

namespace hubwatt {
namespace {

struct DecodeStep {
  Duration read{}, compute{};
  Duration time() const { return read + compute; }
};

DecodeStep decode_step(const ReplicaSpeed& speed, double batch) {
  const double touched = 1.0 - std::pow(1.0 - speed.active_share, batch);
  return {touched * speed.read_weights + batch * speed.read_cache, batch * speed.compute_token};
}

// What a replica does under `rate` requests per second, averaged over time.
struct ReplicaLoad {
  double in_flight = 0.0;
  double batch = 0.0;       // of the steps that are made
  double prefilling = 0.0;  // share of time
  double decoding = 0.0;    // share of time
  DecodeStep step;
};

// Requests decode like customers of a queue with a place for everyone: with n in flight on average, none is
// there for exp(-n) of the time. At full load the batch is full and always there.
double busy_share(double in_flight, double full_batch) {
  return std::max(in_flight / full_batch, 1.0 - std::exp(-in_flight));
}

ReplicaLoad load_at(const ReplicaSpeed& speed, double rate) {
  ReplicaLoad out;
  out.prefilling = rate * speed.prefill.base();
  const double free = 1.0 - out.prefilling;
  double low = 0.0;
  double high = rate > 0.0 ? speed.batch : 0.0;
  const auto settle = [&](double in_flight) {
    const double busy = busy_share(in_flight, speed.batch);
    out.in_flight = in_flight;
    out.decoding = free * busy;
    out.batch = busy > 0.0 ? in_flight / busy : 1.0;
    out.step = decode_step(speed, out.batch);
    return rate * speed.tokens_out * out.step.time().base() - in_flight * free;  // tokens wanted beyond made
  };
  for (int i = 0; i < 60; ++i) {
    const double middle = 0.5 * (low + high);
    (settle(middle) > 0.0 ? low : high) = middle;
  }
  settle(high);
  return out;
}

double activity_of(const ReplicaSpeed& speed, const ReplicaLoad& load) {
  const double reading = load.step.read / load.step.time();
  return load.prefilling * speed.prefill_activity +
         load.decoding * (reading * speed.decode_activity + (1.0 - reading) * speed.prefill_activity);
}

}  // namespace

std::optional<ReplicaSpeed> replica_speed(const InferenceModel& model, ComputeRate peak_compute,
                                          Bandwidth memory_bandwidth, DataSize memory, double tokens_in,
                                          double tokens_out) {
  HUBWATT_EXPECTS(tokens_in > 0.0 && tokens_out > 0.0 && model.accelerators_per_replica > 0);
  HUBWATT_EXPECTS(model.active_parameters > 0.0 && model.active_parameters <= model.parameters);
  const double n = model.accelerators_per_replica;
  const DataSize weights(model.parameters * model.bytes_per_parameter);
  const DataSize room = n * model.memory_share * memory - weights;
  const DataSize longest = (tokens_in + tokens_out) * model.kv_cache_per_token;
  if (room < longest || room <= DataSize{}) return std::nullopt;
  if (peak_compute <= ComputeRate{} || memory_bandwidth <= Bandwidth{}) return std::nullopt;

  const ComputeRate compute = n * model.prefill_efficiency * peak_compute;
  const Bandwidth bandwidth = n * model.decode_efficiency * memory_bandwidth;
  const Work per_token(2.0 * model.active_parameters);

  ReplicaSpeed out;
  out.accelerators = model.accelerators_per_replica;
  out.tokens_out = tokens_out;
  out.batch = model.maximum_batch;
  if (longest > DataSize{}) out.batch = std::min(out.batch, std::floor(room / longest));
  out.read_weights = weights / bandwidth;
  out.read_cache = (tokens_in + 0.5 * tokens_out) * model.kv_cache_per_token / bandwidth;
  out.compute_token = per_token / compute;
  out.active_share = model.active_parameters / model.parameters;
  out.prefill = tokens_in * out.compute_token;
  out.decode_step = decode_step(out, out.batch).time();
  out.requests_per_second = 1.0 / (out.prefill + tokens_out * out.decode_step / out.batch).base();
  out.prefill_activity = model.prefill_activity;
  out.decode_activity = model.decode_activity;
  return out;
}

ServiceState service_state(const ReplicaSpeed& speed, double requests_per_second, int replicas,
                           Duration network_one_way, Duration response_target) {
  HUBWATT_EXPECTS(requests_per_second >= 0.0 && replicas >= 0);
  ServiceState out;
  const double capacity = replicas * speed.requests_per_second;
  if (replicas == 0) return out;
  out.utilization = std::min(1.0, requests_per_second / capacity);
  const ReplicaLoad load = load_at(speed, out.utilization * speed.requests_per_second);
  out.batch = load.in_flight;
  out.activity = activity_of(speed, load);

  // Towards 1 a queue needs longer to settle than any step lasts: at 0.999 and one server, millions of
  // service times. So no step sees the waits that the formula gives beyond.
  constexpr double highest_settled = 0.999;
  const double erlangs = replicas * std::min(out.utilization, highest_settled);
  const Duration service = speed.service_time();
  const Duration before_wait = 2.0 * network_one_way + speed.prefill;
  out.mean_wait = mean_wait(replicas, erlangs, service);
  out.mean_first_token = before_wait + out.mean_wait;
  out.p99_first_token = before_wait + wait_quantile(replicas, erlangs, service, 0.99);
  const Duration between_tokens = load.step.time() / (1.0 - load.prefilling);  // prompts of others go between
  out.mean_response = out.mean_first_token + (speed.tokens_out - 1.0) * between_tokens;
  if (before_wait <= response_target) {
    const double served = requests_per_second > capacity ? capacity / requests_per_second : 1.0;
    const Duration slack = response_target - before_wait;
    out.slo_attainment = served * (1.0 - probability_of_longer_wait(replicas, erlangs, service, slack));
  }
  return out;
}

int replicas_for(const ReplicaSpeed& speed, double requests_per_second, const InferenceModel& model) {
  HUBWATT_EXPECTS(requests_per_second >= 0.0 && model.target_utilization > 0.0);
  return static_cast<int>(
      std::ceil(requests_per_second / (speed.requests_per_second * model.target_utilization)));
}

}  // namespace hubwatt
