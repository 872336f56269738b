#include "platforms/platform_export.hpp"

#include <fmt/format.h>

#include <iterator>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "models/unit_text.hpp"
#include "models/units.hpp"
#include "platforms/markup_text.hpp"
#include "platforms/simgrid_names.hpp"
#include "platforms/wan.hpp"

namespace hubwatt {

namespace {

std::string dot_quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

// One more line of a file. Fields are escaped by whoever passes them.
template <class... Fields>
void line(std::string& out, fmt::format_string<Fields...> format, Fields&&... fields) {
  fmt::format_to(std::back_inserter(out), format, std::forward<Fields>(fields)...);
  out += '\n';
}

void write_host(std::string& out, const std::string& name, int cores, const std::string& wattage,
                const std::string& lan) {
  line(out, "      <host id=\"{}\" speed=\"1f\" core=\"{}\">", name, cores);
  if (!wattage.empty()) line(out, "        <prop id=\"wattage_per_state\" value=\"{}\"/>", wattage);
  line(out, "      </host>");
  line(out, "      <host_link id=\"{0}\" up=\"{1}\" down=\"{1}\"/>", name, lan);
}

void write_hub(std::string& out, const Platform& platform, const Hub& hub) {
  const std::string id = markup_text(hub.id), lan = id + "/lan";
  line(out, "    <zone id=\"{}\" routing=\"Cluster\">", id);
  line(out, "      <prop id=\"name\" value=\"{}\"/>", markup_text(hub.name));
  line(out, "      <link id=\"{}\" bandwidth=\"1e18Bps\" latency=\"0s\" sharing_policy=\"FATPIPE\"/>", lan);
  write_host(out, markup_text(gateway_name(hub)), 1, "", lan);
  for (std::size_t group = 0; group < hub.racks.size(); ++group) {
    const RackGroup& racks = hub.racks[group];
    const ServerType& type = platform.servers[racks.server.index];
    for (int rack = 0; rack < racks.racks; ++rack) {
      for (int server = 0; server < racks.servers_per_rack; ++server) {
        write_host(out, markup_text(server_name(hub, {group, rack, server})), core_count(type),
                   wattage_per_state(type.power), lan);
      }
    }
  }
  line(out, "    </zone>");
}

void write_route(std::string& out, const Platform& platform, const Wan& wan, HubId a, HubId b) {
  const EndPoint from = end_point(a);
  const auto path = wan.lowest_latency_path(from, end_point(b));
  if (!path) return;
  const Hub& start = platform.hubs[a.index];
  const Hub& end = platform.hubs[b.index];
  line(out, "    <zoneRoute src=\"{}\" dst=\"{}\" gw_src=\"{}\" gw_dst=\"{}\" symmetrical=\"YES\">",
       markup_text(start.id), markup_text(end.id), markup_text(gateway_name(start)),
       markup_text(gateway_name(end)));
  const std::vector<Direction> directions = wan.directions(*path, from);
  for (std::size_t i = 0; i < directions.size(); ++i) {
    line(out, "      <link_ctn id=\"{}\" direction=\"{}\"/>",
         markup_text(platform.links[path->links[i].index].id),
         directions[i] == Direction::forward ? "UP" : "DOWN");
  }
  line(out, "    </zoneRoute>");
}

std::string dot_name(const Platform& platform, EndPoint point) {
  const auto index = static_cast<std::size_t>(point.index);
  const bool hub = point.kind == EndPoint::Kind::hub;
  return dot_quoted(hub ? platform.hubs[index].id : "origin " + platform.origins[index].id);
}

}  // namespace

std::string simgrid_xml(const Platform& platform) {
  const Wan wan(platform);
  std::string out;
  line(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
  line(out, "<!DOCTYPE platform SYSTEM \"https://simgrid.org/simgrid.dtd\">");
  line(
      out,
      "<!-- Run with network/model:CM02 network/TCP-gamma:0 network/crosstraffic:no and a precision of 1e-6");
  line(out,
       "     (surf/precision, since 3.34 precision/timing): a transfer then takes latency + size / "
       "bandwidth. -->");
  line(out, "<platform version=\"4.1\">");
  line(out, "  <zone id=\"{}\" routing=\"Full\">", root_zone_name);
  line(out, "    <prop id=\"name\" value=\"{}\"/>", markup_text(platform.name));
  for (const Hub& hub : platform.hubs) write_hub(out, platform, hub);
  for (const Link& link : platform.links) {
    line(out, "    <link id=\"{}\" bandwidth=\"{}Bps\" latency=\"{}s\" sharing_policy=\"SPLITDUPLEX\">",
         markup_text(link.id), link.bandwidth.base(), link.latency / unit::second);
    line(out, "      <prop id=\"availability\" value=\"{}\"/>", link.availability);
    line(out, "    </link>");
  }
  for (HubId a{0}; a.index < platform.hubs.size(); ++a.index) {
    for (HubId b{a.index + 1}; b.index < platform.hubs.size(); ++b.index)
      write_route(out, platform, wan, a, b);
  }
  line(out, "  </zone>");
  line(out, "</platform>");
  return out;
}

std::string graphviz(const Platform& platform) {
  std::string out;
  line(out, "graph {} {{", dot_quoted(platform.name));
  line(out, "  node [fontname=\"sans-serif\", style=filled];");
  for (const Hub& hub : platform.hubs) {
    const char* colour = hub.side == Side::east ? "lightblue" : hub.side == Side::west ? "wheat" : "white";
    line(out, "  {} [label={}, shape=box, fillcolor={}];", dot_quoted(hub.id),
         dot_quoted(hub.name.empty() ? hub.id : hub.name), colour);
  }
  std::set<std::size_t> attached;
  for (const Link& link : platform.links) {
    for (const EndPoint& end : {link.a, link.b}) {
      if (end.kind == EndPoint::Kind::origin) attached.insert(static_cast<std::size_t>(end.index));
    }
  }
  for (const std::size_t i : attached) {
    line(out, "  {} [label={}, shape=ellipse, fillcolor=white];",
         dot_name(platform, {EndPoint::Kind::origin, static_cast<int>(i)}),
         dot_quoted(platform.origins[i].id));
  }
  for (const Link& link : platform.links) {
    line(out, "  {} -- {} [label={}];", dot_name(platform, link.a), dot_name(platform, link.b),
         dot_quoted(fmt::format("{}, {}", to_text(link.latency), to_text(link.bandwidth))));
  }
  line(out, "}}");
  return out;
}

}  // namespace hubwatt
