#include "scenarios/platform_fields.hpp"

#include "platforms/wan.hpp"
#include "scenarios/basis.hpp"
#include "scenarios/field_entry.hpp"
#include "scenarios/network_fields.hpp"
#include "scenarios/rack_checks.hpp"
#include "scenarios/server_fields.hpp"

namespace hubwatt {
namespace {

// All types there are: by now the file's own stand in the catalogue's section behind the others.
void read_servers(Platform& platform, const Node& node, Reading& reading) {
  if (node.table() == nullptr) return wrong_type(node, "tables [server.NAME]", reading);
  for (const Member& member : *reading.catalogue.find("server")->table()) {
    auto type = read_entry<ServerType>(member.node, "server", reading).value_or(ServerType{});
    type.id = member.key;
    if (type.name.empty()) type.name = member.key;
    platform.servers.push_back(std::move(type));
  }
}

void read_network(Platform& platform, const Node& node, Reading& reading) {
  const auto keys = read_form(node, form_of<NetworkKeys>(), reading);
  if (!keys) return;
  platform.route_factor = keys->route_factor;
  platform.latency_per_km = keys->latency_per_km;
  platform.mean_time_to_repair = keys->mean_time_to_repair;
}

// A data set is staged over links; a hub that none leads to could never take or give one.
void check_routes(const Platform& platform, const Node& node, Reading& reading) {
  if (platform.links.empty() || platform.hubs.size() < 2) return;
  const Wan wan(platform);
  for (std::size_t i = 0; i < platform.hubs.size(); ++i) {
    bool reached = false;
    for (std::size_t j = 0; j < platform.hubs.size(); ++j) {
      reached = reached || (i != j && wan.connected(end_point(HubId{i}), end_point(HubId{j})));
    }
    if (reached) continue;
    reading.mistake((*node.find("hub")->array())[i],
                    "no path of links joins this hub to another (others have links)",
                    "add [[link]] with between = ['" + platform.hubs[i].id + "', ...]");
  }
}

void check_platform(const Platform& platform, const Node& node, Reading& reading) {
  if (platform.hubs.empty()) reading.mistake_at_key(node, "hub", "a platform has at least one hub");
  check_routes(platform, node, reading);
  check_racks(platform, node, reading);
}

}  // namespace

void read_schema(const Node& node, Reading& reading) {
  const auto version = Kind<int>::read(node, any_number, reading);
  if (version && *version != 1) reading.mistake(node, "this hubwatt reads schema 1 only", "write schema = 1");
}

template <>
Form<Platform> form_of() {
  return {
      "a platform",
      {field_by<Platform>("schema", std::string(schema_type), schema_doc,
                          [](Platform&, const Node& node, Reading& reading) { read_schema(node, reading); }),
       field("name", &Platform::name, "name for people"),
       field_by<Platform>("server", "tables [server.NAME]", "server types of this file's own", read_servers)
           .defaults("{}", "those of the catalogue"),
       field("origin", &Platform::origins, "where demand comes from").else_means("none"),
       field_by<Platform>("network", "table", "paths without a link of their own", read_network)
           .defaults("{}", "the defaults of its keys"),
       field("hub", &Platform::hubs, "hubs, in the order policies see them"),
       field("link", &Platform::links, "between hubs, or between an origin and a hub").else_means("none"),
       basis_field<Platform>()},
      check_platform};
}

}  // namespace hubwatt
