// The keys of [[inference]]: a service that answers requests with a language model.
#pragma once

#include "scenarios/field_entry.hpp"
#include "scenarios/scenario.hpp"

namespace hubwatt {

// How demand moves over the day and the week: an entry of the catalogue, or an array of 24 factors.
struct DayProfile {
  std::vector<double> factor;
  double weekend_factor = 1.0;
};

template <>
Form<DayProfile> form_of();
template <>
struct Kind<DayProfile> {
  static std::optional<DayProfile> read(const Node& node, const Limits&, Reading& reading);
  static std::string type() { return "entry of the catalogue, array of 24 numbers, or table"; }
  static Scale scale() { return {}; }
};

template <>
Form<InferenceModel> form_of();
template <>
struct Kind<InferenceModel> {
  static std::optional<InferenceModel> read(const Node& node, const Limits&, Reading& reading) {
    return read_entry<InferenceModel>(node, "inference_model", reading);
  }
  static std::string type() { return "entry of the catalogue, or table"; }
  static Scale scale() { return {}; }
};

template <>
Form<InferenceService> form_of();
template <>
struct Kind<InferenceService> : TableKind<InferenceService> {};

// Adds a mistake where no hub of the platform can serve it.
void check_service(const InferenceService& service, const Node& node, const Platform& platform, Reading& reading);

}  // namespace hubwatt
