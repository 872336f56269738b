// The keys of [policy]: which module makes each kind of decision, and its options.
#pragma once

#include "scenarios/field.hpp"
#include "scenarios/scenario.hpp"

namespace hubwatt {

// A name ("easy-backfill"), or { name or module = "...", options = { key = value } }.
template <>
struct Kind<PolicyChoice> {
  static std::optional<PolicyChoice> read(const Node& node, const Limits&, Reading& reading);
  static std::string type() { return "name of a policy, or table"; }
  static Scale scale() { return {}; }
};

template <>
Form<PolicyChoice> form_of();  // of the table
template <>
Form<PolicyChoices> form_of();
template <>
struct Kind<PolicyChoices> : TableKind<PolicyChoices> {};

}  // namespace hubwatt
