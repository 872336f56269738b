// One stage of the electrical path: a transformer, a UPS, a distribution or a rack supply, made of equal modules
// that share the load. Not here: how stages follow each other (power_chain.hpp).
//
//   Equation   m modules of rating r run:  loss = m r (a0 + a1 x + a2 x^2),  x = output / (m r): fixed, in
//              proportion to the load, with its square. n modules carry what the stage is sized for; installed
//              are n (N), n + 1 (N+1) or 2 n (2N, two paths of n each), and all installed and sound modules
//              share the load equally: with 2N each path carries half. Modules that may sleep: of all m that
//              are enough for the load and for what the redundancy keeps in reserve (a module more with N+1,
//              as many again with 2N), that which loses least.
//   Validity   0 <= x <= 1; continued as it is beyond, where real equipment would shed load. Coefficients not
//              below 0, so that the loss never falls as the load rises; with sleeping modules it does not
//              either, since a higher load only takes choices away.
//   Source     APC/Schneider white paper 108 for the form; Schneider white papers 75 and 126 for redundancy;
//              module sleep: as vendors' "variable module management" is described. Confidence: paper for the
//              form. Coefficients: platforms/catalogue/power_chains.toml.
#pragma once

#include <array>
#include <optional>

#include "models/quantity.hpp"

namespace hubwatt {

enum class Redundancy { n, n_plus_1, two_n };

// Shares of rated power: at no load, in proportion to load, and with its square.
struct ChainStage {
  double fixed = 0.0;
  double linear = 0.0;
  double square = 0.0;
  int modules = 0;  // that carry what the stage is sized for; 0: not told, one piece sized by the chain
  Redundancy redundancy = Redundancy::n;
  bool module_sleep = false;
};

int installed_modules(const ChainStage& stage);  // at least 1
// Rating of all of them. A stage that does not tell its modules is sized by `oversize`.
Power rated_power(const ChainStage& stage, Power sized_for, double oversize);
// Of `rated_power`, with so many modules out; 0 <= failed.
Power remaining_power(const ChainStage& stage, Power rated, int failed);
// Nothing passes a stage all of whose modules are out, and nothing is lost.
Power stage_loss(const ChainStage& stage, Power output, Power rated, int failed = 0);

// Loads, of rated power, at which data sheets give efficiencies.
inline constexpr std::array<double, 5> efficiency_loads = {0.10, 0.25, 0.50, 0.75, 1.00};

// The coefficients, none below 0, that come nearest to the efficiencies (least squares of loss over output).
struct LossFit {
  double fixed = 0.0, linear = 0.0, square = 0.0;
  double greatest_gap = 0.0;  // between efficiency given and fitted, at any of the loads
};
LossFit fit_losses(const std::array<double, 5>& efficiency);  // each above 0 and at most 1

}  // namespace hubwatt
