#include "models/power_chain.hpp"

#include <algorithm>

#include "models/contract.hpp"

namespace hubwatt {
namespace {

// UPS and distribution of one path, both sized for the whole IT load.
struct Path {
  const ChainStage& ups;
  const ChainStage& distribution;
  Power ups_rating, distribution_rating;
  int ups_failed, distribution_failed;

  Power capacity() const {
    return std::min(remaining_power(ups, ups_rating, ups_failed),
                    remaining_power(distribution, distribution_rating, distribution_failed));
  }
  // Adds what the path loses while it delivers `through`.
  void carry(Power through, ChainLosses& loss) const {
    const Power behind = stage_loss(distribution, through, distribution_rating, distribution_failed);
    loss.distribution += behind;
    loss.ups += stage_loss(ups, through + behind, ups_rating, ups_failed);
  }
};

Path path_of(const PowerChain& chain, const ChainStage& ups, const ChainStage& distribution, Power design_it,
             const FailedModules& failed) {
  return {ups,
          distribution,
          rated_power(ups, design_it, chain.oversize),
          rated_power(distribution, design_it, chain.oversize),
          failed.ups,
          failed.distribution};
}

// What goes over the second path.
Power second_share(const SecondPath& second, const Path& first, Power through, const FailedModules& failed) {
  const Power planned = second.split * through;
  if (failed.ups == 0 && failed.distribution == 0) return planned;
  return std::max(planned, through - first.capacity());
}

}  // namespace

ChainLosses chain_losses(const PowerChain& chain, Power it, Power cooling_and_other, Power design_it,
                         const FailedModules& failed) {
  HUBWATT_EXPECTS(it >= Power{} && cooling_and_other >= Power{});
  HUBWATT_EXPECTS(design_it > Power{} || it == Power{});
  ChainLosses loss;
  const Power rack_rating = rated_power(chain.rack_supply, design_it, chain.oversize);
  loss.rack_supply = stage_loss(chain.rack_supply, it, rack_rating, failed.rack_supply);
  Power through = it + loss.rack_supply;

  const Path first = path_of(chain, chain.ups, chain.distribution, design_it, failed);
  if (chain.second_path) {
    const SecondPath& other = *chain.second_path;
    const Power moved = second_share(other, first, through, failed);
    first.carry(through - moved, loss);
    path_of(chain, other.ups, other.distribution, design_it, {}).carry(moved, loss);
  } else {
    first.carry(through, loss);
  }
  through += loss.distribution + loss.ups + cooling_and_other;

  const Power sized_for = design_it * chain.transformer_margin;
  loss.transformer =
      stage_loss(chain.transformer, through, rated_power(chain.transformer, sized_for, chain.oversize),
                 failed.transformer);
  return loss;
}

Power chain_capacity(const PowerChain& chain, Power design_it, Stage stage, int failed_modules) {
  const auto left = [&](const ChainStage& of, int failed) {
    return remaining_power(of, rated_power(of, design_it, chain.oversize), failed);
  };
  switch (stage) {
    case Stage::transformer:
      return left(chain.transformer, failed_modules);
    case Stage::rack_supply:
      return left(chain.rack_supply, failed_modules);
    case Stage::ups:
      return left(chain.ups, failed_modules) +
             (chain.second_path ? left(chain.second_path->ups, 0) : Power{});
    case Stage::distribution:
      return left(chain.distribution, failed_modules) +
             (chain.second_path ? left(chain.second_path->distribution, 0) : Power{});
  }
  HUBWATT_EXPECTS(false);
  return {};
}

}  // namespace hubwatt
