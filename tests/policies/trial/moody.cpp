// Answers by a count that all its instances share, and takes any option: what a policy must not do.
#include "policies/policy.hpp"

namespace {

int asked = 0;

class Moody : public hubwatt::policy::Supply {
 public:
  hw_supply_rule rule(const hw_supply_view& view) override {
    return {++asked % 3 == 0 ? view.battery_power_w : 0.0, 0.0, 0.0};
  }
};

void* take_any_option(const hw_options*, std::uint32_t, char*, std::size_t) {
  hw_options none{};
  hubwatt::policy::Options options(none);
  return new hubwatt::policy::Border<Moody>::Instance(options, 0);
}

}  // namespace

extern "C" HW_EXPORT const hw_policy* hubwatt_policy_entry(void) {
  static const hw_policy policy = [] {
    hw_policy description = hubwatt::policy::describe<Moody>("moody", "1.0", "answers by mood");
    description.create = take_any_option;
    return description;
  }();
  return &policy;
}
