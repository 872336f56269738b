// hubwatt policies: which there are, and whether a module keeps the rules.
#include <cstdio>
#include <memory>

#include <CLI/CLI.hpp>

#include "policies/check_module.hpp"
#include "policies/search.hpp"
#include "tools/command.hpp"
#include "tools/text_table.hpp"

namespace hubwatt {

namespace {

int list() {
  TextTable table({"policy", "version", "decides", "what it does"});
  std::string problems;
  for (const PolicyInfo& policy : available_policies()) {
    if (policy.problem.empty())
      table.add({policy.name, policy.version, decision_names(policy.decisions), policy.summary});
    else
      problems += policy.problem + "\n";
  }
  std::fputs(table.text().c_str(), stdout);
  std::fputs(problems.c_str(), stderr);
  return exit_done;
}

int check(const std::string& file, const CommonFlags& flags) {
  const std::vector<std::string> findings = check_module(file);
  for (const std::string& finding : findings) std::printf("%s\n", finding.c_str());
  if (findings.empty() && !flags.quiet) std::printf("%s: keeps the rules\n", file.c_str());
  return findings.empty() ? exit_done : exit_policy_failed;
}

}  // namespace

void add_policies(CLI::App& app, const CommonFlags& flags, Action& chosen) {
  CLI::App* policies_app = app.add_subcommand("policies", "List policies, or check a policy module");
  policies_app->require_subcommand(0, 1);
  policies_app->callback([&chosen] {
    if (!chosen) chosen = list;
  });
  CLI::App* list_app = policies_app->add_subcommand("list", "Policies that scenarios can name");
  list_app->callback([&chosen] { chosen = list; });
  auto file = std::make_shared<std::string>();
  CLI::App* check_app = policies_app->add_subcommand("check", "Load a module and try its decisions on small cases");
  check_app->add_option("FILE.so", *file, "Policy module")->required();
  check_app->callback([file, &flags, &chosen] { chosen = [file, &flags] { return check(*file, flags); }; });
}

}  // namespace hubwatt
