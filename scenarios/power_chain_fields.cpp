#include "scenarios/power_chain_fields.hpp"

#include "scenarios/server_fields.hpp"

namespace hubwatt {

template <>
Form<ConversionLoss> form_of() {
  return {"a conversion loss",
          {field("fixed", &ConversionLoss::fixed, "at no load, of rated power").within(share),
           field("linear", &ConversionLoss::linear, "in proportion to the load").within(share),
           field("square", &ConversionLoss::square, "with the square of the load").within(share)},
          {}};
}

template <>
Form<PowerChain> form_of() {
  return {"a power chain",
          {field("transformer", &PowerChain::transformer, "losses of the transformers"),
           field("ups", &PowerChain::ups, "losses of the uninterruptible supplies"),
           field("distribution", &PowerChain::distribution, "losses of the hall's distribution"),
           field("rack_supply", &PowerChain::rack_supply, "losses inside the rack, before the servers"),
           field("oversize", &PowerChain::oversize,
                 "rated power over design IT power: 1.25 for four units of three")
               .within(at_least_one),
           field("transformer_margin", &PowerChain::transformer_margin,
                 "rating of the transformers over that of the UPS: room for cooling")
               .within(at_least_one),
           field("other_share", &PowerChain::other_share, "lighting and the rest, of the design IT power")
               .within(share),
           field("source", &PowerChain::source, "where the figures come from").else_means("not told"),
           field("confidence", &PowerChain::confidence, "how well they are founded")
               .defaults("\"estimate\"", "nothing better is claimed unless said")},
          {}};
}

}  // namespace hubwatt
