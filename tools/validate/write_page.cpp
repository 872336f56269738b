// hubwatt-validation: computes every case of the validation page and writes it. Exit code 0 where all pass
// and the page is the one asked for, 1 where a case fails or the page differs, 2 for a wrong command line.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <fstream>
#include <sstream>
#include <string>

#include "models/error.hpp"
#include "tools/validate/sections.hpp"

namespace {

using namespace hubwatt::validation;

std::vector<Section> all_sections() {
  return {reported_figures(), published_runs(), servers(), cooling_at_the_sites(), weather(), solar(),
          grid_carbon(),      stores(),         queues(),  network_and_engines(),  growth(),  backcasts(),
          invariants(),       left_out()};
}

std::string text_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw hubwatt::Error(path + ": cannot be read");
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

void write(const std::string& path, const std::string& page) {
  std::ofstream out(path, std::ios::binary);
  out << page << std::flush;
  if (!out) throw hubwatt::Error(path + ": cannot be written");
}

// The first line that differs, told on standard error.
bool same(const std::string& path, const std::string& page) {
  std::istringstream old_lines(text_of(path)), new_lines(page);
  std::string was, is;
  for (int number = 1;; ++number) {
    const bool old_left = static_cast<bool>(std::getline(old_lines, was));
    const bool new_left = static_cast<bool>(std::getline(new_lines, is));
    if (!old_left && !new_left) return true;
    if (old_left && new_left && was == is) continue;
    std::fprintf(stderr, "%s:%d: differs from what the program gives now\n  there: %s\n  now:   %s\n",
                 path.c_str(), number, old_left ? was.c_str() : "(end)", new_left ? is.c_str() : "(end)");
    return false;
  }
}

int report(const std::vector<Section>& sections) {
  for (const Section& section : sections)
    for (const Case& c : section.cases)
      if (!c.pass)
        std::fprintf(stderr, "%s: %s: expected %s, got %s (%s)\n", c.question.id.c_str(),
                     c.question.what.c_str(), c.expected.c_str(), c.got.c_str(), c.error.c_str());
  return failures(sections) == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"hubwatt-validation: computes the validation page; run it in the root of the source tree",
               "hubwatt-validation"};
  std::string output, reference;
  app.add_option("-o,--output", output, "Write the page to this file (default: standard output)");
  app.add_option("--compare", reference, "Compare the page with this file instead, byte for byte");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const bool asked = error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success);
    app.exit(error);
    return asked ? 0 : 2;
  }
  try {
    const std::vector<Section> sections = all_sections();
    const std::string page = markdown(sections);
    const int code = report(sections);
    if (!reference.empty()) return same(reference, page) ? code : 1;
    if (!output.empty())
      write(output, page);
    else
      std::fwrite(page.data(), 1, page.size(), stdout);
    return code;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "hubwatt-validation: %s\n", error.what());
    return 1;
  }
}
