// One column of a CSV file as an hourly figure: 1, 24, 8760 or 8784 rows (models/hourly.hpp) of local time.
// The unit is the ending of the column's name where it has one ("price_cny_per_mwh", "share_pct"); otherwise
// the unit given as `plain_unit`, the one the figure itself is usually written in.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "models/error.hpp"
#include "models/hourly.hpp"
#include "models/quantity.hpp"
#include "scenarios/input_files.hpp"

namespace hubwatt {

// Limits of a figure in base units, both allowed.
struct Range {
  double low = 0.0;
  double high = 0.0;
};

// Values in base units of `dimension` (a ratio has the empty dimension and plain unit ""), each checked
// against `range`. Empty where anything is wrong; missing or unreadable cells are mistakes, never filled.
std::optional<std::vector<double>> read_hourly_column(const InputFile& file, std::string_view column,
                                                      const Dimension& dimension, std::string_view plain_unit,
                                                      Range range, std::vector<Diagnostic>& mistakes);

// Base units per unit of the column, by the ending of its name; empty where the name ends in no unit that
// fits. Endings are units with "_per_" for the slash: "_kg_per_kwh", "_cny_per_mwh", "_pct" for ratios.
std::optional<double> unit_of_column(std::string_view column, const Dimension& dimension);

// The typed form: read_hourly<CarbonIntensity>(file, "carbon_kg_per_kwh", "kg/kWh", range, mistakes).
template <class Q>
std::optional<Hourly<Q>> read_hourly(const InputFile& file, std::string_view column,
                                     std::string_view plain_unit, Range range,
                                     std::vector<Diagnostic>& mistakes) {
  const auto base = read_hourly_column(file, column, Q::dimension, plain_unit, range, mistakes);
  if (!base) return std::nullopt;
  std::vector<Q> rows;
  rows.reserve(base->size());
  for (const double b : *base) rows.push_back(Q(b));
  return Hourly<Q>(std::move(rows));
}

}  // namespace hubwatt
