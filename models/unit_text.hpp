// Quantities as users write and read them: "12 MW", "0.53 kg/kWh", "20 ms", "20 degC".
// A text is a number, spaces, and a unit; a unit is one name or a quotient of names ("CNY/kWh", "L/kWh/h").
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "models/quantity.hpp"

namespace hubwatt {

// Outcome of reading a text: a value in base units, or a problem and a suggestion in words.
struct UnitText {
  std::optional<double> base;
  std::string problem;     // empty when base is set
  std::string suggestion;  // may be empty
};

// Reads `text` as a quantity of dimension `expected`. Never throws. Rejects infinities and NaN.
UnitText read_quantity(std::string_view text, const Dimension& expected);

// Reads "20 degC", "293.15 K" as a point on the temperature scale; base is kelvin.
UnitText read_temperature(std::string_view text);

// What "12 MW" is a quantity of: power. Nothing where a text is no number with a unit.
std::optional<Dimension> dimension_of(std::string_view text);

// Shortest text that reads back to the same value, in the unit of this dimension that keeps the number
// between 1 and 1000 where there is one: 12e6 W -> "12 MW".
std::string write_quantity(double base, const Dimension& dimension);
std::string write_temperature(double kelvin);

// Names of units that fit, for messages and the manual: {time=1} -> "s, ms, us, min, h, d".
std::string units_for(const Dimension& dimension);

template <Dimension D>
std::string to_text(Quantity<D> q) { return write_quantity(q.base(), D); }
inline std::string to_text(Temperature t) { return write_temperature(t.kelvin()); }

}  // namespace hubwatt
