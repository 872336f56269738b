// Rules as the catalogue writes them (platforms/catalogue/rules.toml): which keys an entry has, and what is refused.
#pragma once

#include "scenarios/field.hpp"
#include "scenarios/rule.hpp"

namespace hubwatt {

template <>
inline constexpr std::array names_of<RuleScope>{std::string_view("hub"), std::string_view("total"),
                                                std::string_view("link"), std::string_view("service")};
template <>
inline constexpr std::array names_of<RuleDirection>{std::string_view("at-most"),
                                                    std::string_view("at-least")};
template <>
inline constexpr std::array names_of<HubsOwnLimit>{std::string_view("none"), std::string_view("pue_limit"),
                                                   std::string_view("green_share_target")};

template <>
Form<Rule> form_of();
template <>
Form<ReportedIndicator> form_of();
template <>
struct Kind<ReportedIndicator> : TableKind<ReportedIndicator> {};
template <>
Form<ReportingSet> form_of();

// The entries of `reading.catalogue`, in its order; what is wrong with them is added to the reading's mistakes.
RuleBook read_rules(Reading& reading);

// Those of the program's own catalogue; throws InputError.
RuleBook catalogue_rules();

}  // namespace hubwatt
