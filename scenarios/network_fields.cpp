#include "scenarios/network_fields.hpp"

#include <algorithm>

#include "models/units.hpp"

namespace hubwatt {
namespace {

void read_ends(Link& link, const Node& node, Reading& reading) {
  const std::size_t before = reading.mistakes.size();
  const auto ends = Kind<std::array<EndPoint, 2>>::read(node, any_number, reading);
  if (!ends || reading.mistakes.size() != before) return;
  link.a = ends->front();
  link.b = ends->back();
  if (link.a == link.b) reading.mistake(node, "joins a point to itself");
  if (link.id.empty()) link.id = *node.array()->front().text() + "-" + *node.array()->back().text();
}

}  // namespace

std::optional<EndPoint> Kind<EndPoint>::read(const Node& node, const Limits&, Reading& reading) {
  std::vector<std::string> names = reading.hubs;
  names.insert(names.end(), reading.origins.begin(), reading.origins.end());
  const auto index = read_reference(node, "hub or origin", names, reading);
  if (!index) return std::nullopt;
  const bool hub = *index < reading.hubs.size();
  return EndPoint{hub ? EndPoint::Kind::hub : EndPoint::Kind::origin,
                  static_cast<int>(hub ? *index : *index - reading.hubs.size())};
}

template <>
Form<Origin> form_of() {
  return {"an origin",
          {field("id", &Origin::id, "by which links and scenarios name it"),
           field("location", &Origin::location, "where demand comes from")},
          {}};
}

template <>
Form<Link> form_of() {
  return {"a link",
          {field("id", &Link::id, "by which results name it").else_means("the two ends joined by a hyphen"),
           field_by<Link>("between", "array of 2 ids, of hubs or origins", "the two ends", read_ends),
           field("latency", &Link::latency, "one-way")
               .within(at_least_zero)
               .defaults("\"20 ms\"", "limit between national hubs: NDRC and others, opinion of 2023-12"),
           field("bandwidth", &Link::bandwidth, "each way").within(positive),
           field("availability", &Link::availability, "share of time it works")
               .within(positive_share)
               .defaults("1.0", "never fails unless told")},
          {}};
}

template <>
Form<NetworkKeys> form_of() {
  return {"the network",
          {field("route_factor", &NetworkKeys::route_factor, "fibre length over great-circle distance")
               .within(at_least_one)
               .defaults("1.3", "fibre follows roads and railways: 1.0 to 1.5; estimate"),
           field("latency_per_km", &NetworkKeys::latency_per_km, "of fibre, one-way")
               .within(at_least_zero)
               .defaults("\"5 us\"", "ITU-T G.114 (05/2003), table A.1"),
           field("mean_time_to_repair", &NetworkKeys::mean_time_to_repair,
                 "of a link that failed; failures come as often as its availability says")
               .within({.low = (1.0 * unit::minute).base()})
               .else_means("links do not fail in a run")},
          {}};
}

}  // namespace hubwatt
