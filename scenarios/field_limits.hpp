// Bounds of a number, in base units. Given to a field once; checked when it is read, printed in the manual.
#pragma once

#include <limits>
#include <optional>
#include <string>

#include "models/quantity.hpp"

namespace hubwatt {

struct Limits {
  enum class End { included, excluded };
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
  End low_end = End::included;
  End high_end = End::included;

  bool allow(double value) const {
    const bool above = low_end == End::included ? value >= low : value > low;
    const bool below = high_end == End::included ? value <= high : value < high;
    return above && below;  // never true of NaN
  }
};

inline constexpr Limits any_number{};
inline constexpr Limits positive{.low = 0.0, .low_end = Limits::End::excluded};
inline constexpr Limits at_least_zero{.low = 0.0};
inline constexpr Limits at_least_one{.low = 1.0};
inline constexpr Limits share{.low = 0.0, .high = 1.0};
inline constexpr Limits positive_share{.low = 0.0, .high = 1.0, .low_end = Limits::End::excluded};

constexpr Limits between(double low, double high) {
  return {.low = low, .high = high};
}
template <Dimension D>
constexpr Limits between(Quantity<D> low, Quantity<D> high) {
  return {.low = low.base(), .high = high.base()};
}
constexpr Limits between(Temperature low, Temperature high) {
  return {.low = low.kelvin(), .high = high.kelvin()};
}

// How a bound is written: as a plain number, in the units of a dimension, or as a temperature.
struct Scale {
  std::optional<Dimension> dimension = std::nullopt;
  bool temperature = false;
};

// "above 0", "between 0 and 1", "at least -5 degC"; empty where everything is allowed.
std::string to_text(const Limits& limits, const Scale& scale);
std::string to_text(double base, const Scale& scale);

}  // namespace hubwatt
