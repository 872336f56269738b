#include "policies/host.hpp"

#include "policies/trial_views.hpp"
#include "tests/policies/loading.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;
using namespace hubwatt::test;

TEST_CASE("the policies of a scenario that names none are nearest, fcfs, fixed and none") {
  const Policies policies = Policies::load({}, 4, ".");
  std::string uses;
  for (const PolicyUse& use : policies.uses()) {
    uses += std::string(to_text(use.decision)) + " " + use.name + " " + use.version + "; ";
  }
  CHECK(uses == "dispatch nearest 1.0; schedule fcfs 1.0; cooling fixed 1.0; supply none 1.0; ");
}

TEST_CASE("one module may take several decisions of a run, each with an instance and options of its own") {
  PolicyChoices choices;
  choices.cooling = {"nonsense.so", {{"answer", "point beyond the last"}}};
  choices.supply = {"nonsense.so", {}};
  Policies policies = Policies::load(choices, 4, POLICY_TEST_MODULES);
  CHECK(policies.supply.rule(trial_supply(1e6, 2e6)).discharge_w == 5e6);
  const TrialCooling cooling;
  CHECK_THROWS_AS(policies.cooling.choose(cooling.view()), PolicyError);
}

TEST_CASE("all mistakes of the four choices are told at once") {
  PolicyChoices choices;
  choices.dispatch.name = "greatest";
  choices.schedule = {"easy-backfill", {{"dept", "10"}}};
  choices.supply.name = "fixed";
  const std::string text = refusal([&] { Policies::load(choices, 4, "."); });
  CHECK_THAT(text, says("there is no policy \"greatest\""));
  CHECK_THAT(text, says("did you mean \"greenest\"?\n"));
  CHECK_THAT(text, says("\"easy-backfill\" 1.0, schedule: cannot be set up: unknown option \"dept\"; options "
                        "are: depth\n"));
  CHECK_THAT(text, says("policy \"fixed\" takes no supply decisions, only cooling"));
}
