// The units that hubwatt reads and writes, as one table. Used by unit_text.cpp alone.
#pragma once

#include <span>
#include <string_view>

#include "models/quantity.hpp"

namespace hubwatt {

// One unit = multiplier / divisor base units. Two exact numbers and one rounding, where 1e-3 would bring a
// second one: "20 ms" reads as the double nearest to 0.02.
struct Unit {
  std::string_view name;
  Dimension dimension;
  double multiplier = 1.0;
  double divisor = 1.0;

  constexpr double base(double number) const { return number * multiplier / divisor; }
  constexpr double number(double base) const { return base * divisor / multiplier; }
};

struct OfferedUnit {
  enum class Use { write, read, last_resort };  // read: named, not written with; last_resort: not even named
  std::string_view text;
  Use use = Use::write;
};

// Names a text may use, alone or in a quotient.
std::span<const Unit> known_units();

// Texts of units to name in messages and to write with: "kWh", "CNY/kWh".
std::span<const OfferedUnit> offered_units();

// "a power", "an energy"; "a quantity of another kind" for dimensions without a name of their own.
std::string_view name_of(const Dimension& dimension);

}  // namespace hubwatt
