#include "scenarios/hub_fields.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "models/units.hpp"
#include "scenarios/climate_fields.hpp"
#include "scenarios/cooling_fields.hpp"
#include "scenarios/heat_fields.hpp"
#include "scenarios/power_chain_fields.hpp"
#include "scenarios/supply_fields.hpp"

namespace hubwatt {
namespace {

// A group beyond this is no simulation of single servers any more, and its counts would not fit an int.
constexpr long long most_servers_of_group = 1'000'000;

void check_group(const RackGroup& group, const Node& node, Reading& reading) {
  const bool sleeps = node.find("when_idle") != nullptr;
  if (sleeps != (node.find("idle_after") != nullptr)) {
    reading.mistake_at_key(node, sleeps ? "idle_after" : "when_idle", "when_idle and idle_after stand together",
                           sleeps ? "write idle_after = '15 min', say" : "name a state, or leave idle_after out");
  }
  const long long servers = static_cast<long long>(group.racks) * group.servers_per_rack;
  if (servers <= most_servers_of_group) return;
  reading.mistake_at_key(node, "racks",
                         fmt::format("{} simulated servers (at most {})", servers, most_servers_of_group),
                         "let each rack represent more real ones");
}

// A store is charged by what makes chilled water.
void check_cold_store(const Hub& hub, const Node& node, Reading& reading) {
  if (!hub.cold_store || !node.find("cooling") || can_store_cold(hub.cooling)) return;
  reading.mistake_at_key(node, "cold_store", "the cooling of this hub makes no chilled water to fill it with",
                         "take chilled-water, chilled-water-economizer or air-cooled-chiller, or a mixed hall "
                         "with one of them");
}

void check_hub(const Hub& hub, const Node& node, Reading& reading) {
  check_cold_store(hub, node, reading);
  check_renewables(hub, node, reading);
  if (hub.racks.empty()) {
    reading.mistake_at_key(node, "rack", "a hub has at least one group of racks",
                           "write [[hub.rack]] below the hub");
  }
  long long racks = 0;
  for (const RackGroup& group : hub.racks) racks += static_cast<long long>(group.racks) * group.represents;
  if (hub.rack_positions && racks > *hub.rack_positions) {
    reading.mistake_at_key(node, "rack_positions",
                           std::to_string(*hub.rack_positions) + " is less than the " +
                               std::to_string(racks) + " racks of the hub (racks x represents)");
  }
}

}  // namespace

std::optional<std::size_t> read_reference(const Node& node, std::string_view noun,
                                          const std::vector<std::string>& names, Reading& reading) {
  if (node.text() == nullptr) {
    wrong_type(node, "the name of " + with_article(noun), reading);
    return std::nullopt;
  }
  if (!reading.names_known) return 0;
  const auto found = std::find(names.begin(), names.end(), *node.text());
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  reading.mistake(node, "there is no " + std::string(noun) + " " + in_quotes(*node.text()),
                  suggestion_for(*node.text(), names));
  return std::nullopt;
}

template <>
Form<Location> form_of() {
  return {"a location",
          {field("latitude", &Location::latitude, "degrees north").within(between(-90.0, 90.0)),
           field("longitude", &Location::longitude, "degrees east").within(between(-180.0, 180.0)),
           field("altitude", &Location::altitude, "above sea level")
               .within(between(-450.0 * unit::metre, 6000.0 * unit::metre))
               .defaults("\"0 m\"", "the sea level's pressure")},
          {}};
}

template <>
Form<RackGroup> form_of() {
  return {"a group of racks",
          {field("server", &RackGroup::server, "what stands in the racks"),
           field("racks", &RackGroup::racks, "simulated racks").within(at_least_zero),
           field("servers_per_rack", &RackGroup::servers_per_rack, "in each").within(at_least_one),
           field("represents", &RackGroup::represents, "real racks that each simulated one stands for")
               .within(at_least_one)
               .defaults("1", "every rack is simulated"),
           field("background_activity", &RackGroup::background_activity,
                 "of CPU servers, which no job or service here occupies")
               .within(share)
               .defaults("0.0", "what is not told does not run"),
           field("power_cap", &RackGroup::power_cap, "of one server, kept by lowering its clock under load")
               .within(positive)
               .else_means("none"),
           field("frequency", &RackGroup::frequency, "highest clock its servers may run at, over the full one")
               .within(positive_share)
               .else_means("the full one"),
           field("when_idle", &RackGroup::when_idle, "idle state of the server type that they fall into")
               .else_means("servers without work stay awake"),
           field("idle_after", &RackGroup::idle_after, "without any work for so long")
               .within({.low = 1.0})
               .else_means("no when_idle is given")},
          check_group};
}

template <>
Form<Hub> form_of() {
  return {
      "a hub",
      {
          field("id", &Hub::id, "by which links, scenarios and results name it"),
          field("name", &Hub::name, "name for people").else_means("the id"),
          field("side", &Hub::side, "of the east-west programme")
              .defaults("\"none\"", "counts for no side's figures"),
          field("location", &Hub::location, "where it stands"),
          field("utc_offset", &Hub::utc_offset, "local time less UTC")
              .within(between(-12.0 * unit::hour, 14.0 * unit::hour))
              .defaults("\"8 h\"", "all of China keeps UTC+8"),
          field_by<Hub>("climate", "table with kind", "weather at the hub",
                        [](Hub& hub, const Node& node, Reading& reading) {
                          if (auto climate = read_climate(node, hub.location, reading)) {
                            hub.climate = std::move(climate->climate);
                            hub.climate_shift = std::move(climate->shift);
                          }
                        }),
          field("cooling", &Hub::cooling, "the cooling plant"),
          field("power_chain", &Hub::power_chain, "the electrical path from meter to IT"),
          field("design_it_power", &Hub::design_it_power, "that plant and chain are sized for")
              .within(positive)
              .else_means("the peak power of all servers"),
          field("pue_limit", &Hub::pue_limit, "the approval's limit")
              .within(at_least_one)
              .else_means("the rule of its side, in start-up areas"),
          field("green_share_target", &Hub::green_share_target, "least share of green electricity")
              .within(share)
              .else_means("the rule of new hubs, where new_build = true"),
          field("start_up_area", &Hub::start_up_area, "whether rules for hubs of its side hold")
              .defaults("true", "a hub of a side is one of the programme's"),
          field("new_build", &Hub::new_build, "whether rules for new data centers hold")
              .defaults("false", "a hub that stood before they came"),
          field("rack_positions", &Hub::rack_positions, "real racks the hall has room for")
              .within(at_least_one)
              .else_means("the racks installed"),
          field("grid", &Hub::grid, "what the grid delivers"),
          field("rack", &Hub::racks, "groups of equal racks"),
          field("renewable", &Hub::renewables, "plants whose attributes the hub holds").else_means("none"),
          field("battery", &Hub::battery, "beside the busbar").else_means("none"),
          field("cold_store", &Hub::cold_store, "beside the chilled-water plant").else_means("none"),
          field("heat_reuse", &Hub::heat_reuse, "heat for a heat network").else_means("none"),
          field("water_stress", &Hub::water_stress, "weight of a litre of water at this place")
              .within(at_least_zero)
              .defaults("1.0", "a litre is a litre; AWARE and Aqueduct give factors by basin"),
          field("generator", &Hub::generators, "sets that burn fuel on the site").else_means("none"),
          field("building", &Hub::building, "what building it emitted").else_means("not counted"),
      },
      check_hub};
}

}  // namespace hubwatt
