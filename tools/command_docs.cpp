// hubwatt docs: the reference of the input and of the results, printed from the code that reads and computes them.
#include <cstdio>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "scenarios/docs.hpp"
#include "scenarios/kpi.hpp"
#include "scenarios/rule_fields.hpp"
#include "scenarios/server_fields.hpp"
#include "tools/command.hpp"
#include "tools/named_option.hpp"

namespace hubwatt {

namespace {

std::string kpi_docs() {
  std::string out = "Key performance indicators of summary.json, for each hub, each side and the total.\n"
                    "Fleet figures are ratios of sums. A ratio of nothing is null.\n\n";
  for (const KpiField& field : kpi_fields()) out += fmt::format("{}\n    {}\n", field.key, field.definition);
  return out;
}

// What `compliance` and `standards` of summary.json are made of.
std::string rule_docs() {
  std::string out =
      "\nRules checked in `compliance`. `hub` is a hub's id, a link's, a service's name or \"total\", as `scope` says;\n"
      "`to_pass` has what would have to change, all of it together and with all else as it was. A hub's pue_limit and\n"
      "green_share_target in the platform file take the place of rules on the same. `standards` has the energy grade\n"
      "of each hub, what leads to the next, and which indicators of a reporting set a run tells.\n\n";
  const RuleBook book = catalogue_rules();
  for (const Rule& rule : book.rules) {
    out += fmt::format("{}\n    {}\n    {} {} {:g} ({}, {}; {})\n", rule.id, rule.text, rule.indicator,
                       rule.direction == RuleDirection::at_most ? "<=" : ">=", rule.limit, rule.source, rule.date,
                       names_of<Confidence>[static_cast<std::size_t>(rule.confidence)]);
  }
  for (const ReportingSet& set : book.reporting) {
    out += fmt::format("{}\n    {}\n    {} indicators ({}, {}; {})\n", set.id, set.text, set.indicators.size(),
                       set.source, set.date, names_of<Confidence>[static_cast<std::size_t>(set.confidence)]);
  }
  return out;
}

int print_docs(const std::string& topic) {
  std::string text;
  for (const std::string_view name : docs_topics())
    if (topic.empty() || topic == name) text += docs(name) + "\n";
  if (topic.empty() || topic == "kpi") text += kpi_docs() + rule_docs();
  std::fputs(text.c_str(), stdout);
  return exit_done;
}

}  // namespace

void add_docs(CLI::App& app, const CommonFlags&, Action& chosen) {
  auto topic = std::make_shared<std::string>();
  CLI::App* docs_app = app.add_subcommand("docs", "Print the reference of inputs and results");
  std::vector<std::string> topics{"kpi"};
  for (const std::string_view name : docs_topics()) topics.emplace_back(name);
  docs_app->add_option("TOPIC", *topic, "One topic (default: all)")->check(one_of(topics));
  docs_app->callback([topic, &chosen] { chosen = [topic] { return print_docs(*topic); }; });
}

}  // namespace hubwatt
