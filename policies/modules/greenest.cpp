// Runs a job in the hub and at the hour of lowest carbon within the time it may be deferred, by the grid's
// forecast over the time it would run and by renewable power beyond the load, and counts the wait to expect
// at each hub. Requests go to the allowed hubs of lowest carbon now. Ignores prices, distance but for equal
// carbon, PUE and where the data is; see window_dispatch.hpp for the method and its assumptions.
#include "policies/modules/window_dispatch.hpp"

namespace {

class Greenest : public hubwatt::policy::WindowDispatch {
 public:
  Greenest(hubwatt::policy::Options&, std::uint32_t hub_count)
      : WindowDispatch(&hw_hub::carbon_kg_per_kwh, hub_count) {}
};

}  // namespace

HUBWATT_POLICY(Greenest, "greenest", "1.0",
               "the hub and hour of lowest carbon within the time a job may be deferred")
