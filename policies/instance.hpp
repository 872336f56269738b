// A policy at work: one module, for one kind of decision, in one run. Turns everything that can go wrong at
// the border into a PolicyError that names the policy, the decision and the time. Not thread-safe, as a
// policy is not.
#pragma once

#include <cstdint>
#include <exception>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "models/error.hpp"
#include "policies/decision.hpp"
#include "policies/module.hpp"

namespace hubwatt {

class Instance {
 public:
  // Throws PolicyError when the policy refuses its options.
  Instance(Module module, Decision decision, const std::map<std::string, std::string>& options,
           std::uint32_t hub_count);
  Instance(Instance&&) = default;
  Instance& operator=(Instance&&) = delete;  // would unload the old module before its instance is destroyed

  Decision decision() const { return decision_; }
  std::string_view name() const { return module_.description().name; }
  std::string_view version() const { return module_.description().version; }
  const hw_policy& functions() const { return module_.description(); }

  // Calls one of functions(); throws unless it answers 0.
  template <class... Parameters, class... Arguments>
  void ask(double now_s, std::int32_t (*function)(void*, Parameters...), Arguments... arguments) {
    std::int32_t answer = 0;
    try {
      answer = function(self_.get(), arguments...);
    } catch (const std::exception& problem) {
      refuse_escaped(now_s, problem.what());
    } catch (...) {
      refuse_escaped(now_s, "of a foreign type");
    }
    if (answer != 0) refuse_answer(now_s, answer);
  }

  // Throws the PolicyError "policy "x" 1.0, dispatch at 3600 s: <what>".
  [[noreturn]] void refuse(double now_s, std::string_view what) const;

 private:
  [[noreturn]] void refuse_escaped(double now_s, std::string_view what) const;
  [[noreturn]] void refuse_answer(double now_s, std::int32_t answer) const;

  Module module_;
  Decision decision_;
  std::unique_ptr<void, void (*)(void*)> self_;  // behind module_, so destroyed while the module is loaded
};

}  // namespace hubwatt
