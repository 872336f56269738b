// Serving a large language model: how fast one replica is, from the size of the model and the figures of its
// accelerators, and how a set of replicas fares under a request rate. Not here: where requests go, and how
// many replicas are kept (policies), and watts (server_power.hpp takes the activity given here).
//
// Equation: a roofline whose two parts do not overlap. A request's prompt is computed (prefill), then tokens
// are made one step at a time for a whole batch. With n accelerators of peak F and memory bandwidth B each:
//   prefill = 2 N_active L_in / (e F n)
//   step(b) = bytes(b) / (decode_efficiency B n) + 2 N_active b / (e F n),   e = prefill_efficiency
//   bytes(b) = N bytes_per_parameter (1 - (1 - N_active/N)^b) + b (L_in + L_out/2) kv_cache_per_token
// The bracket is the share of the weights that b tokens touch: all of a dense model, the experts drawn by at
// least one token of a mixture of experts. The batch is what memory holds beside the weights, at most
// maximum_batch. A replica at full load serves 1 / (prefill + L_out step(b) / b) requests per second.
// Below full load the number in flight n solves n (1 - rate prefill) = rate L_out step(b), where b is n given
// that there is any: small batches cost more time and more energy per token. Activity is decode_activity
// while memory is read and prefill_activity while there is arithmetic.
// Validity: steady load over minutes; prompts of mean length; prefill and decode take turns on the same
// accelerators; communication inside a replica is part of the efficiencies.
// Source: roofline Williams et al., CACM 52 (2009); transformer inference counts Pope et al., MLSys 2023
// (arXiv 2211.05102); 2 N FLOP per token Kaplan et al. 2020. The sum instead of the larger part, and the two
// activities, follow the measured H100 points of the ML.ENERGY benchmark (Chung et al., NeurIPS 2025): with
// two coefficients per model, throughput of dense models from batch 8 to 900 within 3 % and accelerator power
// within 4 % (root mean square). Confidence: paper for the form, computed for the coefficients (catalogue).
#pragma once

#include <optional>
#include <string>

#include "models/confidence.hpp"
#include "models/quantity.hpp"

namespace hubwatt {

// An entry of catalogue/inference_models.toml. Activities are 0..1 of the accelerators' power range.
struct InferenceModel {
  std::string id;
  std::string name;
  double parameters = 0.0;
  double active_parameters = 0.0;  // per token; equal to `parameters` for a dense model
  double bytes_per_parameter = 2.0;
  DataSize kv_cache_per_token{};
  int accelerators_per_replica = 1;
  int maximum_batch = 1;            // requests decoded together in one replica
  double memory_share = 1.0;        // of an accelerator's memory that weights and cache may take
  double prefill_efficiency = 1.0;  // share of peak compute
  double decode_efficiency = 1.0;   // share of memory bandwidth
  double prefill_activity = 1.0;    // while there is arithmetic, of prompts or of decoding
  double decode_activity = 1.0;     // while weights and cache are read
  double target_utilization = 1.0;  // of a replica's request rate, when replicas are counted out
  std::string source;
  Confidence confidence = Confidence::estimate;
};

// One replica: its figures at full load, and the parts of a decode step to find those of any smaller load.
struct ReplicaSpeed {
  int accelerators = 0;
  Duration prefill{};       // of one request
  Duration decode_step{};   // of the full batch
  double batch = 0.0;       // requests decoded together
  double tokens_out = 0.0;  // per request
  double requests_per_second = 0.0;
  Duration read_weights{};  // all of them
  Duration read_cache{};    // of one request
  Duration compute_token{};
  double active_share = 1.0;  // of the weights, per token
  double prefill_activity = 0.0;
  double decode_activity = 0.0;

  // Of the whole replica per request, at full load.
  Duration service_time() const { return Duration(1.0 / requests_per_second); }
  double tokens_per_second() const { return tokens_out * requests_per_second; }
};

// Accelerator figures are those of one accelerator. Empty where the weights and the cache of a single request
// do not fit into the replica's memory, or there is nothing to compute with.
// tokens_in and tokens_out per request, > 0.
std::optional<ReplicaSpeed> replica_speed(const InferenceModel& model, ComputeRate peak_compute,
                                          Bandwidth memory_bandwidth, DataSize memory, double tokens_in,
                                          double tokens_out);

// A service on equal replicas in one hub.
struct ServiceState {
  double utilization = 0.0;     // requests over what the replicas can serve; at most 1
  double activity = 0.0;        // mean of the accelerators held
  double batch = 0.0;           // requests in flight per replica
  Duration mean_wait{};         // for a replica
  Duration mean_first_token{};  // network there and back, wait, prefill
  Duration p99_first_token{};
  Duration mean_response{};     // to the last token
  double slo_attainment = 0.0;  // share of requests whose first token comes within response_target
};

// Waiting is that of M/M/c with the replicas as servers. Requests beyond capacity count as missed; the others
// then wait as at 99.9 % utilization, the highest steady state that a step of minutes or hours comes near.
// requests_per_second >= 0, replicas >= 0; zero replicas serve nothing.
ServiceState service_state(const ReplicaSpeed& speed, double requests_per_second, int replicas,
                           Duration network_one_way, Duration response_target);

// The fewest replicas that stay at or below the model's target utilization.
int replicas_for(const ReplicaSpeed& speed, double requests_per_second, const InferenceModel& model);

}  // namespace hubwatt
