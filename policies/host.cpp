#include "policies/host.hpp"

#include <optional>
#include <utility>

#include "models/error.hpp"
#include "policies/search.hpp"

namespace hubwatt {

Policies Policies::load(const PolicyChoices& choices, std::uint32_t hub_count,
                        const std::filesystem::path& directory) {
  std::string problems;
  const auto instance = [&](Decision decision, const PolicyChoice& choice) -> std::optional<Instance> {
    try {
      return Instance(find_policy(choice.name, decision, directory), decision, choice.options, hub_count);
    } catch (const PolicyError& problem) {
      problems += (problems.empty() ? "" : "\n") + std::string(problem.what());
      return std::nullopt;
    }
  };
  auto dispatch = instance(Decision::dispatch, choices.dispatch);
  auto schedule = instance(Decision::schedule, choices.schedule);
  auto cooling = instance(Decision::cooling, choices.cooling);
  auto supply = instance(Decision::supply, choices.supply);
  if (!problems.empty()) throw PolicyError(problems);
  return {DispatchPolicy(std::move(*dispatch)), SchedulePolicy(std::move(*schedule)),
          CoolingPolicy(std::move(*cooling)), SupplyPolicy(std::move(*supply))};
}

std::vector<PolicyUse> Policies::uses() const {
  std::vector<PolicyUse> uses;
  for (const Instance* policy :
       {&dispatch.instance(), &schedule.instance(), &cooling.instance(), &supply.instance()}) {
    uses.push_back({policy->decision(), std::string(policy->name()), std::string(policy->version())});
  }
  return uses;
}

}  // namespace hubwatt
