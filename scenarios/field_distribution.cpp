#include "scenarios/field_distribution.hpp"

#include <algorithm>

#include "models/nearest_name.hpp"
#include "models/units.hpp"

namespace hubwatt {
namespace {

// How the values of the distribution at hand are read and bounded.
struct Drawn {
  ReadBase read;
  Scale scale;
  Limits limits;
};

// A parameter in the quantity that is drawn.
template <class T>
Field<T> drawn(std::string_view key, double T::*member, std::string_view doc, const Drawn& values) {
  return {key,
          "value",
          values.scale,
          doc,
          values.limits,
          Presence::required,
          {},
          {},
          [member, values](T& owner, const Node& node, const Limits& limits, Reading& reading) {
            if (const auto value = values.read(node, limits, reading)) owner.*member = *value;
          }};
}

Form<Exponential> exponential(const Drawn& values) {
  return {"an exponential distribution",
          {drawn("mean", &Exponential::mean, "mean", values)},
          [](const Exponential& e, const Node& node, Reading& reading) {
            if (e.mean <= 0.0) reading.mistake_at_key(node, "mean", "must be above 0");
          }};
}

Form<Lognormal> lognormal(const Drawn& values) {
  return {"a lognormal distribution",
          {drawn("median", &Lognormal::median, "half of all draws are below", values),
           drawn("p95", &Lognormal::p95, "95 % of all draws are below; at least the median", values)},
          [](const Lognormal& l, const Node& node, Reading& reading) {
            if (l.median <= 0.0) reading.mistake_at_key(node, "median", "must be above 0");
            if (l.p95 < l.median) reading.mistake_at_key(node, "p95", "is below the median");
          }};
}

Form<Weibull> weibull(const Drawn& values) {
  return {"a Weibull distribution",
          {drawn("scale", &Weibull::scale, "63 % of all draws are below", values),
           field("shape", &Weibull::shape, "below 1 for many short and few long ones, 1 for exponential")
               .within(positive)},
          [](const Weibull& w, const Node& node, Reading& reading) {
            if (w.scale <= 0.0) reading.mistake_at_key(node, "scale", "must be above 0");
          }};
}

Form<Uniform> uniform(const Drawn& values) {
  return {"a uniform distribution",
          {drawn("low", &Uniform::low, "least value", values),
           drawn("high", &Uniform::high, "greatest value", values)},
          [](const Uniform& u, const Node& node, Reading& reading) {
            if (u.high < u.low) reading.mistake_at_key(node, "high", "is below 'low'");
          }};
}

// A standard deviation is a difference: in kelvin where temperatures are drawn, and the key's limits do not
// hold.
std::optional<double> read_deviation(const Node& node, const Drawn& values, const Limits& limits,
                                     Reading& reading) {
  if (values.scale.temperature)
    return read_dimensioned(node, TemperatureDifference::dimension, limits, reading);
  return values.read(node, limits, reading);
}

Form<Normal> normal(const Drawn& values) {
  Field<Normal> deviation{"sd",
                          "value",
                          values.scale,
                          "standard deviation: 68 % of all draws are within one of the mean",
                          positive,
                          Presence::required,
                          {},
                          {},
                          [values](Normal& owner, const Node& node, const Limits& limits, Reading& reading) {
                            if (const auto sd = read_deviation(node, values, limits, reading)) owner.sd = *sd;
                          }};
  return {"a normal distribution",
          {drawn("mean", &Normal::mean,
                 "a run takes it for keys without limits only, a projection cuts it off at them", values),
           std::move(deviation)},
          {}};
}

Form<Triangular> triangular(const Drawn& values) {
  return {"a triangular distribution",
          {drawn("low", &Triangular::low, "least value", values),
           drawn("mode", &Triangular::mode, "likeliest value", values),
           drawn("high", &Triangular::high, "greatest value", values)},
          [](const Triangular& t, const Node& node, Reading& reading) {
            if (t.high <= t.low) return reading.mistake_at_key(node, "high", "is not above 'low'");
            if (t.mode < t.low) reading.mistake_at_key(node, "mode", "is below 'low'");
            if (t.mode > t.high) reading.mistake_at_key(node, "mode", "is above 'high'");
          }};
}

void check_choice(const Choice& choice, const Node& node, Reading& reading) {
  if (choice.values.empty()) reading.mistake_at_key(node, "choice", "is empty");
  if (node.find("weight") == nullptr) return;
  if (choice.weights.size() != choice.values.size()) {
    reading.mistake_at_key(node, "weight",
                           "has " + std::to_string(choice.weights.size()) + " values for " +
                               std::to_string(choice.values.size()) + " choices");
  }
  const bool some =
      std::any_of(choice.weights.begin(), choice.weights.end(), [](double w) { return w > 0.0; });
  if (!some) reading.mistake_at_key(node, "weight", "has no value above 0");
}

Form<Choice> choice(const Drawn& values) {
  Field<Choice> list{"choice",
                     "array of values",
                     values.scale,
                     "the values drawn from",
                     values.limits,
                     Presence::required,
                     {},
                     {},
                     [values](Choice& owner, const Node& node, const Limits& limits, Reading& reading) {
                       if (node.array() == nullptr) return wrong_type(node, "an array", reading);
                       for (const Node& element : *node.array()) {
                         if (const auto v = values.read(element, limits, reading)) owner.values.push_back(*v);
                       }
                     }};
  return {"a choice",
          {std::move(list), field("weight", &Choice::weights, "how often, relative to each other")
                                .within(at_least_zero)
                                .else_means("all equally often")},
          check_choice};
}

template <class T>
std::optional<Distribution> read_as(const Node& node, const Form<T>& form, Reading& reading) {
  auto value = read_form(node, form, reading);
  if (!value) return std::nullopt;
  return Distribution(std::move(*value));
}

}  // namespace

std::optional<Distribution> read_distribution(const Node& node, ReadBase read, const Scale& scale,
                                              const Limits& limits, Reading& reading) {
  const Table* table = node.table();
  if (table == nullptr) {
    const auto constant = read(node, limits, reading);
    if (!constant) return std::nullopt;
    return Constant{*constant};
  }
  const Drawn values{read, scale, limits};
  if (node.find("choice") != nullptr) {
    auto drawn_from = read_form(node, choice(values), reading);
    if (!drawn_from) return std::nullopt;
    if (drawn_from->weights.empty()) drawn_from->weights.assign(drawn_from->values.size(), 1.0);
    return std::move(*drawn_from);
  }
  const std::vector<std::string> names{"exponential", "lognormal",  "weibull", "uniform",
                                       "normal",      "triangular", "choice"};
  if (table->size() != 1) {
    reading.mistake(node, "a distribution is a table with one name", "known: " + joined_names(names));
    return std::nullopt;
  }
  const auto& [name, place, parameters] = table->front();
  if (name == "exponential") return read_as(parameters, exponential(values), reading);
  if (name == "lognormal") return read_as(parameters, lognormal(values), reading);
  if (name == "weibull") return read_as(parameters, weibull(values), reading);
  if (name == "uniform") return read_as(parameters, uniform(values), reading);
  if (name == "normal") return read_as(parameters, normal(values), reading);
  if (name == "triangular") return read_as(parameters, triangular(values), reading);
  reading.mistake_at_key(node, name, "there is no such distribution", suggestion_for(name, names));
  return std::nullopt;
}

std::optional<Distribution> read_sampled(const Node& node, ReadBase read, const Scale& scale,
                                         const Limits& limits, Reading& reading) {
  auto distribution = read_distribution(node, read, scale, limits, reading);
  if (!distribution || !std::holds_alternative<Normal>(*distribution)) return distribution;
  const std::string bounds = to_text(limits, scale);
  if (bounds.empty()) return distribution;
  reading.mistake_at_key(node, "normal",
                         "a normal distribution has no bounds, and every draw must be " + bounds,
                         "take triangular or lognormal");
  return std::nullopt;
}

std::vector<DistributionText> describe_distributions() {
  const Drawn any{&BaseOf<double>::read, {}, any_number};
  return {{"exponential", describe(exponential(any))},
          {"lognormal", describe(lognormal(any))},
          {"weibull", describe(weibull(any))},
          {"uniform", describe(uniform(any))},
          {"normal", describe(normal(any))},
          {"triangular", describe(triangular(any))},
          {"choice", describe(choice(any))}};
}

}  // namespace hubwatt
