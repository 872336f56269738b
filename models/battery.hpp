// A battery beside a hub's busbar: what it takes and gives in one interval of constant surplus and deficit,
// and what it loses on its own. It knows power, energy and losses; not prices or temperature. Ageing is
// battery_ageing.hpp. Decisions come as limits (BatteryRule).
//
// Equation: eta = sqrt(round trip efficiency). Charge and discharge are counted at the cell: charging c draws
// c / eta from the busbar, discharging d gives d eta to it; c (1/eta - 1) and d (1 - eta) are losses. What
// lies above the floor also leaks: u' = c - d - k u with k = -ln(1 - self_discharge) per month of 30.4375 d,
// solved exactly. stored' = stored + c - d, kept within [minimum_charge, 1] x capacity, where d counts the
// leak; so sources equal sinks with the leak as a loss like any other.
// Validity: intervals in which load, supply and rule are constant. The reserve below the floor does not leak:
// real plants top it up, which is less than self_discharge x floor a month.
// Source: the linear store of Acun et al., Carbon Explorer, ASPLOS 2023, with the losses split evenly.
// Confidence: paper for the form; figures are the user's.
#pragma once

#include <optional>
#include <string>

#include "models/battery_ageing.hpp"
#include "models/confidence.hpp"
#include "models/quantity.hpp"

namespace hubwatt {

struct Battery {
  Energy capacity{};                   // of the cells
  Power power{};                       // at the cells, both ways
  double round_trip_efficiency = 1.0;  // busbar to busbar, > 0..1
  double minimum_charge = 0.0;         // share of capacity never used
  double initial_charge = 0.0;         // share of capacity at the start, minimum_charge..1
  double self_discharge = 0.0;         // share of what is above the floor, lost in a month at rest, 0..<1
  std::optional<BatteryAgeing> ageing = std::nullopt;  // where empty, it stays new
  CarbonIntensity embodied{};                          // of making it, per capacity
  Duration life{};                                     // over which that is spread
  std::string source = {};
  Confidence confidence = Confidence::estimate;

  Energy floor() const { return minimum_charge * capacity; }
};

// Limits at the cell, each 0..power. Meaning: hw_supply_rule of policies/abi.h.
struct BatteryRule {
  Power charge_from_surplus{};
  Power charge_from_grid{};
  Power discharge{};
};

struct BatteryFlow {
  Energy charge{}, discharge{};            // at the cell; without a leak one of them is zero
  Energy charge_loss{}, discharge_loss{};  // part of power_chain_loss; the leak counts as discharge loss
  Energy charge_from_grid{};               // part of `charge` that no surplus fed
  Energy self_discharge{};                 // the leak: part of `discharge` and of `discharge_loss`

  Energy drawn() const { return charge + charge_loss; }            // from the busbar
  Energy delivered() const { return discharge - discharge_loss; }  // to the busbar
};

// Surplus: renewable power beyond the load; deficit: load beyond the renewable power; both at the busbar, >=
// 0. stored: floor..capacity. A rule that charges at all goes before discharge, also once the battery is
// full (it then makes up for the leak); so an interval gives the same energies however it is cut.
BatteryFlow battery_flow(const Battery& battery, Energy stored, Power surplus, Power deficit,
                         const BatteryRule& rule, Duration dt);

// The state after the interval, exactly within [floor, capacity].
Energy stored_after(const Battery& battery, Energy stored, const BatteryFlow& flow);

// The battery once wear has left it that share (0..1) of its capacity. What is stored beyond it is lost to
// the caller: stored_within gives what remains.
Battery worn(Battery battery, double health);
Energy stored_within(const Battery& battery, Energy stored);

}  // namespace hubwatt
