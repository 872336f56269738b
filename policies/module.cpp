#include "policies/module.hpp"

#include <dlfcn.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "models/error.hpp"
#include "policies/decision.hpp"
#include "policies/message.hpp"

namespace hubwatt {
namespace {

[[noreturn]] void refuse(const std::filesystem::path& file, std::string_view problem) {
  throw PolicyError(message("policy ", file.string(), ": ", problem));
}

// Lower case letters and digits, in words joined by single hyphens.
bool is_policy_name(std::string_view name) {
  const auto in_word = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  return !name.empty() && in_word(name.front()) && in_word(name.back()) &&
         std::all_of(name.begin(), name.end(), [&](char c) { return in_word(c) || c == '-'; }) &&
         name.find("--") == std::string_view::npos;
}

// Whether the functions of a decision are all set (as they must be where it is claimed), or all left out.
void check_functions(const std::filesystem::path& file, const hw_policy& policy) {
  const std::pair<Decision, std::pair<std::string_view, bool>> functions[] = {
      {Decision::dispatch, {"place_job", policy.place_job != nullptr}},
      {Decision::dispatch, {"spread_requests", policy.spread_requests != nullptr}},
      {Decision::schedule, {"start_jobs", policy.start_jobs != nullptr}},
      {Decision::cooling, {"choose_cooling", policy.choose_cooling != nullptr}},
      {Decision::supply, {"rule_supply", policy.rule_supply != nullptr}},
  };
  for (const auto& [decision, function] : functions) {
    const auto& [name, set] = function;
    const bool claimed = takes(policy.decisions, decision);
    if (claimed && !set) {
      refuse(file, message("claims ", to_text(decision), " decisions but leaves ", name, " NULL"));
    }
    if (!claimed && set) {
      refuse(file, message("sets ", name, " but does not claim ", to_text(decision), " decisions"));
    }
  }
}

void check_description(const std::filesystem::path& file, const hw_policy* policy) {
  if (policy == nullptr) refuse(file, "hubwatt_policy_entry returned NULL");
  // The version stands first in every version of the struct; nothing behind it may be read before it is
  // known.
  if (policy->abi_version != HW_POLICY_ABI_VERSION) {
    refuse(file, message("was built for policy ABI ", policy->abi_version, ", this hubwatt speaks ",
                         HW_POLICY_ABI_VERSION, ": rebuild it with this version's abi.h"));
  }
  if (policy->struct_size != sizeof(hw_policy)) {
    refuse(file, message("describes itself in ", policy->struct_size, " bytes, this hubwatt's hw_policy has ",
                         sizeof(hw_policy), ": rebuild it with this version's abi.h"));
  }
  if (policy->name == nullptr || !is_policy_name(policy->name)) {
    refuse(file, message("calls itself \"", policy->name == nullptr ? "" : policy->name,
                         "\": a name is lower case letters, digits and single hyphens between them"));
  }
  if (policy->version == nullptr || *policy->version == '\0') refuse(file, "states no version");
  if (policy->summary == nullptr || *policy->summary == '\0') refuse(file, "states no summary");
  if (policy->create == nullptr || policy->destroy == nullptr) refuse(file, "leaves create or destroy NULL");

  std::uint32_t known = 0;
  for (const Decision decision : all_decisions) known |= static_cast<std::uint32_t>(decision);
  if ((policy->decisions & ~known) != 0) refuse(file, "claims a kind of decision this hubwatt does not know");
  if (policy->decisions == 0) refuse(file, "claims no kind of decision");
  check_functions(file, *policy);
}

}  // namespace

Module Module::open(const std::filesystem::path& file) {
  std::error_code problem;
  const std::filesystem::path place = std::filesystem::absolute(file, problem);
  if (problem || !std::filesystem::exists(place, problem)) refuse(file, "there is no such file");
  if (!std::filesystem::is_regular_file(place, problem)) refuse(file, "is not a file");

  // All symbols at once, so that a missing one is an error of loading and not of the run; kept from other
  // modules.
  std::shared_ptr<void> library(dlopen(place.c_str(), RTLD_NOW | RTLD_LOCAL), [](void* handle) {
    if (handle != nullptr) dlclose(handle);
  });
  if (library == nullptr) {
    const char* reason = dlerror();
    refuse(file, message("cannot be loaded as a shared object (", reason == nullptr ? "" : reason, ")"));
  }
  void* symbol = dlsym(library.get(), "hubwatt_policy_entry");
  if (symbol == nullptr) {
    refuse(file, "is no policy: it does not export hubwatt_policy_entry (see HUBWATT_POLICY in policy.hpp)");
  }
  const auto entry = reinterpret_cast<const hw_policy* (*)()>(symbol);
  const hw_policy* description = entry();
  check_description(file, description);
  return Module(file, std::move(library), description);
}

}  // namespace hubwatt
