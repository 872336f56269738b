#include "scenarios/server_fields.hpp"

#include <algorithm>

#include "scenarios/server_parts_fields.hpp"

namespace hubwatt {
namespace {

template <class V>
Field<ServerType> of_power(std::string_view key, V ServerPower::*member, std::string_view doc) {
  return field_into<Kind<V>, ServerType>(
      key, [member](ServerType& server) -> V& { return server.power.*member; }, doc);
}

Field<ServerType> of_fans(std::string_view key, double ServerFans::*member, std::string_view doc) {
  return field_into<Kind<double>, ServerType>(
      key, [member](ServerType& server) -> double& { return server.fans.*member; }, doc);
}

void check_server(const ServerType& server, const Node& node, Reading& reading) {
  const bool by_parts = node.find("parts") != nullptr;
  for (const std::string_view key : {"accelerators", "idle_power", "peak_power"}) {
    const bool written = node.find(key) != nullptr;
    if (by_parts && written) {
      reading.mistake_at_key(node, key, "stands beside parts, which tell it too", "leave one of them out");
    } else if (!by_parts && !written) {
      reading.mistake_at_key(node, key, "a server type needs this key, and it is missing");
    }
  }
  std::vector<std::string_view> states;
  for (const IdleState& state : server.idle_states) {
    if (std::find(states.begin(), states.end(), state.name) != states.end())
      reading.mistake_at_key(node, "idle_state", "two states are named " + in_quotes(state.name));
    states.push_back(state.name);
  }
  if (by_parts && server.power.curve == PowerCurve::fan) {
    reading.mistake_at_key(node, "curve", "belongs to idle_power and peak_power; parts have exponents");
    return;
  }
  if (server.power.peak < server.power.idle) {
    reading.mistake_at_key(node, "peak_power", "is below idle_power");
  }
  if (server.accelerators() > 0 && server.power.curve == PowerCurve::fan) {
    reading.mistake_at_key(node, "curve", "'fan' describes CPU servers, and this one has accelerators",
                           "leave the key out, or write 'linear'");
  }
}

}  // namespace

template <>
Form<ServerType> form_of() {
  return {"a server type",
          {
              field("name", &ServerType::name, "name for people").else_means("the entry's own name"),
              of_power("accelerators", &ServerPower::accelerators,
                       "accelerators in one server; 0 for a CPU server")
                  .within(between(0.0, 1024.0))
                  .else_means("parts are given"),
              of_power("idle_power", &ServerPower::idle, "of one server at its input, nothing running")
                  .within(at_least_zero)
                  .else_means("parts are given"),
              of_power("peak_power", &ServerPower::peak, "of one server with everything at activity 1")
                  .within(positive)
                  .else_means("parts are given"),
              of_power("curve", &ServerPower::curve, "how power follows activity between the two")
                  .defaults("\"linear\"", "exact for accelerator servers by definition of the two powers"),
              of_fans("fan_share", &ServerFans::share,
                      "its own fans, of its power while the air comes in at 25 degC or below")
                  .within({.low = 0.0, .high = 1.0, .high_end = Limits::End::excluded})
                  .else_means("power does not follow the inlet temperature"),
              of_fans("fan_speed_per_kelvin", &ServerFans::speed_per_kelvin,
                      "rise of the fans' speed above 25 degC; their power goes with its cube, to 40 degC")
                  .within(between(0.0, 0.2))
                  .defaults("0.025", "5.7 % more power at 35 degC with fans of 6 %; estimate"),
              field_by<ServerType>("parts", "table",
                                   "its devices, in place of accelerators, idle_power and peak_power",
                                   [](ServerType& server, const Node& node, Reading& reading) {
                                     const auto parts = Kind<ServerParts>::read(node, any_number, reading);
                                     if (!parts) return;
                                     const PowerCurve curve = server.power.curve;
                                     server.power = server_power_of(*parts, server.fans.share);
                                     server.power.curve = curve;
                                   })
                  .else_means("the three powers are given"),
              field("frequency", &ServerType::frequency, "clocks it can run at")
                  .else_means("the full one only: no power_cap and no frequency on its racks"),
              field("idle_state", &ServerType::idle_states, "states its servers may fall into without work")
                  .else_means("none: no when_idle on its racks"),
              field("peak_compute", &ServerType::peak_compute, "of one accelerator, dense BF16 or FP16")
                  .within(at_least_zero)
                  .else_means("unknown: no inference model runs on it"),
              field("memory", &ServerType::memory, "of one accelerator")
                  .within(at_least_zero)
                  .else_means("unknown: no inference model runs on it"),
              field("memory_bandwidth", &ServerType::memory_bandwidth, "of one accelerator")
                  .within(at_least_zero)
                  .else_means("unknown: no inference model runs on it"),
              field("embodied_carbon", &ServerType::embodied, "greenhouse gas of making one server")
                  .within(at_least_zero)
                  .else_means("not counted"),
              field("life", &ServerType::life, "over which that is spread")
                  .within(positive)
                  .defaults("\"2190 d\"", "six years: Chinese operators depreciate over 5 to 6; estimate"),
              field("source", &ServerType::source, "where the figures come from").else_means("not told"),
              field("confidence", &ServerType::confidence, "how well they are founded")
                  .defaults("\"estimate\"", "nothing better is claimed unless said"),
          },
          check_server};
}

}  // namespace hubwatt
