// Runs a job in the hub and at the hour of lowest price within the time it may be deferred, by the tariff's
// forecast over the time it would run and by renewable power beyond the load, and counts the wait to expect
// at each hub. Requests go to the allowed hubs of lowest price now. Ignores carbon, demand charges, distance
// but for equal prices, PUE and where the data is; see window_dispatch.hpp for the method and its
// assumptions.
#include "policies/modules/window_dispatch.hpp"

namespace {

class Cheapest : public hubwatt::policy::WindowDispatch {
 public:
  Cheapest(hubwatt::policy::Options&, std::uint32_t hub_count)
      : WindowDispatch(&hw_hub::price_cny_per_kwh, hub_count) {}
};

}  // namespace

HUBWATT_POLICY(Cheapest, "cheapest", "1.0",
               "the hub and hour of lowest price within the time a job may be deferred")
