// What the tests of this folder share: instances of shipped policies and of the modules made for these tests,
// and the message of a refusal.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "models/error.hpp"
#include "policies/instance.hpp"
#include "policies/search.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt::test {

using OptionTexts = std::map<std::string, std::string>;

// A module built by this folder's CMakeLists.txt.
inline std::filesystem::path test_module(std::string_view name) {
  return std::filesystem::path(POLICY_TEST_MODULES) / (std::string(name) + ".so");
}

inline Instance instance_of(const std::filesystem::path& file, Decision decision,
                            const OptionTexts& options = {}, std::uint32_t hub_count = 4) {
  return Instance(Module::open(file), decision, options, hub_count);
}

inline Instance shipped(std::string_view name, Decision decision, const OptionTexts& options = {},
                        std::uint32_t hub_count = 4) {
  return Instance(find_policy(name, decision, {}), decision, options, hub_count);
}

// The module that gives a wrong answer of the kind asked for.
inline Instance nonsense(Decision decision, const std::string& answer) {
  return instance_of(test_module("nonsense"), decision, {{"answer", answer}});
}

// What the PolicyError says that `action` throws; empty when it throws none.
template <class Action>
std::string refusal(Action action) {
  try {
    action();
  } catch (const PolicyError& problem) {
    return problem.what();
  }
  return "";
}

// Matches a message with this text in it; Catch2 changed the name.
inline auto says(const std::string& text) {
#if CATCH_VERSION_MAJOR >= 3
  return Catch::Matchers::ContainsSubstring(text);
#else
  return Catch::Matchers::Contains(text);
#endif
}

// Sets an environment variable as long as it lives.
class EnvironmentVariable {
 public:
  EnvironmentVariable(const char* name, const std::string& value) : name_(name) {
    setenv(name, value.c_str(), 1);
  }
  ~EnvironmentVariable() { unsetenv(name_); }
  EnvironmentVariable(const EnvironmentVariable&) = delete;
  EnvironmentVariable& operator=(const EnvironmentVariable&) = delete;

 private:
  const char* name_;
};

}  // namespace hubwatt::test
