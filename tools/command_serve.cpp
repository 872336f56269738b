// hubwatt serve: a local page over a folder of results, until Ctrl-C.
#include <poll.h>

#include <CLI/CLI.hpp>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>

#include "scenarios/forked_tasks.hpp"
#include "tools/command.hpp"
#include "tools/serve.hpp"
#include "tools/serve_guard.hpp"

namespace hubwatt {

namespace {

namespace fs = std::filesystem;

struct ServeCommand {
  std::string results = "runs";
  std::vector<std::string> inputs;
  std::string host = "127.0.0.1";
  int port = 8080;
};

// Where nothing is named: this folder, and the library where this is a clone.
std::vector<fs::path> input_folders(const ServeCommand& command) {
  if (!command.inputs.empty()) return {command.inputs.begin(), command.inputs.end()};
  std::vector<fs::path> out{"."};
  if (fs::is_directory("scenarios/library")) out.emplace_back("scenarios/library");
  return out;
}

int serve(const ServeCommand& command, const CommonFlags& flags) {
  ServeOptions options;
  options.results = command.results;
  options.inputs = input_folders(command);
  options.program = fs::read_symlink("/proc/self/exe");
  options.host = command.host;
  options.port = command.port;
  if (!is_loopback(command.host)) options.token = random_token();
  const Interrupts interrupts;  // before any thread, which would take the signal else
  LocalPage page(options);
  page.start();
  std::printf("%s\n", page.address().c_str());
  if (!flags.quiet) {
    if (!options.token.empty())
      std::fprintf(stderr,
                   "Whoever has this address may read and start what you may; the network sees it.\n");
    std::fprintf(stderr, "Ctrl-C ends it, and what was started from it.\n");
  }
  std::fflush(stdout);
  pollfd watched{interrupts.descriptor(), POLLIN, 0};
  while (!interrupts.heard()) ::poll(&watched, 1, -1);
  return exit_done;
}

}  // namespace

void add_serve(CLI::App& app, const CommonFlags& flags, Action& chosen) {
  auto command = std::make_shared<ServeCommand>();
  CLI::App* serve_app =
      app.add_subcommand("serve", "A local page: results, reports, copies to edit, runs to start");
  serve_app->add_option("DIR", command->results, "Folder of results")->capture_default_str();
  serve_app
      ->add_option("--inputs", command->inputs,
                   "Folder of scenarios and projections (default: this one, and scenarios/library in it)")
      ->take_all()
      ->expected(1)
      ->allow_extra_args(false);
  serve_app->add_option("--port", command->port, "Port; 0 for one that is free")
      ->check(CLI::Range(0, 65535))
      ->capture_default_str();
  serve_app
      ->add_option("--host", command->host,
                   "Address to answer at; one that other machines reach demands a token, which is printed")
      ->capture_default_str();
  serve_app->callback(
      [command, &flags, &chosen] { chosen = [command, &flags] { return serve(*command, flags); }; });
}

}  // namespace hubwatt
