// What the electrical path from the meter to the IT equipment loses: utility, transformer, then UPS and
// distribution on one path or on two unlike ones, then rack supply. Cooling, lighting and the rest branch off
// behind the transformer. Not here: batteries (battery.hpp), the servers' own supplies (inside the server figures).
//
//   Equation   each stage loses as chain_stage.hpp says; a stage's output is what the next takes. UPS, distribution
//              and rack supply are sized for the design IT power, the transformer for that * transformer_margin,
//              the room for cooling and lighting. A stage that tells its modules is rated by them and its
//              redundancy; the others are rated `oversize` times what they are sized for. With a second path the
//              share `split` of the IT load goes through its UPS and distribution, the rest through the first
//              ones; each path is sized for all of it. Where modules of the first path are out and its share is
//              more than the others hold, the rest goes over the second path.
//   Validity   as chain_stage.hpp. Redundancy is a load split, not a probability: what fails is told from outside.
//   Source     APC/Schneider white paper 108 for the form (fixed, proportional and square-law loss); Pelley et
//              al., "Understanding and abstracting total data center power", WEED 2009, for PDU and transformer;
//              two unlike paths (mains beside 240 V DC): usual practice of Chinese operators, YD/T 2378. Figures
//              and their confidence: platforms/catalogue/power_chains.toml.
#pragma once

#include <optional>
#include <string>

#include "models/chain_stage.hpp"
#include "models/confidence.hpp"
#include "models/quantity.hpp"

namespace hubwatt {

struct SecondPath {
  double split = 0.5;  // share of the IT load on it while all is sound
  ChainStage ups, distribution;
};

struct PowerChain {
  std::string id;
  ChainStage transformer, ups, distribution, rack_supply;
  double oversize = 1.0;            // rated power over design IT power: 1.25 is four units for three, 2 is 2N
  double transformer_margin = 1.0;  // rating of the transformer over that of the UPS
  double other_share = 0.0;         // lighting and the rest, of the design IT power
  std::string source;
  Confidence confidence = Confidence::estimate;
  std::optional<SecondPath> second_path = std::nullopt;
};

enum class Stage { transformer, ups, distribution, rack_supply };

// Modules out of service, of the first path where there are two.
struct FailedModules {
  int transformer = 0, ups = 0, distribution = 0, rack_supply = 0;
  friend bool operator==(const FailedModules&, const FailedModules&) = default;
};

struct ChainLosses {
  Power transformer{}, ups{}, distribution{}, rack_supply{};
  Power total() const { return transformer + ups + distribution + rack_supply; }
};

// `it` at the IT equipment's input. The UPS output (pue1) is it + rack_supply + distribution, the
// distribution output (pue2) is it + rack_supply, the IT input (pue3) is it.
ChainLosses chain_losses(const PowerChain& chain, Power it, Power cooling_and_other, Power design_it,
                         const FailedModules& failed = {});

// The most IT power that a stage carries with so many of its modules out, counted as it is sized: as many shares of
// the design IT power as modules are sound over modules that carry it, losses behind it being in its margin. More
// than the design IT power where there is redundancy left. With two paths, both together (one of `ups` and
// `distribution` failing on the first). A stage that does not tell its modules is one: all or nothing.
Power chain_capacity(const PowerChain& chain, Power design_it, Stage stage, int failed_modules);

// Lighting and the rest; does not follow the load.
inline Power other_power(const PowerChain& chain, Power design_it) {
  return chain.other_share * design_it;
}

}  // namespace hubwatt
