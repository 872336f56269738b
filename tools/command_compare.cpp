// hubwatt compare: what differs between two finished runs, or two projections.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "tools/command.hpp"
#include "tools/compare.hpp"
#include "tools/named_option.hpp"

namespace hubwatt {

namespace {

struct CompareCommand {
  std::string a, b;
  std::string format = "text";
};

int compare(const CompareCommand& command, const CommonFlags& flags) {
  const ComparedFigures a = figures_in(command.a), b = figures_in(command.b);
  const bool json = flags.json || command.format == "json";
  std::fputs((json ? comparison_json(a, b) : comparison_text(a, b)).c_str(), stdout);
  return exit_done;
}

}  // namespace

void add_compare(CLI::App& app, const CommonFlags& flags, Action& chosen) {
  auto command = std::make_shared<CompareCommand>();
  CLI::App* compare_app =
      app.add_subcommand("compare", "Show what differs between two finished runs or projections");
  compare_app->add_option("DIR_A", command->a, "Directory of results")->required();
  compare_app->add_option("DIR_B", command->b, "Directory of results")->required();
  compare_app->add_option("--format", command->format, "text or json")
      ->check(one_of({"text", "json"}));
  compare_app->callback(
      [command, &flags, &chosen] { chosen = [command, &flags] { return compare(*command, flags); }; });
}

}  // namespace hubwatt
