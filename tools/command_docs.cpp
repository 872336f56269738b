// hubwatt docs: the reference of the input and of the results, printed from the code that reads and computes them.
#include <cstdio>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "scenarios/docs.hpp"
#include "scenarios/kpi.hpp"
#include "tools/command.hpp"

namespace hubwatt {

namespace {

std::string kpi_docs() {
  std::string out = "Key performance indicators of summary.json, for each hub, each side and the total.\n"
                    "Fleet figures are ratios of sums. A ratio of nothing is null.\n\n";
  for (const KpiField& field : kpi_fields()) out += fmt::format("{}\n    {}\n", field.key, field.definition);
  return out;
}

int print_docs(const std::string& topic) {
  std::string text;
  for (const std::string_view name : docs_topics())
    if (topic.empty() || topic == name) text += docs(name) + "\n";
  if (topic.empty() || topic == "kpi") text += kpi_docs();
  std::fputs(text.c_str(), stdout);
  return exit_done;
}

}  // namespace

void add_docs(CLI::App& app, const CommonFlags&, Action& chosen) {
  auto topic = std::make_shared<std::string>();
  CLI::App* docs_app = app.add_subcommand("docs", "Print the reference of inputs and results");
  std::vector<std::string> topics{"kpi"};
  for (const std::string_view name : docs_topics()) topics.emplace_back(name);
  docs_app->add_option("TOPIC", *topic, "One topic (default: all)")->check(CLI::IsMember(topics));
  docs_app->callback([topic, &chosen] { chosen = [topic] { return print_docs(*topic); }; });
}

}  // namespace hubwatt
