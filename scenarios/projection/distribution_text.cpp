#include "scenarios/projection/distribution_text.hpp"

#include <fmt/format.h>

#include <numeric>

namespace hubwatt {
namespace {

struct Words {
  const Scale& scale;

  std::string value(double base) const { return to_text(base, scale); }

  std::string operator()(const Constant& d) const { return value(d.value); }
  std::string operator()(const Exponential& d) const { return "exponential of mean " + value(d.mean); }
  std::string operator()(const Lognormal& d) const {
    return fmt::format("lognormal of median {}, 95 % below {}", value(d.median), value(d.p95));
  }
  std::string operator()(const Weibull& d) const {
    return fmt::format("Weibull of scale {}, shape {}", value(d.scale), d.shape);
  }
  std::string operator()(const Uniform& d) const {
    return fmt::format("uniform {} .. {}", value(d.low), value(d.high));
  }
  std::string operator()(const Choice& d) const {
    const double all = std::accumulate(d.weights.begin(), d.weights.end(), 0.0);
    std::string out = "choice of ";
    for (std::size_t i = 0; i < d.values.size(); ++i) {
      out +=
          fmt::format("{}{} ({:.3g} %)", i == 0 ? "" : ", ", value(d.values[i]), 100.0 * d.weights[i] / all);
    }
    return out;
  }
  std::string operator()(const Normal& d) const {
    const Scale difference = scale.temperature ? Scale{.dimension = TemperatureDifference::dimension} : scale;
    return fmt::format("normal {} +- {}", value(d.mean), to_text(d.sd, difference));
  }
  std::string operator()(const Triangular& d) const {
    return fmt::format("triangular {} .. {} .. {}", value(d.low), value(d.mode), value(d.high));
  }
};

}  // namespace

std::string distribution_text(const Distribution& distribution, const Scale& scale) {
  return std::visit(Words{scale}, distribution);
}

}  // namespace hubwatt
