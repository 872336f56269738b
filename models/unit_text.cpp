#include "models/unit_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

#include "models/contract.hpp"
#include "models/unit_table.hpp"

namespace hubwatt {
namespace {

constexpr std::string_view blanks = " \t";

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

// User text inside a message: short, and no control characters that could garble a terminal.
std::string quoted(std::string_view text) {
  constexpr std::size_t longest = 40;
  std::string out = "'";
  for (const char c : text.substr(0, longest)) out += static_cast<unsigned char>(c) < 0x20 ? '?' : c;
  return out + (text.size() > longest ? "...'" : "'");
}

struct NumberAndUnit {
  double number = 0.0;
  std::string_view unit;
  std::string problem;
};

NumberAndUnit split(std::string_view whole) {
  const std::string_view text = trimmed(whole);
  NumberAndUnit out;
  if (text.empty()) return {0.0, {}, "is empty, a number and a unit are needed"};
  const char* const end = text.data() + text.size();
  const auto [rest, outcome] = std::from_chars(text.data(), end, out.number);
  if (outcome == std::errc::result_out_of_range)
    out.problem = quoted(text) + " is out of the range of numbers";
  else if (outcome != std::errc{} || !std::isfinite(out.number))  // from_chars takes "inf" and "nan"
    out.problem = quoted(text) + " does not start with a number";
  else
    out.unit = trimmed({rest, static_cast<std::size_t>(end - rest)});
  return out;
}

const Unit* find_unit(std::string_view name) {
  const std::span<const Unit> units = known_units();
  const auto found =
      std::find_if(units.begin(), units.end(), [name](const Unit& u) { return u.name == name; });
  return found == units.end() ? nullptr : &*found;
}

// A name or a quotient of names.
std::optional<Unit> parse_unit(std::string_view text) {
  constexpr int most_names = 4;  // more would overflow no sensible dimension
  Unit out{text, {}};
  for (int i = 0; i < most_names; ++i) {
    const std::size_t slash = text.find('/');
    const Unit* const part = find_unit(trimmed(text.substr(0, slash)));
    if (part == nullptr) return std::nullopt;
    out.dimension = out.dimension.joined(part->dimension, i == 0 ? +1 : -1);
    out.multiplier *= i == 0 ? part->multiplier : part->divisor;
    out.divisor *= i == 0 ? part->divisor : part->multiplier;
    if (slash == std::string_view::npos) return out;
    text.remove_prefix(slash + 1);
  }
  return std::nullopt;
}

// Beside offered_units().
std::vector<Dimension> offered_dimensions() {
  std::vector<Dimension> out;
  for (const OfferedUnit& unit : offered_units()) out.push_back(parse_unit(unit.text)->dimension);
  return out;
}

std::vector<OfferedUnit> offered_for(const Dimension& dimension) {
  static const std::vector<Dimension> dimensions = offered_dimensions();
  std::vector<OfferedUnit> out;
  for (std::size_t i = 0; i < dimensions.size(); ++i)
    if (dimensions[i] == dimension) out.push_back(offered_units()[i]);
  return out;
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Edit distance in which a wrong case counts half of a wrong letter.
int typing_distance(std::string_view a, std::string_view b) {
  constexpr int wrong_letter = 2;
  std::vector<int> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = wrong_letter * static_cast<int>(j);
  for (const char c : a) {
    int diagonal = row[0];
    row[0] += wrong_letter;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const int change = c == b[j - 1] ? 0 : lower(c) == lower(b[j - 1]) ? 1 : wrong_letter;
      const int best = std::min({diagonal + change, row[j] + wrong_letter, row[j - 1] + wrong_letter});
      diagonal = row[j];
      row[j] = best;
    }
  }
  return row.back();
}

struct Alias {
  std::string_view written, meant;
};

constexpr Alias aliases[] = {
    {"sec", "s"},
    {"seconds", "s"},
    {"minutes", "min"},
    {"hr", "h"},
    {"hour", "h"},
    {"hours", "h"},
    {"day", "d"},
    {"days", "d"},
    {"RMB", "CNY"},
    {"yuan", "CNY"},
    {"ton", "t"},
    {"tonne", "t"},
    {"RMB/kWh", "CNY/kWh"},
    {"kgCO2/kWh", "kg/kWh"},
    {"gCO2/kWh", "g/kWh"},
    {"degC", "K"},
    {"C", "K"},
};

std::string suggest_unit(std::string_view written, const Dimension& expected) {
  constexpr std::size_t longest_unit = 16;
  constexpr int nearest_enough = 2;
  std::string_view best;
  int best_distance = nearest_enough + 1;
  const auto consider = [&](std::string_view candidate, int distance) {
    // As many changes as letters: another word, not a slip.
    const std::size_t letters = std::min(candidate.size(), written.size());
    if (distance >= best_distance || static_cast<std::size_t>(distance) >= 2 * letters) return;
    best = candidate;
    best_distance = distance;
  };
  const std::vector<OfferedUnit> fitting = offered_for(expected);
  for (const Alias& alias : aliases) {
    const auto same = [&alias](const OfferedUnit& u) { return u.text == alias.meant; };
    if (alias.written == written && std::any_of(fitting.begin(), fitting.end(), same))
      consider(alias.meant, 0);
  }
  if (written.size() <= longest_unit)
    for (const OfferedUnit& unit : fitting) consider(unit.text, typing_distance(written, unit.text));
  if (!best.empty()) return fmt::format("did you mean '{}'?", best);
  const std::string all = units_for(expected);
  return all.empty() ? "" : "use one of " + all;
}

std::string shortest(double number) {
  std::array<char, 32> buffer;
  const auto [end, outcome] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
  HUBWATT_ENSURES(outcome == std::errc{});
  return {buffer.data(), end};
}

// The number of fewest digits that `to_base` takes to `base`, looked for around `number`.
template <class ToBase>
std::optional<std::string> shortest_for(double number, double base, ToBase to_base) {
  std::array<char, 32> buffer;
  for (int digits = 1; digits <= 17; ++digits) {
    const auto [end, outcome] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number,
                                              std::chars_format::scientific, digits - 1);
    HUBWATT_ENSURES(outcome == std::errc{});
    double rounded = 0.0;
    if (std::from_chars(buffer.data(), end, rounded).ec == std::errc{} && to_base(rounded) == base)
      return shortest(rounded);
  }
  constexpr double infinity = std::numeric_limits<double>::infinity();
  for (const double next : {std::nextafter(number, infinity), std::nextafter(number, -infinity)})
    if (to_base(next) == base) return shortest(next);
  return std::nullopt;
}

std::optional<std::string> write_in(std::string_view unit_text, double base) {
  const Unit unit = *parse_unit(unit_text);
  const double number = unit.number(base);
  if (!std::isfinite(number)) return std::nullopt;
  const auto text = shortest_for(number, base, [&unit](double n) { return unit.base(n); });
  return text ? std::optional(fmt::format("{} {}", *text, unit_text)) : std::nullopt;
}

constexpr double zero_celsius = 273.15;

}  // namespace

UnitText read_quantity(std::string_view text, const Dimension& expected) {
  NumberAndUnit parts = split(text);
  if (!parts.problem.empty()) return {std::nullopt, std::move(parts.problem), suggest_unit({}, expected)};
  if (expected == Dimension{} && parts.unit.empty()) return {parts.number, {}, {}};
  if (parts.unit.empty())
    return {std::nullopt, fmt::format("needs a unit (one of {})", units_for(expected)), {}};
  const std::optional<Unit> unit = parse_unit(parts.unit);
  if (!unit)
    return {std::nullopt, quoted(parts.unit) + " is not a known unit", suggest_unit(parts.unit, expected)};
  if (unit->dimension != expected)
    return {std::nullopt,
            fmt::format("{} is {}, {} is needed", quoted(trimmed(text)), name_of(unit->dimension),
                        name_of(expected)),
            suggest_unit(parts.unit, expected)};
  const double base = unit->base(parts.number);
  if (!std::isfinite(base))
    return {std::nullopt, quoted(trimmed(text)) + " is out of the range of numbers", {}};
  return {base, {}, {}};
}

std::optional<Dimension> dimension_of(std::string_view text) {
  const NumberAndUnit parts = split(text);
  if (!parts.problem.empty() || parts.unit.empty()) return std::nullopt;
  const std::optional<Unit> unit = parse_unit(parts.unit);
  if (!unit) return std::nullopt;
  return unit->dimension;
}

UnitText read_temperature(std::string_view text) {
  const std::string use_degc = "use degC or K, as in '20 degC'";
  NumberAndUnit parts = split(text);
  if (!parts.problem.empty()) return {std::nullopt, std::move(parts.problem), use_degc};
  if (parts.unit.empty()) return {std::nullopt, "needs a unit (one of degC, K)", {}};
  if (parts.unit != "degC" && parts.unit != "K")
    return {std::nullopt, quoted(parts.unit) + " is not a unit of temperature", use_degc};
  const double kelvin = parts.unit == "K" ? parts.number : parts.number + zero_celsius;
  if (kelvin < 0.0)
    return {std::nullopt, quoted(trimmed(text)) + " is below absolute zero (-273.15 degC)", {}};
  return {kelvin, {}, {}};
}

std::string write_quantity(double base, const Dimension& dimension) {
  if (dimension == Dimension{}) return shortest(base);
  std::vector<OfferedUnit> units = offered_for(dimension);
  HUBWATT_EXPECTS(!units.empty());
  if (base == 0.0 || !std::isfinite(base)) {
    const auto is_base = [](const OfferedUnit& u) { return parse_unit(u.text)->base(1.0) == 1.0; };
    const auto found = std::find_if(units.begin(), units.end(), is_base);
    return fmt::format("{} {}", shortest(base == 0.0 ? 0.0 : base),
                       (found == units.end() ? units.front() : *found).text);
  }
  // Best first: of the units to write with, the largest that leaves a number of 1 or more, then smaller ones.
  const auto rank = [base](const OfferedUnit& unit) {
    const double number = std::abs(parse_unit(unit.text)->number(base));
    const int unfit = number >= 1.0 ? 0 : 1;
    return std::pair(2 * static_cast<int>(unit.use) + unfit, unfit == 0 ? number : -number);
  };
  std::stable_sort(units.begin(), units.end(),
                   [&rank](const OfferedUnit& a, const OfferedUnit& b) { return rank(a) < rank(b); });
  for (const OfferedUnit& unit : units)
    if (const auto text = write_in(unit.text, base)) return *text;
  HUBWATT_ENSURES(false && "each dimension offers its base unit");
  return {};
}

std::string write_temperature(double kelvin) {
  const auto celsius = shortest_for(kelvin - zero_celsius, kelvin, [](double c) { return c + zero_celsius; });
  return celsius ? *celsius + " degC" : shortest(kelvin) + " K";
}

std::string units_for(const Dimension& dimension) {
  std::string out;
  for (const OfferedUnit& unit : offered_for(dimension))
    if (unit.use != OfferedUnit::Use::last_resort)
      out += fmt::format("{}{}", out.empty() ? "" : ", ", unit.text);
  return out;
}

}  // namespace hubwatt
