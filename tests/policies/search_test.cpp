#include "policies/search.hpp"

#include <algorithm>

#include "tests/policies/loading.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;
using namespace hubwatt::test;

namespace {

const PolicyInfo* listed(const std::vector<PolicyInfo>& policies, std::string_view name) {
  const auto found =
      std::find_if(policies.begin(), policies.end(), [&](const auto& p) { return p.name == name; });
  return found == policies.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("every shipped policy is listed with what it decides, in the order of names") {
  const std::vector<PolicyInfo> policies = available_policies();
  const std::pair<const char*, std::uint32_t> shipped_ones[] = {
      {"cheapest", HW_DISPATCH},   {"east-west", HW_DISPATCH},     {"easy-backfill", HW_SCHEDULE},
      {"fcfs", HW_SCHEDULE},       {"fixed", HW_COOLING},          {"greenest", HW_DISPATCH},
      {"nearest", HW_DISPATCH},    {"most-efficient", HW_COOLING}, {"none", HW_SUPPLY},
      {"self-consume", HW_SUPPLY},
  };
  for (const auto& [name, decisions] : shipped_ones) {
    INFO(name);
    const PolicyInfo* policy = listed(policies, name);
    REQUIRE(policy != nullptr);
    CHECK(policy->problem.empty());
    CHECK(policy->decisions == decisions);
    CHECK_FALSE(policy->summary.empty());
  }
  CHECK(std::is_sorted(policies.begin(), policies.end(),
                       [](const PolicyInfo& a, const PolicyInfo& b) { return a.name < b.name; }));
}

TEST_CASE("a name is looked up beside the program and in the directories of HUBWATT_POLICY_PATH") {
  CHECK_THROWS_AS(find_policy("nonsense", Decision::supply, {}), PolicyError);
  const EnvironmentVariable path("HUBWATT_POLICY_PATH", ":/nowhere/at/all:" POLICY_TEST_MODULES ":");
  CHECK(std::string(find_policy("nonsense", Decision::supply, {}).description().name) == "nonsense");
  CHECK(std::string(find_policy("nearest", Decision::dispatch, {}).description().name) == "nearest");
}

TEST_CASE("a module that cannot be used is listed with the reason and does not hide the others") {
  const EnvironmentVariable path("HUBWATT_POLICY_PATH", POLICY_TEST_MODULES);
  const std::vector<PolicyInfo> policies = available_policies();
  REQUIRE(listed(policies, "future-abi") != nullptr);
  CHECK_THAT(listed(policies, "future-abi")->problem, says("policy ABI 3"));
  REQUIRE(listed(policies, "nearest") != nullptr);
  CHECK(listed(policies, "nearest")->problem.empty());
}

TEST_CASE("a value with a slash or ending in .so is a path relative to the scenario's directory") {
  CHECK(std::string(find_policy("nonsense.so", Decision::supply, POLICY_TEST_MODULES).description().name) ==
        "nonsense");
  CHECK(std::string(find_policy("./nonsense.so", Decision::supply, POLICY_TEST_MODULES).description().name) ==
        "nonsense");
  CHECK(
      std::string(
          find_policy(test_module("nonsense").string(), Decision::supply, "elsewhere").description().name) ==
      "nonsense");
  CHECK_THAT(refusal([] { find_policy("./nearest", Decision::dispatch, POLICY_TEST_MODULES); }),
             says("there is no such file"));
}

TEST_CASE("an unknown name is refused with the places, the names there are, and the one probably meant") {
  const std::string text = refusal([] { find_policy("neerest", Decision::dispatch, {}); });
  CHECK_THAT(text, says("there is no policy \"neerest\" in "));
  CHECK_THAT(text, says("lib/hubwatt/policies"));
  CHECK_THAT(text, says("there are: carbon-arbitrage, cheapest, east-west"));
  CHECK_THAT(text, says("did you mean \"nearest\"?"));
}

TEST_CASE("a policy that does not take the decision is refused with those that do") {
  CHECK_THAT(
      refusal([] { find_policy("fcfs", Decision::dispatch, {}); }),
      says("policy \"fcfs\" takes no dispatch decisions, only schedule; for dispatch there are: cheapest, "
           "east-west, greenest, nearest"));
}

TEST_CASE("a module found by name must bear that name") {
  const EnvironmentVariable path("HUBWATT_POLICY_PATH", POLICY_TEST_MODULES);
  CHECK_THAT(refusal([] { find_policy("silent", Decision::supply, {}); }),
             says("calls itself \"misdescribed\"") && says("must be called misdescribed.so"));
}
