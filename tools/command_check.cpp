// hubwatt check: every mistake of a platform, scenario, projection or study file, at once.
#include <cstdio>
#include <memory>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "models/error.hpp"
#include "scenarios/scenario_reader.hpp"
#include "tools/command.hpp"

namespace hubwatt {

namespace {

int check(const std::string& file, const CommonFlags& flags) {
  const std::vector<Diagnostic> mistakes = check_file(file);
  if (flags.json) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const Diagnostic& d : mistakes)
      list.push_back({{"file", d.file},
                      {"line", d.line},
                      {"column", d.column},
                      {"key", d.key},
                      {"problem", d.problem},
                      {"suggestion", d.suggestion}});
    std::printf("%s\n", list.dump(2, ' ', false, nlohmann::json::error_handler_t::replace).c_str());
    return mistakes.empty() ? exit_done : exit_invalid_input;
  }
  for (const Diagnostic& mistake : mistakes) std::printf("%s\n", mistake.text().c_str());
  if (mistakes.empty() && !flags.quiet) std::printf("%s: no mistakes\n", file.c_str());
  return mistakes.empty() ? exit_done : exit_invalid_input;
}

}  // namespace

void add_check(CLI::App& app, const CommonFlags& flags, Action& chosen) {
  auto file = std::make_shared<std::string>();
  CLI::App* check_app = app.add_subcommand("check", "Name every mistake of a platform, scenario, projection or study file");
  check_app->add_option("FILE", *file, "Platform, scenario, projection or study file (TOML)")->required();
  check_app->callback([file, &flags, &chosen] { chosen = [file, &flags] { return check(*file, flags); }; });
}

}  // namespace hubwatt
