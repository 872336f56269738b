/* Charges the battery from the grid in the first six hours of each day of the run and discharges in the others. In
 * C, to show the contract without the C++ header. */
#include <stdio.h>

#include "policies/abi.h"

static int no_state;

static void* create(const hw_options* options, uint32_t hub_count, char* reason, size_t reason_size) {
  (void)hub_count;
  if (options->count > 0) {
    snprintf(reason, reason_size, "unknown option \"%s\"", options->keys[0]);
    return NULL;
  }
  return &no_state;
}

static void destroy(void* instance) {
  (void)instance;
}

static int32_t rule_supply(void* instance, const hw_supply_view* view, hw_supply_rule* out) {
  const int64_t hour = (int64_t)(view->now_s / 3600.0) % 24;
  (void)instance;
  out->charge_from_surplus_w = view->battery_power_w;
  out->charge_from_grid_w = hour < 6 ? view->battery_power_w : 0.0;
  out->discharge_w = hour < 6 ? 0.0 : view->battery_power_w;
  return 0;
}

static const hw_policy description = {
    .abi_version = HW_POLICY_ABI_VERSION,
    .struct_size = sizeof(hw_policy),
    .name = "night-charge",
    .version = "1.0",
    .summary = "charges from the grid at night",
    .decisions = HW_SUPPLY,
    .create = create,
    .destroy = destroy,
    .rule_supply = rule_supply,
};

const hw_policy* hubwatt_policy_entry(void) {
  return &description;
}
