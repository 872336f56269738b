#include "models/chain_stage.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "models/contract.hpp"

namespace hubwatt {
namespace {

double loss_with(const ChainStage& stage, double modules, double output) {
  return stage.fixed * modules + stage.linear * output + stage.square * output * output / modules;
}

// Number of modules that run, of those that could; everything in units of one module's rating.
double running(const ChainStage& stage, double output, int sound) {
  constexpr double rounding = 1e-12;  // a module at exactly its rating needs no second one
  const double enough = std::max(1.0, std::ceil(output - rounding));
  double least = enough;
  if (stage.redundancy == Redundancy::n_plus_1) least += 1.0;
  if (stage.redundancy == Redundancy::two_n) least += enough;
  const double most = sound;
  least = std::min(least, most);
  if (stage.fixed <= 0.0) return most;
  const double best = std::clamp(output * std::sqrt(stage.square / stage.fixed), least, most);
  const double below = std::max(least, std::floor(best));
  const double above = std::min(most, std::ceil(best));
  return loss_with(stage, below, output) <= loss_with(stage, above, output) ? below : above;
}

// Solves the normal equations of the coefficients in `used` (bits) by elimination; others stay 0.
std::optional<std::array<double, 3>> least_squares(const std::array<double, 5>& efficiency, unsigned used) {
  double a[3][4] = {};
  for (std::size_t i = 0; i < efficiency.size(); ++i) {
    const double x = efficiency_loads[i];
    const double terms[3] = {1.0 / x, 1.0, x};
    for (int row = 0; row < 3; ++row) {
      for (int column = 0; column < 3; ++column) a[row][column] += terms[row] * terms[column];
      a[row][3] += terms[row] * (1.0 / efficiency[i] - 1.0);
    }
  }
  for (int k = 0; k < 3; ++k) {
    if ((used >> k & 1U) != 0) continue;
    for (int j = 0; j < 3; ++j) a[k][j] = a[j][k] = 0.0;
    a[k][k] = 1.0;
    a[k][3] = 0.0;
  }
  for (int k = 0; k < 3; ++k)
    for (int row = 0; row < 3; ++row) {
      if (row == k) continue;
      const double factor = a[row][k] / a[k][k];
      for (int column = k; column < 4; ++column) a[row][column] -= factor * a[k][column];
    }
  std::array<double, 3> out{};
  for (std::size_t k = 0; k < 3; ++k) {
    out[k] = a[k][3] / a[k][k];
    if (out[k] < 0.0) return std::nullopt;
  }
  return out;
}

}  // namespace

int installed_modules(const ChainStage& stage) {
  const int carrying = std::max(1, stage.modules);
  switch (stage.redundancy) {
    case Redundancy::n:
      return carrying;
    case Redundancy::n_plus_1:
      return carrying + 1;
    case Redundancy::two_n:
      return 2 * carrying;
  }
  HUBWATT_EXPECTS(false);
  return carrying;
}

Power rated_power(const ChainStage& stage, Power sized_for, double oversize) {
  if (stage.modules == 0) return sized_for * oversize;
  return sized_for * (static_cast<double>(installed_modules(stage)) / stage.modules);
}

Power remaining_power(const ChainStage& stage, Power rated, int failed) {
  HUBWATT_EXPECTS(failed >= 0);
  const int installed = installed_modules(stage);
  return rated * (static_cast<double>(std::max(0, installed - failed)) / installed);
}

Power stage_loss(const ChainStage& stage, Power output, Power rated, int failed) {
  if (rated <= Power{}) return {};
  if (failed == 0 && !stage.module_sleep) {
    const double load = output / rated;
    return rated * (stage.fixed + load * (stage.linear + load * stage.square));
  }
  HUBWATT_EXPECTS(failed >= 0);
  const int installed = installed_modules(stage);
  const int sound = installed - failed;
  if (sound <= 0) return {};
  const Power module = rated / installed;
  const double load = output / module;
  const double modules = stage.module_sleep ? running(stage, load, sound) : sound;
  return module * loss_with(stage, modules, load);
}

LossFit fit_losses(const std::array<double, 5>& efficiency) {
  LossFit best;
  double least = std::numeric_limits<double>::infinity();
  for (unsigned used = 0; used < 8; ++used) {
    const auto found = least_squares(efficiency, used);
    if (!found) continue;
    const auto [fixed, linear, square] = *found;
    double squares = 0.0, gap = 0.0;
    for (std::size_t i = 0; i < efficiency.size(); ++i) {
      const double x = efficiency_loads[i];
      const double over_output = fixed / x + linear + square * x;
      squares += std::pow(over_output - (1.0 / efficiency[i] - 1.0), 2);
      gap = std::max(gap, std::abs(1.0 / (1.0 + over_output) - efficiency[i]));
    }
    if (squares >= least) continue;
    least = squares;
    best = {fixed, linear, square, gap};
  }
  return best;
}

}  // namespace hubwatt
