#include "scenarios/server_parts_fields.hpp"

#include <algorithm>

namespace hubwatt {
namespace {

void check_devices(const Devices& devices, const Node& node, Reading& reading) {
  if (devices.peak < devices.idle) reading.mistake_at_key(node, "peak", "is below idle");
}

void check_parts(const ServerParts& parts, const Node& node, Reading& reading) {
  if (parts.accelerators.count == 0 && parts.sockets.count == 0)
    reading.mistake_at_key(node, "sockets", "a server has sockets, or accelerators");
}

void check_states(const Frequency& clocks, const Node& node, Reading& reading) {
  if (clocks.states.empty()) return;
  const auto& states = clocks.states;
  if (std::adjacent_find(states.begin(), states.end(), std::greater_equal<>()) != states.end())
    reading.mistake_at_key(node, "states", "each state is higher than the one before");
  else if (states.back() != 1.0)
    reading.mistake_at_key(node, "states", "the last state is the full clock, 1.0");
  else if (states.front() != clocks.least)
    reading.mistake_at_key(node, "states", "the first state is the least clock");
}

}  // namespace

template <>
Form<Devices> form_of() {
  return {"a kind of device",
          {field("count", &Devices::count, "in one server").within(between(1.0, 1024.0)),
           field("idle", &Devices::idle, "power of one, nothing running").within(at_least_zero),
           field("peak", &Devices::peak, "power of one at activity 1").within(at_least_zero),
           field("exponent", &Devices::exponent, "of activity, that its power above idle follows")
               .within(between(0.2, 3.0))
               .defaults("1.0", "in proportion")},
          check_devices};
}

template <>
Form<ServerSupply> form_of() {
  return {"a server's supply",
          {field("constant", &ServerSupply::constant, "lost at any load").within(at_least_zero),
           field("efficiency", &ServerSupply::efficiency, "of the rest").within(between(0.5, 1.0))},
          {}};
}

template <>
Form<ServerParts> form_of() {
  return {
      "a server's parts",
      {field("accelerators", &ServerParts::accelerators, "{ count, idle, peak, exponent }")
           .else_means("a CPU server"),
       field("sockets", &ServerParts::sockets,
             "{ count, idle, peak, exponent } of its CPUs; peak is at activity 1 of the accelerators, if any")
           .else_means("not told apart"),
       field("memory", &ServerParts::memory, "constant").within(at_least_zero),
       field("network", &ServerParts::network, "cards and switches inside, constant").within(at_least_zero),
       field("storage", &ServerParts::storage, "constant").within(at_least_zero),
       field("supply", &ServerParts::supply, "what is lost between the server's input and its devices")},
      check_parts};
}

template <>
Form<Frequency> form_of() {
  return {"a server's clocks",
          {field("power_exponent", &Frequency::power_exponent, "of the clock, that power above idle follows")
               .within(between(0.5, 4.0)),
           field("least", &Frequency::least, "lowest clock, over the full one").within(between(0.05, 1.0)),
           field("states", &Frequency::states, "clocks there are, rising from the least to 1.0")
               .within(positive_share)
               .else_means("all between the two")},
          check_states};
}

template <>
Form<IdleState> form_of() {
  return {
      "an idle state",
      {field("name", &IdleState::name, "by which racks name it: standby, off"),
       field("power", &IdleState::power, "of one server at its input while it sleeps").within(at_least_zero),
       field("wake_time", &IdleState::wake_time, "until it can work again")
           .within({.low = 1.0, .high = 86400.0}),
       field("wake_energy", &IdleState::wake_energy, "of one server at its input, all that waking takes")
           .within(at_least_zero)},
      {}};
}

}  // namespace hubwatt
