#include "scenarios/policy_fields.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace hubwatt {
namespace {

using Options = std::map<std::string, std::string>;

// Options reach a module as text; the module knows what they mean.
std::optional<std::string> as_text(const Node& value) {
  if (value.text() != nullptr) return *value.text();
  if (const auto* whole = std::get_if<std::int64_t>(&value.value)) return fmt::format("{}", *whole);
  if (const auto* real = std::get_if<double>(&value.value)) return fmt::format("{}", *real);
  if (const auto* truth = std::get_if<bool>(&value.value)) return *truth ? "true" : "false";
  return std::nullopt;
}

void read_options(Options& options, const Node& node, Reading& reading) {
  if (node.table() == nullptr) return wrong_type(node, "a table of options", reading);
  for (const Member& member : *node.table()) {
    if (auto text = as_text(member.node)) {
      options[member.key] = std::move(*text);
    } else {
      wrong_type(member.node, "a string, a number, true or false", reading);
    }
  }
}

void check_choice(const PolicyChoice&, const Node& node, Reading& reading) {
  if ((node.find("name") == nullptr) == (node.find("module") == nullptr)) {
    reading.mistake(node, "exactly one of name and module is due");
  }
}

// [policy.options.dispatch] and its like.
void read_all_options(PolicyChoices& choices, const Node& node, Reading& reading) {
  if (node.table() == nullptr) return wrong_type(node, "tables [policy.options.DECISION]", reading);
  const std::pair<std::string, PolicyChoice*> decisions[] = {{"dispatch", &choices.dispatch},
                                                             {"schedule", &choices.schedule},
                                                             {"cooling", &choices.cooling},
                                                             {"supply", &choices.supply}};
  std::vector<std::string> names;
  for (const auto& [name, choice] : decisions) {
    names.push_back(name);
    if (const Node* options = node.find(name)) read_options(choice->options, *options, reading);
  }
  for (const Member& member : *node.table()) {
    if (std::find(names.begin(), names.end(), member.key) != names.end()) continue;
    reading.mistake_at_key(node, member.key, "there is no such kind of decision",
                           suggestion_for(member.key, names));
  }
}

}  // namespace

template <>
Form<PolicyChoice> form_of() {
  return {"a policy",
          {field("name", &PolicyChoice::name, "a shipped policy; `hubwatt policies list` shows them")
               .else_means("module is given"),
           field("module", &PolicyChoice::name,
                 "path of a .so: a policy of your own, relative to the scenario file")
               .else_means("name is given"),
           field_by<PolicyChoice>("options", "table", "options of the policy",
                                  [](PolicyChoice& choice, const Node& node, Reading& reading) {
                                    read_options(choice.options, node, reading);
                                  })
               .else_means("none")},
          check_choice};
}

std::optional<PolicyChoice> Kind<PolicyChoice>::read(const Node& node, const Limits&, Reading& reading) {
  if (node.table() != nullptr) return read_form(node, form_of<PolicyChoice>(), reading);
  const auto name = Kind<std::string>::read(node, any_number, reading);
  if (!name) return std::nullopt;
  return PolicyChoice{*name, {}};
}

template <>
Form<PolicyChoices> form_of() {
  return {
      "the policies",
      {field("dispatch", &PolicyChoices::dispatch, "where jobs run and requests go")
           .defaults("\"nearest\"", "lowest latency from the origin"),
       field("schedule", &PolicyChoices::schedule, "which waiting job of a hub starts")
           .defaults("\"fcfs\"", "first come, first served"),
       field("cooling", &PolicyChoices::cooling, "at which point a plant runs")
           .defaults("\"fixed\"", "the plant as designed"),
       field("supply", &PolicyChoices::supply, "what batteries do").defaults("\"none\"", "they stand still"),
       field_by<PolicyChoices>("options", "tables [policy.options.DECISION]",
                               "options of each decision's policy", read_all_options)
           .else_means("none")},
      {}};
}

}  // namespace hubwatt
