// A sound policy but for one mistake in its description: the statement MISTAKE, which the build chooses.
#include <stdexcept>

#include "policies/policy.hpp"

namespace {

class Sound : public hubwatt::policy::Supply {
 public:
  hw_supply_rule rule(const hw_supply_view&) override { return {0.0, 0.0, 0.0}; }
};

[[maybe_unused]] std::int32_t let_escape(void*, const hw_supply_view*, hw_supply_rule*) {
  throw std::runtime_error("nobody caught me");
}
[[maybe_unused]] std::int32_t leave_unset(void*, const hw_supply_view*, hw_supply_rule*) {
  return 0;
}
[[maybe_unused]] std::int32_t give_up(void*, const hw_supply_view*, hw_supply_rule*) {
  return 7;
}
[[maybe_unused]] void* give_no_instance(const hw_options*, std::uint32_t, char*, std::size_t) {
  return nullptr;
}
[[maybe_unused]] std::int32_t start_nothing(void*, const hw_queue*, const hw_scheduler*) {
  return 0;
}

}  // namespace

extern "C" HW_EXPORT const hw_policy* hubwatt_policy_entry(void) {
  static const hw_policy policy = [] {
    hw_policy description =
        hubwatt::policy::describe<Sound>("misdescribed", "1.0", "one mistake in its description");
    MISTAKE;
    return description;
  }();
  return &policy;
}
