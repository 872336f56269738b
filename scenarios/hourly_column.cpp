#include "scenarios/hourly_column.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>

#include "models/unit_table.hpp"
#include "models/unit_text.hpp"
#include "scenarios/csv.hpp"
#include "scenarios/hour_stamps.hpp"

namespace hubwatt {
namespace {

// "kg_per_kwh" -> "kg/kwh".
std::string with_slashes(std::string_view ending) {
  constexpr std::string_view per = "_per_";
  std::string out(ending);
  for (std::size_t at; (at = out.find(per)) != std::string::npos;) out.replace(at, per.size(), "/");
  return out;
}

bool equal_without_case(std::string_view a, std::string_view b) {
  const auto same = [](char x, char y) {
    return std::tolower(static_cast<unsigned char>(x)) == std::tolower(static_cast<unsigned char>(y));
  };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), same);
}

// Units whose case the ending of a column's name does not keep.
constexpr std::string_view cased_names[] = {"kWh", "MWh", "GWh", "Wh", "CNY", "kW",  "MW",
                                            "GW",  "W",   "L",   "J",  "hPa", "kPa", "Pa"};

// "kg/kwh" -> "kg/kWh"; a name that is not in the list stays as it is.
std::string with_case(std::string_view unit) {
  std::string out;
  for (std::size_t at = 0; at <= unit.size();) {
    const std::size_t slash = std::min(unit.find('/', at), unit.size());
    std::string_view name = unit.substr(at, slash - at);
    for (const std::string_view cased : cased_names) {
      if (equal_without_case(name, cased)) name = cased;
    }
    out += (out.empty() ? "" : "/") + std::string(name);
    at = slash + 1;
  }
  return out;
}

// Whether the name ends in a unit at all. Single letters do not count: a column may be called "plan_a".
bool ends_in_unit(std::string_view column) {
  const std::size_t at = column.rfind('_');
  if (at == std::string_view::npos || column.size() - at <= 2) return false;
  const std::string ending = with_case(column.substr(at + 1));
  if (ending == "pct" || ending == "percent") return true;
  const auto units = known_units();
  return std::any_of(units.begin(), units.end(), [&ending](const Unit& unit) { return unit.name == ending; });
}

// Ten times the middle of what the column holds: a 9999 beyond that is no figure but stands for a missing one.
double far_beyond_the_usual(const CsvTable& table, std::size_t column) {
  std::vector<double> sizes;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    if (const auto value = table.number(row, column)) sizes.push_back(std::abs(*value));
  }
  if (sizes.empty()) return 0.0;
  const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
  std::nth_element(sizes.begin(), middle, sizes.end());
  return 10.0 * *middle;
}

std::string range_text(Range range, double scale, std::string_view unit) {
  const std::string suffix = unit.empty() ? "" : " " + std::string(unit);
  if (!std::isfinite(range.high)) return fmt::format("at least {}{}", range.low / scale, suffix);
  return fmt::format("{} to {}{}", range.low / scale, range.high / scale, suffix);
}

}  // namespace

std::optional<double> unit_of_column(std::string_view column, const Dimension& dimension) {
  const bool ratio = dimension == Dimension{};
  for (std::size_t at = 0; (at = column.find('_', at)) != std::string_view::npos; ++at) {
    const std::string_view ending = column.substr(at + 1);  // the longest ending first
    if (ratio) {
      if (ending == "pct" || ending == "percent") return 0.01;
      if (ending == "ratio" || ending == "share") return 1.0;
      continue;
    }
    const std::string unit = with_slashes(ending);
    if (const auto as_written = read_quantity("1 " + unit, dimension).base) return as_written;
    if (const auto as_meant = read_quantity("1 " + with_case(unit), dimension).base) return as_meant;
  }
  return std::nullopt;
}

std::optional<std::vector<double>> read_hourly_column(const InputFile& file, std::string_view column,
                                                      const Dimension& dimension, std::string_view plain_unit,
                                                      Range range, std::vector<Diagnostic>& mistakes) {
  const std::size_t before = mistakes.size();
  const CsvTable table(file.text, file.path, mistakes);
  const auto place = table.require_column(column, mistakes);
  if (!place || mistakes.size() != before) return std::nullopt;

  if (check_row_count(table, "an hourly figure", mistakes)) check_hour_stamps(table, mistakes);
  if (mistakes.size() != before) return std::nullopt;

  const std::string plain(plain_unit);
  const double plain_scale = plain.empty() ? 1.0 : read_quantity("1 " + plain, dimension).base.value();
  const std::optional<double> named = unit_of_column(column, dimension);
  if (!named && ends_in_unit(column)) {
    mistakes.push_back(
        {file.path, 1, 1, "", fmt::format("column \"{}\" ends in a unit that does not fit", column),
         plain.empty() ? "a share ends in _pct or in no unit" : "one in " + plain + " is needed"});
    return std::nullopt;
  }
  const double unit = named.value_or(plain_scale);
  constexpr double most = 1e24;  // as of any figure: sums stay finite
  const double too_much = far_beyond_the_usual(table, *place);
  std::vector<Diagnostic> found;
  std::vector<double> base(table.rows());
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const auto value = table.number(row, *place);
    if (value && is_usual_stand_in(*value) && std::abs(*value) > too_much) {
      found.push_back(table.mistake_at(row, *place,
                                       fmt::format("{} is missing ({})", column, table.cell(row, *place)),
                                       "decide on a value and write it into a copy of the file"));
      continue;
    }
    if (value) base[row] = *value * unit;
    if (value && base[row] >= range.low && base[row] <= range.high && std::abs(base[row]) <= most) continue;
    const std::string_view cell = table.cell(row, *place);
    std::string problem = cell.empty() ? fmt::format("{} is missing", column)
                          : !value
                              ? fmt::format("{} is {} (not a number)", column, cell)
                              : fmt::format("{} is {} ({})", column, cell,
                                            std::isfinite(range.low) ? range_text(range, plain_scale, plain)
                                                                     : "no figure of this world");
    found.push_back(table.mistake_at(row, *place, std::move(problem)));
  }
  report_first(std::move(found), mistakes);
  if (mistakes.size() != before) return std::nullopt;
  return base;
}

}  // namespace hubwatt
