// The keys of origins of demand, of links, and of paths without a link.
#pragma once

#include "platforms/hub.hpp"
#include "scenarios/hub_fields.hpp"

namespace hubwatt {

// Paths without a link of their own, and failures of those that have one.
struct NetworkKeys {
  double route_factor = 1.0;
  Duration latency_per_km{};
  std::optional<Duration> mean_time_to_repair;
};

template <>
Form<Origin> form_of();
template <>
struct Kind<Origin> : TableKind<Origin> {};

template <>
struct Kind<EndPoint> {
  static std::optional<EndPoint> read(const Node& node, const Limits&, Reading& reading);
  static std::string type() { return "id of a hub or an origin"; }
  static Scale scale() { return {}; }
};

template <>
Form<Link> form_of();
template <>
struct Kind<Link> : TableKind<Link> {};

template <>
Form<NetworkKeys> form_of();
template <>
struct Kind<NetworkKeys> : TableKind<NetworkKeys> {};

}  // namespace hubwatt
