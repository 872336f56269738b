#include "scenarios/inference_fields.hpp"

#include <fmt/format.h>

#include <cmath>
#include <numeric>

#include "scenarios/server_fields.hpp"
#include "scenarios/training_fields.hpp"

namespace hubwatt {
namespace {

using Shares = std::vector<std::pair<OriginId, double>>;

// "beijing", or { beijing = 0.5, shanghai = 0.5 }.
struct OriginShares {
  static std::optional<Shares> read(const Node& node, const Limits&, Reading& reading) {
    if (node.table() == nullptr) {
      const auto only = Kind<OriginId>::read(node, any_number, reading);
      if (!only) return std::nullopt;
      return Shares{{*only, 1.0}};
    }
    const std::size_t before = reading.mistakes.size();
    Shares shares;
    double sum = 0.0;
    for (const Member& member : *node.table()) {
      const Node name{member.key_place, member.node.path, member.key};
      const auto origin = Kind<OriginId>::read(name, any_number, reading);
      const auto part = Kind<double>::read(member.node, share, reading);
      if (origin && part) shares.emplace_back(*origin, *part);
      sum += part.value_or(0.0);
    }
    if (reading.mistakes.size() != before) return std::nullopt;
    if (std::abs(sum - 1.0) > 1e-6) {
      reading.mistake(node, fmt::format("the shares add to {}, and must add to 1", sum));
      return std::nullopt;
    }
    return shares;
  }
  static std::string type() { return "id of an origin, or { origin = share, ... }"; }
  static Scale scale() { return {}; }
};

// Catalogues round their factors to three digits; the mean is then exact again.
constexpr double mean_tolerance = 1e-3;

void read_factors(DayProfile& profile, const Node& node, Reading& reading) {
  const auto factors = Kind<std::array<double, 24>>::read(node, at_least_zero, reading);
  if (!factors) return;
  const double mean = std::accumulate(factors->begin(), factors->end(), 0.0) / 24.0;
  if (std::abs(mean - 1.0) > mean_tolerance) {
    reading.mistake(node, fmt::format("the mean of the factors is {:.4g}, and must be 1", mean),
                    mean > 0.0 ? fmt::format("divide each by {:.6g}", mean) : "");
    return;
  }
  for (const double factor : *factors) profile.factor.push_back(factor / mean);
}

Field<InferenceModel> part(std::string_view key, double InferenceModel::*member, std::string_view doc) {
  return field(key, member, doc).within(positive_share);
}

void check_limit(const InferenceService& service, const Node& node, Reading& reading) {
  if (service.latency_limit && service.origins.empty()) {
    reading.mistake_at_key(node, "latency_limit", "means nothing without an origin", "add origin = '...'");
  }
}

}  // namespace

template <>
Form<DayProfile> form_of() {
  return {"a profile",
          {field_by<DayProfile>("factor", "array of 24 numbers of mean 1",
                                "on the mean rate, by hour of the day", read_factors),
           field("weekend_factor", &DayProfile::weekend_factor, "on Saturdays and Sundays")
               .within(at_least_zero)
               .defaults("1.0", "every day alike")},
          {}};
}

std::optional<DayProfile> Kind<DayProfile>::read(const Node& node, const Limits&, Reading& reading) {
  if (node.array() != nullptr) {
    DayProfile profile;
    read_factors(profile, node, reading);
    return profile;
  }
  const auto entry = find_entry(node, "profile", reading);
  if (!entry) return std::nullopt;
  constexpr std::string_view founded[] = {"source", "confidence"};
  return read_form(without(entry->node, founded), form_of<DayProfile>(), reading);
}

template <>
Form<InferenceModel> form_of() {
  using Model = InferenceModel;
  return {
      "an inference model",
      {field_by<Model>("name", "string", "name for people",
                       [](Model&, const Node& node, Reading& reading) {
                         Kind<std::string>::read(node, any_number, reading);
                       })
           .else_means("the entry's own name"),
       field("parameters", &Model::parameters, "weights of the model").within(positive),
       field("active_parameters", &Model::active_parameters, "weights that one token uses").within(positive),
       field("bytes_per_parameter", &Model::bytes_per_parameter, "as served").within(positive),
       field("kv_cache_per_token", &Model::kv_cache_per_token, "memory of one token's keys and values")
           .within(positive),
       field("accelerators_per_replica", &Model::accelerators_per_replica, "that one replica holds")
           .within(at_least_one),
       field("maximum_batch", &Model::maximum_batch, "requests decoded together").within(at_least_one),
       part("memory_share", &Model::memory_share, "of the memory that weights and cache may take"),
       part("prefill_efficiency", &Model::prefill_efficiency, "share of peak compute"),
       part("decode_efficiency", &Model::decode_efficiency, "share of memory bandwidth"),
       part("prefill_activity", &Model::prefill_activity, "of the accelerators during arithmetic"),
       part("decode_activity", &Model::decode_activity, "of the accelerators while memory is read"),
       part("target_utilization", &Model::target_utilization,
            "of a replica's rate, when replicas are counted out"),
       field("source", &Model::source, "where the figures come from").else_means("not told"),
       field("confidence", &Model::confidence, "how well they are founded")
           .defaults("\"estimate\"", "nothing better is claimed unless said")},
      [](const Model& model, const Node& node, Reading& reading) {
        if (model.active_parameters > model.parameters) {
          reading.mistake_at_key(node, "active_parameters", "is above parameters");
        }
      }};
}

template <>
Form<InferenceService> form_of() {
  using Service = InferenceService;
  return {
      "an inference service",
      {
          field("name", &Service::name, "by which results name it"),
          field_as<OriginShares>("origin", &Service::origins, "where requests come from")
              .else_means("none: no network latency"),
          field("requests_per_second", &Service::requests_per_second, "mean over a weekday")
              .within(at_least_zero),
          field_by<Service>("profile", Kind<DayProfile>::type(), "how demand moves over the day and the week",
                            [](Service& service, const Node& node, Reading& reading) {
                              auto profile = Kind<DayProfile>::read(node, any_number, reading);
                              if (!profile) return;
                              service.profile = std::move(profile->factor);
                              service.weekend_factor = profile->weekend_factor;
                            })
              .usually("\"flat\"", "every hour alike"),
          field("weekend_factor", &Service::weekend_factor, "on Saturdays and Sundays")
              .within(at_least_zero)
              .else_means("the profile's"),
          field("tokens_in", &Service::tokens_in, "of one request, mean").within(positive),
          field("tokens_out", &Service::tokens_out, "of one request, mean").within(positive),
          field("model", &Service::model, "the language model"),
          field("latency_limit", &Service::latency_limit, "one-way network latency a request may spend")
              .within(positive)
              .else_means("every hub may serve"),
          field("response_target", &Service::response_target, "time to first token that counts as met")
              .within(positive)
              .defaults("\"2 s\"", "usual for a conversation; estimate"),
          field("min_replicas", &Service::min_replicas, "held in every hub that may serve")
              .within(at_least_zero)
              .defaults("0", "none where nobody asks"),
      },
      check_limit};
}

}  // namespace hubwatt
