// How a battery wears: what it holds falls with every cycle, the deeper the faster, and with time. Not here:
// temperature (a battery room is held near 25 degC; hot ones age twice as fast per 10 K), rising resistance,
// the sudden death beyond the end of life.
//
// Equation: a cycle of depth D (share of the new capacity) costs (1 - end_of_life) / N(D) of the capacity,
// with N(D) = cycle_life (D / reference_depth)^-depth_exponent; a year costs (1 - end_of_life) /
// calendar_life; the two add up. Cycles are counted by rainflow; a half cycle still open costs half, so wear
// is known at every moment and never falls.
// Validity: lithium iron phosphate and nickel-manganese-cobalt cells at 15 to 30 degC and at most 1 C; linear
// in time down to end_of_life, held there at what the law gives beyond it, never below 0.
// Source: the power law of cycle life as in Xu, Oudalov, Ulbig, Andersson, Kirschen, IEEE Trans. Smart Grid 9
// (2018); counting ASTM E1049-85 (2017), 5.4.4. Figures: catalogue/batteries.toml. Confidence: paper for the
// form.
#pragma once

#include <string>
#include <vector>

#include "models/confidence.hpp"
#include "models/quantity.hpp"

namespace hubwatt {

struct BatteryAgeing {
  double cycle_life = 0.0;       // cycles of reference_depth until end_of_life, > 0
  double reference_depth = 1.0;  // share of capacity, > 0..1
  double depth_exponent = 1.0;   // at least 1: deep cycles wear no less than the shallow ones they hold
  Duration calendar_life{};      // at rest until end_of_life, > 0
  double end_of_life = 0.8;      // share of the new capacity at which a battery is replaced, 0..<1
  std::string source;
  Confidence confidence = Confidence::estimate;
};

// Capacity lost by one whole cycle, as share of the new one. depth: 0..1.
double cycle_fade(const BatteryAgeing& ageing, double depth);
double calendar_fade(const BatteryAgeing& ageing, Duration time);

// Wear of one battery during a run, told its state of charge as it goes.
class BatteryWear {
 public:
  // `charge`: share of the new capacity stored at the start, 0..1.
  BatteryWear(BatteryAgeing ageing, double charge);

  // The charge moved straight from the last one to `charge` during dt.
  void add(double charge, Duration dt);

  double cycle_fade() const;  // so far, of the new capacity
  double calendar_fade() const { return calendar_; }
  double health() const;  // share of the new capacity left, 0..1; never rises
  double equivalent_cycles() const { return throughput_; }  // discharged, in new capacities
  // Share of its useful life that is used up: 0 new, 1 at end_of_life, more beyond.
  double life_used() const;

 private:
  void close_cycles();

  BatteryAgeing ageing_;
  std::vector<double> turns_;  // charges at which the open half cycles turn; the last is the present one
  double closed_ = 0.0;        // fade of the cycles that closed
  double calendar_ = 0.0;
  double throughput_ = 0.0;
};

}  // namespace hubwatt
