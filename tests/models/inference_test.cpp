#include "models/inference.hpp"

#include <cmath>
#include <limits>

#include "models/queueing.hpp"
#include "models/random.hpp"
#include "models/units.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

constexpr ComputeRate h100_compute = 989.0 * unit::TFLOPS;
constexpr Bandwidth h100_bandwidth = 3350.0 * unit::GB_per_s;
constexpr DataSize h100_memory = 80.0 * unit::GB;

// The figures of llm-70b in the catalogue.
InferenceModel dense_70b() {
  InferenceModel out;
  out.parameters = out.active_parameters = 70.6e9;
  out.bytes_per_parameter = 2.0;
  out.kv_cache_per_token = DataSize(327680.0);
  out.accelerators_per_replica = 4;
  out.maximum_batch = 256;
  out.memory_share = 0.9;
  out.prefill_efficiency = 0.36;
  out.decode_efficiency = 0.64;
  out.prefill_activity = 1.0;
  out.decode_activity = 0.56;
  out.target_utilization = 0.7;
  return out;
}

ReplicaSpeed on_h100(const InferenceModel& model, double tokens_in, double tokens_out) {
  const auto speed = replica_speed(model, h100_compute, h100_bandwidth, h100_memory, tokens_in, tokens_out);
  REQUIRE(speed.has_value());
  return *speed;
}

ReplicaSpeed chat() {
  return on_h100(dense_70b(), 1155.0, 211.0);
}

}  // namespace

TEST_CASE("a replica's speed follows from its size by hand") {
  InferenceModel model = dense_70b();
  model.maximum_batch = 64;
  const ReplicaSpeed speed = on_h100(model, 1000.0, 200.0);
  const double compute = 0.36 * 4 * 989e12, bandwidth = 0.64 * 4 * 3.35e12;
  CHECK(speed.prefill.base() == Approx(2 * 70.6e9 * 1000 / compute));
  CHECK(speed.batch == 64.0);
  const double step = (141.2e9 + 64 * 1100 * 327680.0) / bandwidth + 64 * 141.2e9 / compute;
  CHECK(speed.decode_step.base() == Approx(step));
  CHECK(speed.requests_per_second == Approx(1.0 / (speed.prefill.base() + 200 * step / 64)));
  CHECK(speed.tokens_per_second() == Approx(200 * speed.requests_per_second));
}

TEST_CASE("a 70B model on four H100 makes two to five thousand tokens per second at batch 64 to 256") {
  // The range of the ML.ENERGY benchmark (Chung et al. 2025): short prompts, answers of some 350 tokens.
  InferenceModel model = dense_70b();
  model.maximum_batch = 64;
  CHECK(on_h100(model, 100.0, 350.0).tokens_per_second() == Approx(2500.0).epsilon(0.1));
  model.maximum_batch = 256;
  CHECK(on_h100(model, 100.0, 350.0).tokens_per_second() == Approx(5000.0).epsilon(0.1));
}

TEST_CASE("energy per token is of the order of a joule and falls with the load") {
  const ReplicaSpeed speed = on_h100(dense_70b(), 100.0, 350.0);
  double before = std::numeric_limits<double>::infinity();
  for (const double share : {0.02, 0.1, 0.3, 0.6, 0.9, 1.0}) {
    const double rate = share * speed.requests_per_second;
    const double activity = service_state(speed, rate, 1, Duration{}, 2.0 * unit::second).activity;
    const double watts = 4 * (75.0 + 625.0 * activity);  // accelerators alone, as the benchmark measures
    const double per_token = watts / (rate * 350.0);
    CHECK(per_token < before);
    before = per_token;
  }
  CHECK(before > 0.3);
  CHECK(before < 0.8);
}

TEST_CASE("a model that does not fit into its replica's memory has no speed") {
  InferenceModel model = dense_70b();
  model.accelerators_per_replica = 1;
  CHECK_FALSE(replica_speed(model, h100_compute, h100_bandwidth, h100_memory, 1155.0, 211.0));
  model.accelerators_per_replica = 2;  // 144 GB for 141.2 GB of weights: room for 6 requests
  CHECK(on_h100(model, 1155.0, 211.0).batch == 6.0);
  CHECK_FALSE(replica_speed(model, h100_compute, h100_bandwidth, h100_memory, 1e4, 1e3));
  CHECK_FALSE(replica_speed(model, ComputeRate{}, Bandwidth{}, DataSize{}, 1155.0, 211.0));
}

TEST_CASE("a single token of a mixture of experts touches only the active share of the weights") {
  InferenceModel dense = dense_70b(), mixture = dense_70b();
  mixture.active_parameters = 7.06e9;
  dense.maximum_batch = mixture.maximum_batch = 1;
  const ReplicaSpeed one = on_h100(mixture, 100.0, 100.0), all = on_h100(dense, 100.0, 100.0);
  CHECK((one.decode_step - one.read_cache) / (all.decode_step - all.read_cache) == Approx(0.1));
  mixture.maximum_batch = 200;  // 0.9^200: every expert is drawn by some token
  const ReplicaSpeed many = on_h100(mixture, 100.0, 100.0);
  CHECK((many.decode_step - 200 * (many.read_cache + many.compute_token)) / many.read_weights == Approx(1.0));
}

TEST_CASE("faster accelerators serve more, longer requests less") {
  Random random(3, "inference");
  for (int i = 0; i < 2000; ++i) {
    const double in = 10.0 + 4000.0 * random.uniform(), out = 10.0 + 800.0 * random.uniform();
    const double base = on_h100(dense_70b(), in, out).requests_per_second;
    CHECK(on_h100(dense_70b(), 1.1 * in, out).requests_per_second < base);
    CHECK(on_h100(dense_70b(), in, 1.1 * out).requests_per_second < base);
    CHECK(replica_speed(dense_70b(), 2.0 * h100_compute, h100_bandwidth, h100_memory, in, out)
              ->requests_per_second > base);
    CHECK(replica_speed(dense_70b(), h100_compute, 2.0 * h100_bandwidth, h100_memory, in, out)
              ->requests_per_second > base);
  }
}

TEST_CASE("requests in flight, their time and their rate obey Little's law") {
  const ReplicaSpeed speed = chat();
  for (const double share : {0.001, 0.05, 0.3, 0.7, 0.95, 1.0}) {
    const double rate = share * speed.requests_per_second;
    const ServiceState state = service_state(speed, rate, 1, Duration{}, 2.0 * unit::second);
    const Duration decoding = (state.mean_response - state.mean_first_token) * (211.0 / 210.0);
    CHECK(state.batch == Approx(rate * decoding.base()).epsilon(1e-6));
    CHECK(state.utilization == Approx(share));
  }
  CHECK(service_state(speed, speed.requests_per_second, 1, Duration{}, 2.0 * unit::second).batch ==
        Approx(speed.batch));
}

TEST_CASE("activity rises from nothing to that of a full batch") {
  const ReplicaSpeed speed = chat();
  double before = 0.0;
  for (int i = 0; i <= 100; ++i) {
    const double activity =
        service_state(speed, i / 100.0 * 8 * speed.requests_per_second, 8, Duration{}, 2.0 * unit::second)
            .activity;
    CHECK(activity >= before);
    before = activity;
  }
  CHECK(service_state(speed, 0.0, 8, Duration{}, 2.0 * unit::second).activity == 0.0);
  CHECK(before > speed.decode_activity);
  CHECK(before <= speed.prefill_activity);
}

TEST_CASE("the first token waits for the network, a replica and the prompt") {
  const ReplicaSpeed speed = chat();
  const double rate = 0.8 * 10 * speed.requests_per_second;
  const ServiceState state = service_state(speed, rate, 10, 20.0 * unit::ms, 2.0 * unit::second);
  CHECK(state.mean_wait / speed.service_time() == Approx(0.204590).epsilon(1e-5));
  CHECK((state.mean_first_token - state.mean_wait - speed.prefill) / unit::ms == Approx(40.0));
  const Duration tail = state.p99_first_token - speed.prefill - 40.0 * unit::ms;
  CHECK(probability_of_longer_wait(10, 8.0, speed.service_time(), tail) == Approx(0.01));
  CHECK(state.mean_response > state.mean_first_token);
}

TEST_CASE("a target below what network and prompt take is never met, a generous one nearly always") {
  const ReplicaSpeed speed = chat();
  const double rate = 0.7 * 10 * speed.requests_per_second;
  CHECK(service_state(speed, rate, 10, 20.0 * unit::ms, 100.0 * unit::ms).slo_attainment == 0.0);
  CHECK(service_state(speed, rate, 10, 20.0 * unit::ms, 10.0 * unit::second).slo_attainment > 0.999);
}

TEST_CASE("an overloaded service stays finite and misses what it cannot serve") {
  const ReplicaSpeed speed = chat();
  const double capacity = 4 * speed.requests_per_second;
  double before = 1.0;
  for (const double share : {0.9, 0.99, 0.999, 1.0, 1.001, 2.0, 100.0}) {
    const ServiceState state = service_state(speed, share * capacity, 4, Duration{}, 2.0 * unit::second);
    CHECK(std::isfinite(state.mean_wait.base()));
    CHECK(std::isfinite(state.p99_first_token.base()));
    CHECK(std::isfinite(state.mean_response.base()));
    CHECK(state.utilization <= 1.0);
    CHECK(state.slo_attainment <= before);
    before = state.slo_attainment;
  }
  CHECK(before <= 0.01);
  CHECK(service_state(speed, 1.0, 0, Duration{}, 2.0 * unit::second).slo_attainment == 0.0);
}

TEST_CASE("as many replicas are counted out as keep utilization at its target, and no more") {
  const InferenceModel model = dense_70b();
  const ReplicaSpeed speed = chat();
  CHECK(replicas_for(speed, 0.0, model) == 0);
  Random random(2, "replicas");
  for (int i = 0; i < 5000; ++i) {
    const double rate = 1000.0 * random.uniform() + 1e-3;
    const int replicas = replicas_for(speed, rate, model);
    REQUIRE(rate / (replicas * speed.requests_per_second) <= model.target_utilization * (1 + 1e-12));
    REQUIRE(rate / ((replicas - 1) * speed.requests_per_second) >= model.target_utilization * (1 - 1e-12));
  }
}

}  // namespace hubwatt
