// Each file of tests/scenarios/bad has mistakes on purpose; the messages a user gets stand beside it as
// NAME.expected. With HUBWATT_APPROVE=1 in the environment the messages are written there instead, to be read and
// committed.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

#include "scenarios/scenario_reader.hpp"
#include "tests/support/catch.hpp"

namespace fs = std::filesystem;
using namespace hubwatt;

namespace {

std::vector<fs::path> bad_files() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator("tests/scenarios/bad")) {
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string messages_of(const fs::path& file) {
  std::string out;
  for (const Diagnostic& mistake : check_file(file)) out += mistake.text() + "\n";
  return out;
}

std::string text_of(const fs::path& file) {
  std::ifstream in(file);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("every kind of mistake gets its approved message") {
  const std::vector<fs::path> files = bad_files();
  REQUIRE(files.size() > 50);
  for (const fs::path& file : files) {
    fs::path expected = file;
    expected.replace_extension(".expected");
    const std::string messages = messages_of(file);
    if (std::getenv("HUBWATT_APPROVE") != nullptr) std::ofstream(expected) << messages;
    INFO(file.string());
    CHECK_FALSE(messages.empty());
    CHECK(messages == text_of(expected));
  }
}

TEST_CASE("a file with ten mistakes gives ten messages in the order of their places") {
  const std::vector<Diagnostic> mistakes = check_file("tests/scenarios/bad/ten-mistakes.platform.toml");
  REQUIRE(mistakes.size() == 10);
  for (std::size_t i = 0; i < mistakes.size(); ++i) {
    CHECK(mistakes[i].line > 0);
    CHECK(mistakes[i].column > 0);
    CHECK_FALSE(mistakes[i].key.empty());
    if (i == 0) continue;
    CHECK(std::pair(mistakes[i - 1].line, mistakes[i - 1].column) <=
          std::pair(mistakes[i].line, mistakes[i].column));
  }
}
