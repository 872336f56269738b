#include "policies/check_module.hpp"

#include "policies/search.hpp"
#include "tests/policies/loading.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;
using namespace hubwatt::test;

TEST_CASE("nothing is found against a shipped policy") {
  for (const PolicyInfo& policy : available_policies()) {
    INFO(policy.name);
    CHECK(check_module(policy.file) == std::vector<std::string>{});
  }
}

TEST_CASE("a module that does not load has that as its one finding") {
  const std::vector<std::string> findings = check_module(test_module("future-abi"));
  REQUIRE(findings.size() == 1);
  CHECK_THAT(findings[0], says("policy ABI 3"));
}

TEST_CASE("a policy that takes unknown options and answers by mood is found out") {
  const std::vector<std::string> findings = check_module(test_module("moody"));
  REQUIRE(findings.size() == 2);
  CHECK_THAT(findings[0], says("supply: accepts an option \"no-such-option\""));
  CHECK_THAT(findings[1], says("answered the same questions differently"));
}

TEST_CASE("an answer that would stop a run is a finding that tells the situation") {
  // Its sound answer puts every job on the first hub, however wide.
  const std::vector<std::string> findings = check_module(test_module("nonsense"));
  REQUIRE(findings.size() == 1);
  CHECK_THAT(findings[0], says("dispatch, jobs on idle hubs: ") && says("can hold 256 at most"));
}
