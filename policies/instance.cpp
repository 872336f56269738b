#include "policies/instance.hpp"

#include <array>
#include <utility>
#include <vector>

#include "policies/message.hpp"

namespace hubwatt {
namespace {

using Owned = std::unique_ptr<void, void (*)(void*)>;

[[noreturn]] void refuse_creation(const hw_policy& policy, Decision decision, std::string_view reason) {
  throw PolicyError(message("policy \"", policy.name, "\" ", policy.version, ", ", to_text(decision),
                            ": cannot be set up: ", reason));
}

Owned create(const hw_policy& policy, Decision decision, const std::map<std::string, std::string>& options,
             std::uint32_t hub_count) {
  std::vector<const char*> keys, values;
  for (const auto& [key, value] : options) {
    keys.push_back(key.c_str());
    values.push_back(value.c_str());
  }
  const hw_options view{static_cast<std::uint32_t>(keys.size()), keys.data(), values.data()};
  std::array<char, 512> reason{};
  void* instance = nullptr;
  try {
    instance = policy.create(&view, hub_count, reason.data(), reason.size());
  } catch (const std::exception& problem) {
    refuse_creation(policy, decision, message("it let an exception escape: ", problem.what()));
  } catch (...) {
    refuse_creation(policy, decision, "it let an exception escape");
  }
  reason.back() = '\0';
  if (instance == nullptr) {
    refuse_creation(policy, decision, reason.front() != '\0' ? reason.data() : "it gives no reason");
  }
  return Owned(instance, policy.destroy);
}

}  // namespace

Instance::Instance(Module module, Decision decision, const std::map<std::string, std::string>& options,
                   std::uint32_t hub_count)
    : module_(std::move(module)),
      decision_(decision),
      self_(create(module_.description(), decision, options, hub_count)) {}

void Instance::refuse(double now_s, std::string_view what) const {
  throw PolicyError(
      message("policy \"", name(), "\" ", version(), ", ", to_text(decision_), " at ", now_s, " s: ", what));
}

void Instance::refuse_escaped(double now_s, std::string_view what) const {
  refuse(now_s, message("let an exception escape: ", what));
}

void Instance::refuse_answer(double now_s, std::int32_t answer) const {
  const char* why = functions().why == nullptr ? nullptr : functions().why(self_.get());
  if (why == nullptr || *why == '\0') refuse(now_s, message("could not decide (answer ", answer, ")"));
  refuse(now_s, message("could not decide: ", why));
}

}  // namespace hubwatt
