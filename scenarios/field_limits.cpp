#include "scenarios/field_limits.hpp"

#include <fmt/format.h>

#include <cmath>

#include "models/unit_text.hpp"

namespace hubwatt {

std::string to_text(double base, const Scale& scale) {
  if (scale.temperature) return write_temperature(base);
  if (scale.dimension && base != 0.0) return write_quantity(base, *scale.dimension);
  return fmt::format("{}", base);
}

std::string to_text(const Limits& limits, const Scale& scale) {
  const bool bounded_below = std::isfinite(limits.low);
  const bool bounded_above = std::isfinite(limits.high);
  const bool low_in = limits.low_end == Limits::End::included;
  const bool high_in = limits.high_end == Limits::End::included;
  const std::string low = to_text(limits.low, scale);
  const std::string high = to_text(limits.high, scale);
  if (bounded_below && bounded_above && low_in && high_in) return low + " to " + high;
  const std::string floor = bounded_below ? (low_in ? "at least " : "above ") + low : "";
  const std::string ceiling = bounded_above ? (high_in ? "at most " : "below ") + high : "";
  return floor + (bounded_below && bounded_above ? " and " : "") + ceiling;
}

}  // namespace hubwatt
