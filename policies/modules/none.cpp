// Leaves the battery alone: neither charge nor discharge. Looks at nothing.
#include "policies/policy.hpp"

namespace {

class None : public hubwatt::policy::Supply {
 public:
  hw_supply_rule rule(const hw_supply_view&) override { return {0.0, 0.0, 0.0}; }
};

}  // namespace

HUBWATT_POLICY(None, "none", "1.0", "the battery rests")
