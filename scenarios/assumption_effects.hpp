// How far each assumption of a run (assumption.hpp) moves its headline: the intervals that the run kept
// (step_samples.hpp) are solved again with that figure changed and everything else as it was.
//
//   Equation   X' = X (sum of w x') / (sum of w x) for every sum X of every hub's tally, over its samples, each of
//              which stands for the time w; by the difference where the samples have none of it. Then indicators from
//              the sums, as in kpi.hpp, for all hubs together. The demand charge moves with its rate and with the
//              highest grid power among the samples.
//              A figure of a workload changes how much of it is at work in each interval: changed_work.hpp.
//   Validity   the first effect only, with what the run did held: where jobs and requests go and when, decisions on
//              cooling and storage, outages, and what stores held as each interval began. Where a change would have
//              been answered with another decision, a run of its own moves less or more. What only places, dates and
//              latencies follow from is not tested; speeds of servers move nothing. Servers: held_work.hpp.
//              Sampling errs by some per cent of a change; where every interval is kept, by nothing.
//   Source     one figure at a time, as in sensitivity analysis since long; ratio estimator and samples of every k-th
//              unit: Cochran, Sampling Techniques, 3rd ed. 1977, ch. 6 and 8. Confidence: paper for the form.
#pragma once

#include <string>
#include <vector>

#include "scenarios/assumption.hpp"
#include "scenarios/sampled_run.hpp"

namespace hubwatt {

struct AssumptionEffect {
  Assumption assumption;
  std::string change;                 // what was done to it, "+10 %"
  std::vector<FigureChange> effects;  // what that did to the headline

  double largest() const;  // size of the greatest of them
};

struct NotTested {
  std::string name;
  // limits: nought, or refused both ways; pools: racks would run apart that ran as one; places: it moves only
  // places, dates and latencies, which are held; shares: parts of a whole, of which a tenth more of each is the same.
  enum class Reason { limits, pools, places, shares } reason = Reason::limits;
};

struct AssumptionEffects {
  std::vector<AssumptionEffect> tested;  // the greatest first; equal ones as they were read
  std::vector<NotTested> not_tested;
};

// Moves of a figure of the headline above this are told.
inline constexpr double least_move = 0.01;

// The run has kept samples.
AssumptionEffects assumption_effects(const Scenario& scenario, const RunResult& result);

// "assumptions" of inputs.json, as input_use.hpp has it; `inputs` are those of the scenario.
std::string assumptions_json(const AssumptionEffects& effects, const std::vector<InputUse>& inputs);

}  // namespace hubwatt
