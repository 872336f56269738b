// The keys inside a server type that are tables: its devices, its clocks, its idle states.
#pragma once

#include "models/frequency.hpp"
#include "models/idle_state.hpp"
#include "models/server_parts.hpp"
#include "scenarios/field.hpp"

namespace hubwatt {

template <>
Form<Devices> form_of();
template <>
struct Kind<Devices> : TableKind<Devices> {};
template <>
Form<ServerSupply> form_of();
template <>
struct Kind<ServerSupply> : TableKind<ServerSupply> {};
template <>
Form<ServerParts> form_of();
template <>
struct Kind<ServerParts> : TableKind<ServerParts> {};
template <>
Form<Frequency> form_of();
template <>
struct Kind<Frequency> : TableKind<Frequency> {};
template <>
Form<IdleState> form_of();
template <>
struct Kind<IdleState> : TableKind<IdleState> {};

}  // namespace hubwatt
