// Runs the cooling plant as designed, whatever the weather: always the first operating point. Looks at
// nothing.
#include "policies/policy.hpp"

namespace {

class Fixed : public hubwatt::policy::Cooling {
 public:
  std::uint32_t choose(const hw_cooling_view&, std::span<const hw_cooling_point>) override { return 0; }
};

}  // namespace

HUBWATT_POLICY(Fixed, "fixed", "1.0", "the cooling plant as designed")
