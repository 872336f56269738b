/* The contract between hubwatt and a policy module: plain C, one exported symbol, version 2.
 *
 * A module is a shared object that exports `hubwatt_policy_entry`, which returns one constant description. A
 * policy takes part in up to four kinds of decision; it leaves the functions of the others NULL.
 *
 *   dispatch  where a job runs and from when on; over which hubs an origin's requests are spread
 *   schedule  which waiting jobs of a hub start now
 *   cooling   which of the plant's operating points a hub runs at in the coming step
 *   supply    what the battery may do in the coming step
 *
 * Threads: one thread calls one instance at a time. Ownership: everything a function is given belongs to
 * hubwatt and lives until the function returns; copy what you keep. Errors: a function returns 0 when it has
 * decided, anything else when it cannot; hubwatt then stops the run with exit code 4. Every decision is
 * checked before it takes effect: an answer outside the limits written here stops the run as well, and names
 * the policy. A policy must be a function of what it is shown and of its own earlier calls: no clock, no
 * random device.
 *
 * C++ authors include "policies/policy.hpp", which wraps this file in a class. */
#ifndef HUBWATT_POLICIES_ABI_H
#define HUBWATT_POLICIES_ABI_H

#include <stddef.h>
#include <stdint.h>

/* Keeps the one symbol visible in modules built with -fvisibility=hidden. */
#if defined(__GNUC__)
#define HW_EXPORT __attribute__((visibility("default")))
#else
#define HW_EXPORT
#endif

#ifdef __cplusplus
extern "C" {
#endif

#define HW_POLICY_ABI_VERSION 2u
#define HW_FORECAST_HOURS 24

enum { HW_DISPATCH = 1, HW_SCHEDULE = 2, HW_COOLING = 4, HW_SUPPLY = 8 };
enum { HW_SIDE_NONE = 0, HW_SIDE_EAST = 1, HW_SIDE_WEST = 2 };

/* One hub as a dispatcher sees it. Powers and prices are those of the step that runs. `forecast` arrays hold
 * the next 24 hours, beginning with the current one. Accelerators are simulated ones, before `represents`. */
typedef struct hw_hub {
  const char* id;
  int32_t side;
  uint32_t accelerators;         /* installed */
  uint32_t accelerators_free;    /* not held by a job or a service */
  uint32_t accelerators_waiting; /* asked for by jobs that wait or are being staged here */
  uint32_t widest_job;           /* accelerators of the widest job the hub can ever hold */
  double it_power_w;             /* of the last accounted interval */
  double facility_power_w;
  double renewable_power_w; /* on-site and direct supply */
  double carbon_kg_per_kwh[HW_FORECAST_HOURS];
  double price_cny_per_kwh[HW_FORECAST_HOURS];
} hw_hub;

/* All hubs, in the order of the platform file. `latency_s` is one-way from the origin of the job or the
 * demand to each hub; NULL when it names no origin. */
typedef struct hw_fleet {
  double now_s; /* since the start of the run */
  uint32_t hub_count;
  const hw_hub* hubs;
  const double* latency_s;
} hw_fleet;

typedef struct hw_job {
  uint64_t id;
  uint32_t accelerators;
  double duration_s; /* at full speed */
  double activity;   /* 0..1 */
  double submit_s;
  double latest_start_s; /* submit + deferrable: a dispatcher may hold the job up to here */
  double dataset_bytes;  /* staged from data_hub before the start unless it runs there */
  int32_t data_hub;      /* index, or -1 */
} hw_job;

/* Limits: hub < hub_count and widest_job of it >= accelerators; 0 <= hold_until_s <= max(now,
 * latest_start_s). The job is submitted to the hub's queue at hold_until_s, or now if that has passed. */
typedef struct hw_placement {
  uint32_t hub;
  double hold_until_s;
} hw_placement;

/* Requests of one service from one origin in the coming step. allowed[i] is 0 where the hub is farther than
 * the service's latency limit or has no server the model fits on. capacity[i] is the request rate hub i could
 * serve with its free servers and those the service holds there already, less what other decisions of this
 * step took. */
typedef struct hw_demand {
  uint32_t service; /* index */
  uint32_t origin;  /* index */
  double requests_per_s;
  const uint8_t* allowed;
  const double* capacity_per_s;
} hw_demand;

/* A job in a hub's queue, or running there. */
typedef struct hw_entry {
  uint64_t id;
  uint32_t accelerators;
  double duration_s;
  double submit_s; /* when it entered the queue of the hub */
} hw_entry;

/* What a scheduler may ask and do. `context` is the first argument of each. Times are seconds of the run.
 *   fits_now        1 when the entry could start at once
 *   start           starts it: 1 when done, 0 when it does not fit
 *   earliest_start  when the entry could start if nothing else did before; +infinity if never
 *   would_delay     1 when starting `candidate` now would move the earliest start of `head` back
 * Positions are those of the `waiting` array the call was given, also after starts within the call. The run
 * stops when a policy asks about a position that does not exist or that it has started, or starts one again
 * after 0. */
typedef struct hw_scheduler {
  void* context;
  int32_t (*fits_now)(void* context, uint32_t position);
  int32_t (*start)(void* context, uint32_t position);
  double (*earliest_start)(void* context, uint32_t position);
  int32_t (*would_delay)(void* context, uint32_t candidate, uint32_t head);
} hw_scheduler;

typedef struct hw_queue {
  double now_s;
  uint32_t hub;
  uint32_t accelerators_free;
  uint32_t waiting_count; /* in the order of arrival */
  const hw_entry* waiting;
} hw_queue;

/* One operating point of a hub's cooling plant for the coming step, at the present IT load. Where the hub has a
 * cold store, every way of running the plant is offered up to three times: holding the store, charging it, and
 * discharging it; `storage_w` tells them apart. */
typedef struct hw_cooling_point {
  const char* mode;     /* "design", "mechanical", "economizer", "dry", ... */
  double supply_degc;   /* set point of the supply air or water */
  double power_w;       /* of the whole cooling plant */
  double water_l_per_h;
  double free_share;    /* of the heat moved without a compressor, 0..1 */
  uint8_t allowed;      /* 0 when the equipment's limits forbid it */
  double inlet_degc;    /* air (or coolant) that enters the servers */
  double fan_power_w;   /* what the servers' own fans draw more at that inlet; IT power, not part of power_w */
  double storage_w;     /* heat flow: above 0 cold is stored, below 0 the store carries part of the heat */
} hw_cooling_point;

/* Forecasts begin with the current hour. Weather is that of the run's own year; the load is not forecast. */
typedef struct hw_cooling_view {
  double now_s;
  uint32_t hub;
  double it_power_w;
  double dry_bulb_degc, wet_bulb_degc, dew_point_degc;
  double price_cny_per_kwh;
  double carbon_kg_per_kwh;
  uint32_t point_count; /* at least 1; points[0] is the plant as designed, its store at rest, always allowed */
  const hw_cooling_point* points;
  double hour_of_day; /* local, 0 <= hour_of_day < 24 */
  double heat_w;      /* to be carried at the present IT load */
  double storage_capacity_j, storage_stored_j; /* cold, as heat it can take; both 0 without a store */
  double storage_charge_w, storage_discharge_w; /* greatest heat flows */
  double dry_bulb_forecast_degc[HW_FORECAST_HOURS];
  double wet_bulb_forecast_degc[HW_FORECAST_HOURS];
  double price_forecast_cny_per_kwh[HW_FORECAST_HOURS];
  double carbon_forecast_kg_per_kwh[HW_FORECAST_HOURS];
  double water_stress; /* weight of a litre at this place; 1 where the platform file tells none */
} hw_cooling_view;

/* Everything about a hub's supply at the start of a step. Powers are at the hub's busbar, cell side of the
 * battery where they are the battery's. Forecast arrays begin with the current hour. */
typedef struct hw_supply_view {
  double now_s;
  uint32_t hub;
  double load_w;      /* facility load of the last interval */
  double renewable_w; /* on-site and direct, now */
  double battery_capacity_j, battery_stored_j, battery_floor_j; /* stored is never below floor */
  double battery_power_w;
  double price_cny_per_kwh[HW_FORECAST_HOURS];
  double carbon_kg_per_kwh[HW_FORECAST_HOURS];
  double hour_of_day; /* local, 0 <= hour_of_day < 24 */
  double battery_round_trip_efficiency; /* busbar to busbar, above 0, at most 1 */
  double renewable_forecast_w[HW_FORECAST_HOURS];
  double load_forecast_w[HW_FORECAST_HOURS]; /* of the same hours of the day before; load_w in the first day */
  double month_peak_w;                 /* highest grid power billed so far in this calendar month, 0 at its start */
  double demand_charge_cny_per_kw;     /* per month, on that peak; 0 where the tariff has none */
} hw_supply_view;

/* Limits of the battery's use in the coming step, each 0..battery_power_w; charge_from_grid_w and discharge_w
 * are not both above 0. Inside the step they are applied to the load and supply of every interval, so a
 * battery follows the load even where a decision is hourly. */
typedef struct hw_supply_rule {
  double charge_from_surplus_w; /* at most this much of renewable power beyond the load */
  double charge_from_grid_w;    /* this much, whatever the load */
  double discharge_w;           /* at most this much, to cover load beyond the renewable power */
} hw_supply_rule;

/* The table [policy.options.<decision>] of a scenario, values as text ("0.5", "true", "12 h"). */
typedef struct hw_options {
  uint32_t count;
  const char* const* keys;
  const char* const* values;
} hw_options;

typedef struct hw_policy {
  uint32_t abi_version; /* HW_POLICY_ABI_VERSION */
  uint32_t struct_size; /* sizeof(hw_policy) */
  const char* name;     /* as written in a scenario: lower case, digits, hyphens */
  const char* version;
  const char* summary; /* one line for `hubwatt policies list` */
  uint32_t decisions;  /* HW_DISPATCH | ... : those whose functions are set */

  /* Once per run and decision. Returns an instance, or NULL with a reason (say, an unknown option) in
   * `reason`. */
  void* (*create)(const hw_options* options, uint32_t hub_count, char* reason, size_t reason_size);
  void (*destroy)(void* instance);
  /* May be NULL. Why the last function answered other than 0, for the message; valid until the next call. */
  const char* (*why)(void* instance);

  /* dispatch: once per job at its submission (only for jobs that some hub can hold); once per service, origin
   * and step. `share` has hub_count entries, zero on entry; each must come back >= 0 (0 where not allowed),
   * their sum at most 1. What is left unserved is reported as such. */
  int32_t (*place_job)(void* instance, const hw_job*, const hw_fleet*, hw_placement* out);
  int32_t (*spread_requests)(void* instance, const hw_demand*, const hw_fleet*, double* share);
  /* schedule: whenever a hub's queue or its free accelerators changed and somebody waits. */
  int32_t (*start_jobs)(void* instance, const hw_queue*, const hw_scheduler*);
  /* cooling: once per hub and step; `point` < point_count and allowed. */
  int32_t (*choose_cooling)(void* instance, const hw_cooling_view*, uint32_t* point);
  /* supply: once per hub with a battery and step. */
  int32_t (*rule_supply)(void* instance, const hw_supply_view*, hw_supply_rule* out);
} hw_policy;

/* The one symbol. Called once after loading; the description must stay valid while the module is loaded. */
HW_EXPORT const hw_policy* hubwatt_policy_entry(void);

#ifdef __cplusplus
}
#endif
#endif
