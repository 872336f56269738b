// A store of cold beside a chilled-water plant, such as a tank of water in layers: what it takes and gives in
// one interval of constant heat and plant. Counted as the heat it can take. It shifts when the plant works,
// not how much heat there is. Not here: what cooling the store costs (cooling.hpp, to_store), who decides.
//
//   Equation   stored' = charge - discharge - loss;  loss = k stored,  1 - exp(-k day) = loss_per_day
//              Solved exactly. A full store that charges takes its loss and no more; an empty one gives
//              nothing. So an interval gives the same energies however it is cut, and the flows are its
//              means.
//   Validity   the supply temperature stays that of the plant; no fall of power towards an empty tank
//   Source     a store of one temperature with standing loss: Dincer and Rosen, Thermal Energy Storage, 2nd
//              ed. 2011; near 1 % a day for large tanks. Confidence: recalled, figures estimate.
#pragma once

#include "models/quantity.hpp"

namespace hubwatt {

struct ThermalStorage {
  Energy capacity{};            // heat it can take when full of cold
  Power charge{}, discharge{};  // greatest heat flows
  double loss_per_day = 0.0;    // of what is stored, 0 to below 1
  double initial_charge = 0.0;  // share of capacity at the start
};

enum class StorageAction { rest, charge, discharge };

// Mean heat flows over an interval, >= 0. What the plant is asked for beside its heat: to_store().
struct ColdFlow {
  Power charge{}, discharge{}, loss{};

  Power to_store() const { return charge - discharge; }
};

// `stored` 0..capacity; `heat` what it can take over (chilled_heat); `spare` what the plant can carry more,
// below 0 as good as 0; dt > 0.
ColdFlow cold_flow(const ThermalStorage& store, Energy stored, StorageAction action, Power heat, Power spare,
                   Duration dt);

// The state after the interval, exactly within 0..capacity.
Energy stored_after(const ThermalStorage& store, Energy stored, const ColdFlow& flow, Duration dt);

}  // namespace hubwatt
