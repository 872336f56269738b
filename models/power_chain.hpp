// What the electrical path from the meter to the IT equipment loses. IT power passes transformer, UPS,
// distribution and rack supply in turn; cooling, lighting and the rest branch off behind the transformer. Not
// here: batteries (battery.hpp), the servers' own supplies (inside the server figures).
//
//   Equation   loss = R (a0 + a1 x + a2 x^2),  x = output power / R,  for each of the four stages.
//              R of UPS, distribution and rack supply = design IT power * oversize; R of the transformer =
//              that
//              * transformer_margin, the room for cooling and lighting. A stage's output is what the next
//              takes.
//   Validity   0 <= x <= 1; continued as it is beyond, where real equipment would shed load.
//   Source     APC/Schneider white paper 108 for the form (fixed, proportional and square-law loss); Pelley
//   et
//              al., "Understanding and abstracting total data center power", WEED 2009, for PDU and
//              transformer. Figures and their confidence: platforms/catalogue/power_chains.toml.
#pragma once

#include <string>

#include "models/confidence.hpp"
#include "models/quantity.hpp"

namespace hubwatt {

// Shares of rated power: at no load, in proportion to load, and with its square.
struct ConversionLoss {
  double fixed = 0.0;
  double linear = 0.0;
  double square = 0.0;
};

struct PowerChain {
  std::string id;
  ConversionLoss transformer, ups, distribution, rack_supply;
  double oversize = 1.0;            // rated power over design IT power: 1.25 is four units for three, 2 is 2N
  double transformer_margin = 1.0;  // rating of the transformer over that of the UPS
  double other_share = 0.0;         // lighting and the rest, of the design IT power
  std::string source;
  Confidence confidence = Confidence::estimate;
};

struct ChainLosses {
  Power transformer{}, ups{}, distribution{}, rack_supply{};
  Power total() const { return transformer + ups + distribution + rack_supply; }
};

// `it` at the IT equipment's input. The UPS output (pue1) is it + rack_supply + distribution, the
// distribution output (pue2) is it + rack_supply, the IT input (pue3) is it.
ChainLosses chain_losses(const PowerChain& chain, Power it, Power cooling_and_other, Power design_it);

// Lighting and the rest; does not follow the load.
inline Power other_power(const PowerChain& chain, Power design_it) {
  return chain.other_share * design_it;
}

}  // namespace hubwatt
