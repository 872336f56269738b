#include "scenarios/rack_checks.hpp"

#include <fmt/format.h>

#include "models/nearest_name.hpp"
#include "models/units.hpp"
#include "scenarios/field.hpp"

namespace hubwatt {
namespace {

void check_clocks(const RackGroup& group, const ServerType& type, const Node& node, Reading& reading) {
  for (const std::string_view key : {"power_cap", "frequency"}) {
    if (node.find(key) == nullptr) continue;
    if (type.accelerators() == 0) {
      reading.mistake_at_key(node, key, "slows jobs down, and none runs on servers without accelerators");
      return;
    }
    if (!type.frequency) {
      reading.mistake_at_key(node, key, in_quotes(type.id) + " does not tell the clocks it can run at",
                             "add frequency = { power_exponent, least } to the server type");
      return;
    }
  }
  if (!type.frequency) return;
  if (group.frequency < type.frequency->least)
    reading.mistake_at_key(
        node, "frequency",
        fmt::format("{} runs at {} of its full clock at least", in_quotes(type.id), type.frequency->least));
  if (!group.power_cap || frequency_for_cap(type.power, *type.frequency, *group.power_cap, 1.0)) return;
  const Power span = type.power.peak - type.power.idle;
  const Power least = type.power.idle + span * power_share(*type.frequency, type.frequency->least);
  reading.mistake_at_key(node, "power_cap",
                         fmt::format("a busy {} draws {:.0f} W at its lowest clock (idle {:.0f} W)",
                                     in_quotes(type.id), least / unit::W, type.power.idle / unit::W),
                         "raise the limit, or leave it out");
}

void check_idle_state(const RackGroup& group, const ServerType& type, const Node& node, Reading& reading) {
  if (group.when_idle.empty()) return;
  if (type.accelerators() == 0) {
    reading.mistake_at_key(node, "when_idle",
                           "servers without accelerators are never free of their background load");
    return;
  }
  std::vector<std::string> names;
  for (const IdleState& state : type.idle_states) {
    if (state.name == group.when_idle) return;
    names.push_back(state.name);
  }
  reading.mistake_at_key(node, "when_idle",
                         in_quotes(type.id) + " has no idle state " + in_quotes(group.when_idle),
                         names.empty() ? "add idle_state = [{ ... }] to the server type"
                                       : suggestion_for(group.when_idle, names));
}

}  // namespace

void check_racks(const Platform& platform, const Node& node, Reading& reading) {
  for (std::size_t h = 0; h < platform.hubs.size(); ++h) {
    const Node& hub = (*node.find("hub")->array())[h];
    for (std::size_t r = 0; r < platform.hubs[h].racks.size(); ++r) {
      const RackGroup& group = platform.hubs[h].racks[r];
      const Node& rack = (*hub.find("rack")->array())[r];
      check_clocks(group, platform.servers[group.server.index], rack, reading);
      check_idle_state(group, platform.servers[group.server.index], rack, reading);
    }
  }
}

void check_engine(const Scenario& scenario, const Node& node, Reading& reading) {
  if (scenario.engine != EngineKind::exec) return;
  for (const Hub& hub : scenario.platform.hubs)
    for (const RackGroup& group : hub.racks) {
      if (group.when_idle.empty()) continue;
      reading.mistake_at_key(
          node, "engine",
          "'exec' keeps every server awake, and racks of " + in_quotes(hub.id) + " have when_idle",
          "run with engine = 'event', or leave when_idle out");
      return;
    }
}

}  // namespace hubwatt
