// Distributions of a quantity: a plain value (constant), or a table with the name of one distribution, as in
// { lognormal = { median = "4 h", p95 = "20 h" } }. U is the Kind of the values drawn; results are in base
// units.
#pragma once

#include "models/distribution.hpp"
#include "scenarios/field.hpp"

namespace hubwatt {

// How one value is read to base units.
using ReadBase = std::optional<double> (*)(const Node&, const Limits&, Reading&);

std::optional<Distribution> read_distribution(const Node& node, ReadBase read, const Scale& scale,
                                              const Limits& limits, Reading& reading);

// The same where a run draws from it as it stands, with no limits cut off: there a normal distribution is
// refused unless the key takes any number. (What else reaches beyond a key's limits - the long tails of the
// contract's five - is handled where it is drawn: see JobSource.)
std::optional<Distribution> read_sampled(const Node& node, ReadBase read, const Scale& scale,
                                         const Limits& limits, Reading& reading);

// What each distribution takes, for the manual.
struct DistributionText {
  std::string name;
  std::vector<FieldText> fields;
};
std::vector<DistributionText> describe_distributions();

template <class V>
struct BaseOf {
  static std::optional<double> read(const Node& node, const Limits& limits, Reading& reading) {
    const auto value = Kind<V>::read(node, limits, reading);
    if (!value) return std::nullopt;
    if constexpr (requires { value->base(); }) {
      return value->base();
    } else {
      return static_cast<double>(*value);
    }
  }
};

template <class V>
struct DistributionOf {
  static std::optional<Distribution> read(const Node& node, const Limits& limits, Reading& reading) {
    return read_sampled(node, &BaseOf<V>::read, Kind<V>::scale(), limits, reading);
  }
  static std::string type() { return Kind<V>::type() + ", or a distribution"; }
  static Scale scale() { return Kind<V>::scale(); }
};

}  // namespace hubwatt
