#include "policies/module.hpp"

#include <fstream>
#include <optional>

#include "tests/policies/loading.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;
using namespace hubwatt::test;

namespace {

std::string refusal_of(const std::string& name) {
  return refusal([&] { Module::open(test_module(name)); });
}

}  // namespace

TEST_CASE("a sound module loads with its description") {
  const Module module = Module::open(test_module("nonsense"));
  CHECK(std::string(module.description().name) == "nonsense");
  CHECK(std::string(module.description().version) == "0.1");
  CHECK(module.description().decisions == (HW_DISPATCH | HW_SCHEDULE | HW_COOLING | HW_SUPPLY));
}

TEST_CASE("a module stays loaded as long as one of its copies lives") {
  std::optional<Module> copy;
  {
    const Module module = Module::open(test_module("nonsense"));
    copy = module;
  }
  CHECK(std::string(copy->description().name) == "nonsense");
}

TEST_CASE("a file that is missing, a folder or a text is refused as such") {
  CHECK_THAT(refusal_of("no-such-module"), says("no-such-module.so: there is no such file"));
  CHECK_THAT(refusal([] { Module::open(POLICY_TEST_MODULES); }), says("is not a file"));

  const std::filesystem::path text = test_module("only-text");
  std::ofstream(text) << "I am no program\n";
  CHECK_THAT(refusal_of("only-text"), says("cannot be loaded as a shared object"));
  std::filesystem::remove(text);
}

TEST_CASE("a shared object without the symbol is no policy") {
  CHECK_THAT(refusal_of("symbolless"), says("does not export hubwatt_policy_entry"));
}

TEST_CASE("a module for another version of the contract is told to be rebuilt") {
  CHECK_THAT(refusal_of("future-abi"),
             says("was built for policy ABI 3, this hubwatt speaks 2: rebuild it with this version's abi.h"));
  CHECK_THAT(refusal_of("other-size"), says("describes itself in 8 bytes") && says("rebuild it"));
}

TEST_CASE("a description with a mistake is refused with the mistake") {
  CHECK_THAT(refusal_of("capital-name"), says("calls itself \"Best_Policy\""));
  CHECK_THAT(refusal_of("nameless"), says("calls itself \"\""));
  CHECK_THAT(refusal_of("hyphen-name"), says("calls itself \"best-\""));
  CHECK_THAT(refusal_of("versionless"), says("states no version"));
  CHECK_THAT(refusal_of("undecided"), says("claims no kind of decision"));
  CHECK_THAT(refusal_of("overreaching"), says("claims a kind of decision this hubwatt does not know"));
  CHECK_THAT(refusal_of("claims-cooling"), says("claims cooling decisions but leaves choose_cooling NULL"));
  CHECK_THAT(refusal_of("hides-schedule"), says("sets start_jobs but does not claim schedule decisions"));
  CHECK_THAT(refusal_of("immortal"), says("leaves create or destroy NULL"));
}
