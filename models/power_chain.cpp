#include "models/power_chain.hpp"

#include "models/contract.hpp"

namespace hubwatt {
namespace {

Power stage_loss(const ConversionLoss& stage, Power output, Power rated) {
  if (rated == Power{}) return {};
  const double load = output / rated;
  return rated * (stage.fixed + load * (stage.linear + load * stage.square));
}

}  // namespace

ChainLosses chain_losses(const PowerChain& chain, Power it, Power cooling_and_other, Power design_it) {
  HUBWATT_EXPECTS(it >= Power{} && cooling_and_other >= Power{});
  HUBWATT_EXPECTS(design_it > Power{} || it == Power{});
  const Power rated = design_it * chain.oversize;
  ChainLosses loss;
  Power through = it;
  loss.rack_supply = stage_loss(chain.rack_supply, through, rated);
  through += loss.rack_supply;
  loss.distribution = stage_loss(chain.distribution, through, rated);
  through += loss.distribution;
  loss.ups = stage_loss(chain.ups, through, rated);
  through += loss.ups + cooling_and_other;
  loss.transformer = stage_loss(chain.transformer, through, rated * chain.transformer_margin);
  return loss;
}

}  // namespace hubwatt
