// The keys of [[outage]]: a piece of a hub's plant that is out of service for a while.
#pragma once

#include "scenarios/field.hpp"
#include "scenarios/scenario.hpp"

namespace hubwatt {

template <>
inline constexpr std::array names_of<OutageEquipment> = outage_names;

template <>
Form<Outage> form_of();
template <>
struct Kind<Outage> : TableKind<Outage> {};

// A moment of the calendar: seconds since 1970-01-01T00:00Z; UTC+8 where it tells no offset.
std::optional<std::int64_t> read_moment(const Node& node, Reading& reading);

// Outages that the run does not meet, or that take more than the hub has.
void check_outages(const Scenario& scenario, const Node& root, Reading& reading);

}  // namespace hubwatt
