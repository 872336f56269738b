#include "platforms/wan.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/property_map/function_property_map.hpp>
#include <boost/range/iterator_range.hpp>
#include <cmath>
#include <compare>
#include <cstdint>
#include <functional>
#include <limits>
#include <set>
#include <utility>

#include "models/contract.hpp"
#include "models/units.hpp"
#include "platforms/great_circle.hpp"

namespace hubwatt {

namespace {

constexpr Bandwidth unlimited{std::numeric_limits<double>::infinity()};

// What a path costs: whole nanoseconds, then links. Integers, so that sums in any order compare equal.
struct Cost {
  std::int64_t nanoseconds = 0;
  std::int64_t links = 0;

  friend Cost operator+(Cost a, Cost b) { return {a.nanoseconds + b.nanoseconds, a.links + b.links}; }
  friend auto operator<=>(const Cost&, const Cost&) = default;
};

constexpr Cost unreachable{std::numeric_limits<std::int64_t>::max(), 0};

Cost closed_sum(Cost a, Cost b) {
  return a == unreachable || b == unreachable ? unreachable : a + b;
}

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property,
                                    boost::property<boost::edge_index_t, std::size_t>>;
using Vertex = Graph::vertex_descriptor;
using Edge = Graph::edge_descriptor;

// A path within the graph; the order of paths is that of wan.hpp.
struct Route {
  Cost cost;
  std::vector<std::size_t> links;
  friend auto operator<=>(const Route&, const Route&) = default;
};

// What a search leaves out.
struct Closed {
  std::set<std::size_t> links;
  std::set<Vertex> vertices;
  Bandwidth below{};  // links of less bandwidth
};

}  // namespace

struct Wan::Network {
  std::size_t hubs = 0;
  std::vector<EndPoint> points;  // hubs, then origins
  std::vector<Location> locations;
  std::vector<Link> links;
  Duration latency_per_km{};  // of great circle
  Graph graph;
  std::vector<Duration> latencies;  // of every pair of points, row by row: asked for at every decision

  Duration direct_latency(EndPoint from, EndPoint to) const;

  Vertex vertex(EndPoint p) const {
    const auto index = static_cast<std::size_t>(p.index);
    const std::size_t v = p.kind == EndPoint::Kind::hub ? index : hubs + index;
    HUBWATT_EXPECTS(p.index >= 0 && v < points.size() && points[v] == p);
    return v;
  }

  Cost cost(std::size_t link) const { return {std::llround(links[link].latency / (1e-9 * unit::second)), 1}; }

  Vertex other_end(std::size_t link, Vertex v) const {
    const Vertex a = vertex(links[link].a);
    return v == a ? vertex(links[link].b) : a;
  }

  // A view of the graph less what is closed; `closed` must live as long.
  auto without(const Closed& closed) const {
    const std::function<bool(const Edge&)> edge_open = [&](const Edge& e) {
      const std::size_t link = boost::get(boost::edge_index, graph, e);
      return !closed.links.contains(link) && links[link].bandwidth >= closed.below;
    };
    const std::function<bool(Vertex)> vertex_open = [&](Vertex v) { return !closed.vertices.contains(v); };
    return boost::filtered_graph(graph, edge_open, vertex_open);
  }

  std::optional<Route> first_route(Vertex from, Vertex to, const Closed& closed) const;
  std::optional<Bandwidth> widest(Vertex from, Vertex to) const;
  std::vector<Route> first_routes(Vertex from, Vertex to, int count) const;
  Path path(const Route& route, bool reversed) const;
};

// Costs to the goal by Dijkstra; then, from the start, always the first link that lies on a best path.
// Costs are exact, so equality tells.
std::optional<Route> Wan::Network::first_route(Vertex from, Vertex to, const Closed& closed) const {
  const auto open = without(closed);
  const auto weight = boost::make_function_property_map<Edge>(
      [this](const Edge& e) { return cost(boost::get(boost::edge_index, graph, e)); });
  std::vector<Cost> remaining(points.size(), unreachable);
  boost::dijkstra_shortest_paths(open, to,
                                 boost::weight_map(weight)
                                     .distance_map(remaining.data())
                                     .distance_inf(unreachable)
                                     .distance_zero(Cost{}));
  if (remaining[from] == unreachable) return std::nullopt;
  Route route{remaining[from], {}};
  for (Vertex at = from; at != to;) {
    std::size_t next = links.size();
    for (const Edge& e : boost::make_iterator_range(boost::out_edges(at, open))) {
      const std::size_t link = boost::get(boost::edge_index, graph, e);
      if (closed_sum(cost(link), remaining[other_end(link, at)]) == remaining[at])
        next = std::min(next, link);
    }
    HUBWATT_ENSURES(next < links.size());
    route.links.push_back(next);
    at = other_end(next, at);
  }
  return route;
}

// Bandwidth of the widest path: Dijkstra where a path is as good as its narrowest link.
std::optional<Bandwidth> Wan::Network::widest(Vertex from, Vertex to) const {
  std::vector<Bandwidth> width(points.size());
  const auto weight = boost::make_function_property_map<Edge>(
      [this](const Edge& e) { return links[boost::get(boost::edge_index, graph, e)].bandwidth; });
  boost::dijkstra_shortest_paths(
      graph, from,
      boost::weight_map(weight)
          .distance_map(width.data())
          .distance_compare(std::greater<>())
          .distance_combine([](Bandwidth a, Bandwidth b) { return std::min(a, b); })
          .distance_inf(Bandwidth{})
          .distance_zero(unlimited));
  if (width[to] == Bandwidth{}) return std::nullopt;
  return width[to];
}

// Yen: each further route leaves a known one at some point, over none of the links known routes take from
// there.
std::vector<Route> Wan::Network::first_routes(Vertex from, Vertex to, int count) const {
  std::vector<Route> known;
  std::set<Route> candidates;
  if (auto best = first_route(from, to, {})) candidates.insert(*std::move(best));
  while (!candidates.empty() && known.size() < static_cast<std::size_t>(count)) {
    known.push_back(candidates.extract(candidates.begin()).value());
    const Route last = known.back();
    Closed closed;
    Route root;
    Vertex spur = from;
    for (const std::size_t taken : last.links) {
      closed.links.clear();
      for (const Route& k : known) {
        const bool same_root = k.links.size() > root.links.size() &&
                               std::equal(root.links.begin(), root.links.end(), k.links.begin());
        if (same_root) closed.links.insert(k.links[root.links.size()]);
      }
      if (auto rest = first_route(spur, to, closed)) {
        Route whole{root.cost + rest->cost, root.links};
        whole.links.insert(whole.links.end(), rest->links.begin(), rest->links.end());
        candidates.insert(std::move(whole));
      }
      closed.vertices.insert(spur);
      root.cost = root.cost + cost(taken);
      root.links.push_back(taken);
      spur = other_end(taken, spur);
    }
  }
  return known;
}

Path Wan::Network::path(const Route& route, bool reversed) const {
  Path out;
  out.bandwidth = unlimited;
  for (const std::size_t index : route.links) {
    const Link& link = links[index];
    out.links.push_back({index});
    out.latency += link.latency;
    out.bandwidth = std::min(out.bandwidth, link.bandwidth);
    out.availability *= link.availability;
  }
  if (reversed) std::reverse(out.links.begin(), out.links.end());
  return out;
}

Wan::Wan(const Platform& platform) {
  auto network = std::make_shared<Network>();
  network->hubs = platform.hubs.size();
  for (const Hub& hub : platform.hubs) {
    network->points.push_back(end_point(HubId{network->points.size()}));
    network->locations.push_back(hub.location);
  }
  for (const Origin& origin : platform.origins) {
    network->points.push_back(end_point(OriginId{network->points.size() - network->hubs}));
    network->locations.push_back(origin.location);
  }
  network->links = platform.links;
  network->latency_per_km = platform.route_factor * platform.latency_per_km;
  network->graph = Graph(network->points.size());
  for (std::size_t i = 0; i < platform.links.size(); ++i) {
    const Link& link = platform.links[i];
    HUBWATT_EXPECTS(link.latency >= Duration{} && link.bandwidth > Bandwidth{} && !(link.a == link.b));
    boost::add_edge(network->vertex(link.a), network->vertex(link.b), i, network->graph);
  }
  for (const EndPoint from : network->points)
    for (const EndPoint to : network->points) network->latencies.push_back(network->direct_latency(from, to));
  network_ = std::move(network);
}

Duration Wan::Network::direct_latency(EndPoint from, EndPoint to) const {
  if (from == to) return {};
  std::optional<Duration> own;
  for (const Link& link : links) {
    const bool joins = (link.a == from && link.b == to) || (link.a == to && link.b == from);
    if (joins && (!own || link.latency < *own)) own = link.latency;
  }
  if (own) return *own;
  const Length distance = great_circle_distance(locations[vertex(from)], locations[vertex(to)]);
  return (distance / unit::km) * latency_per_km;
}

Duration Wan::latency(EndPoint from, EndPoint to) const {
  return network_->latencies[network_->vertex(from) * network_->points.size() + network_->vertex(to)];
}

Duration Wan::latency(OriginId origin, HubId hub) const {
  return latency(end_point(origin), end_point(hub));
}
Duration Wan::latency(HubId from, HubId to) const {
  return latency(end_point(from), end_point(to));
}

HubId Wan::nearest_hub(OriginId origin) const {
  HUBWATT_EXPECTS(network_->hubs > 0);
  HubId nearest{0};
  for (HubId hub{1}; hub.index < network_->hubs; ++hub.index) {
    if (latency(origin, hub) < latency(origin, nearest)) nearest = hub;
  }
  return nearest;
}

std::optional<Path> Wan::lowest_latency_path(EndPoint from, EndPoint to) const {
  const auto [low, high] = std::minmax({network_->vertex(from), network_->vertex(to)});
  const std::optional<Route> route = network_->first_route(low, high, {});
  if (!route) return std::nullopt;
  return network_->path(*route, network_->vertex(from) != low);
}

std::optional<Path> Wan::widest_path(EndPoint from, EndPoint to) const {
  const auto [low, high] = std::minmax({network_->vertex(from), network_->vertex(to)});
  const std::optional<Bandwidth> bandwidth = network_->widest(low, high);
  if (!bandwidth) return std::nullopt;
  Closed narrower;
  narrower.below = *bandwidth;
  const std::optional<Route> route = network_->first_route(low, high, narrower);
  HUBWATT_ENSURES(route.has_value());
  return network_->path(*route, network_->vertex(from) != low);
}

std::vector<Path> Wan::alternatives(EndPoint from, EndPoint to, int count) const {
  const auto [low, high] = std::minmax({network_->vertex(from), network_->vertex(to)});
  std::vector<Path> paths;
  for (const Route& route : network_->first_routes(low, high, count)) {
    paths.push_back(network_->path(route, network_->vertex(from) != low));
  }
  return paths;
}

bool Wan::connected(EndPoint from, EndPoint to) const {
  return lowest_latency_path(from, to).has_value();
}

std::vector<Direction> Wan::directions(const Path& path, EndPoint from) const {
  std::vector<Direction> out;
  for (const LinkId id : path.links) {
    const Link& link = network_->links[id.index];
    HUBWATT_EXPECTS(link.a == from || link.b == from);
    out.push_back(link.a == from ? Direction::forward : Direction::backward);
    from = link.a == from ? link.b : link.a;
  }
  return out;
}

LinkFailure Wan::what_fails(LinkId link) const {
  HUBWATT_EXPECTS(link.index < network_->links.size());
  LinkFailure failure;
  Closed broken;
  broken.links = {link.index};
  for (Vertex a = 0; a < network_->hubs; ++a) {
    for (Vertex b = a + 1; b < network_->points.size(); ++b) {
      const auto before = network_->first_route(a, b, {});
      if (!before || std::ranges::find(before->links, link.index) == before->links.end()) continue;
      const EndPoint from = network_->points[a], to = network_->points[b];
      if (const auto after = network_->first_route(a, b, broken)) {
        failure.detours.push_back(
            {from, to, network_->path(*before, false).latency, network_->path(*after, false).latency});
      } else {
        failure.cut_off.push_back({from, to});
      }
    }
  }
  return failure;
}

}  // namespace hubwatt
