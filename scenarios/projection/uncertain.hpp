// A figure of a projection that may be drawn: its central value, and where the file told a distribution, which of the
// projection's drawn inputs it is. A draw is one value for each of them. Not here: how draws are made (draws.hpp).
#pragma once

#include <span>
#include <string>
#include <vector>

#include "models/distribution.hpp"
#include "scenarios/field_distribution.hpp"

namespace hubwatt {

// One figure of the file that has a distribution, in base units. Where the distribution reaches beyond the limits of
// its key it is cut off there: `low` and `high`.
struct DrawnInput {
  std::string path;  // "servers.ai.shipments.growth"
  Distribution distribution;
  double low = 0.0, high = 0.0;  // limits of the key; may be infinite
  Scale scale = {};              // how its values are written
};

// One value per drawn input, in the order of Projection::inputs; empty stands for the central case.
using Draw = std::span<const double>;

struct Uncertain {
  double central = 0.0;  // base units
  int input = -1;        // position among the drawn inputs; below 0 where it is not drawn

  double in(Draw draw) const {
    return input < 0 || draw.empty() ? central : draw[static_cast<std::size_t>(input)];
  }
};

// An Uncertain read as a V is: "12 MW" of a Power, 0.6 of a double, or a distribution of them.
template <class V>
struct UncertainOf {
  static std::optional<Uncertain> read(const Node& node, const Limits& limits, Reading& reading) {
    return read_uncertain(node, &BaseOf<V>::read, Kind<V>::scale(), limits, reading);
  }
  static std::string type() { return Kind<V>::type() + ", or a distribution"; }
  static Scale scale() { return Kind<V>::scale(); }
};

std::optional<Uncertain> read_uncertain(const Node& node, ReadBase read, const Scale& scale,
                                        const Limits& limits, Reading& reading);

}  // namespace hubwatt
