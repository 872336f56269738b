// hubwatt platform: what a platform file describes, in words or for another program.
#include <cstdio>
#include <memory>

#include <CLI/CLI.hpp>

#include "platforms/platform_export.hpp"
#include "platforms/platform_text.hpp"
#include "scenarios/platform_reader.hpp"
#include "tools/command.hpp"
#include "tools/named_option.hpp"

namespace hubwatt {

namespace {

struct PlatformCommand {
  std::string file;
  std::string format = "text";
};

int describe(const PlatformCommand& command) {
  InputFiles files;
  const Platform platform = read_platform(command.file, files);
  const std::string text = command.format == "simgrid-xml" ? simgrid_xml(platform)
                           : command.format == "dot"       ? graphviz(platform)
                                                           : platform_text(platform);
  std::fputs(text.c_str(), stdout);
  return exit_done;
}

}  // namespace

void add_platform(CLI::App& app, const CommonFlags&, Action& chosen) {
  auto command = std::make_shared<PlatformCommand>();
  CLI::App* platform_app = app.add_subcommand("platform", "Print a platform: hubs, supply, links, latencies, failures");
  platform_app->add_option("PLATFORM", command->file, "Platform file (TOML)")->required();
  platform_app->add_option("--format", command->format, "text, simgrid-xml or dot (Graphviz)")
      ->check(one_of({"text", "simgrid-xml", "dot"}));
  platform_app->callback([command, &chosen] { chosen = [command] { return describe(*command); }; });
}

}  // namespace hubwatt
