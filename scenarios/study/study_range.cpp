#include "scenarios/study/study_range.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "models/contract.hpp"
#include "models/unit_text.hpp"

namespace hubwatt {
namespace {

struct End {
  double number = 0.0;
  std::string unit;
};

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  return first == std::string_view::npos ? std::string_view()
                                         : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::optional<End> end_of(const Node& node, Reading& reading) {
  End out;
  if (const auto number = node.number()) {
    out.number = *number;
  } else if (node.text() == nullptr) {
    wrong_type(node, "a number, or a string with a unit", reading);
    return std::nullopt;
  } else {
    const std::string_view text = trimmed(*node.text());
    const auto [rest, outcome] = std::from_chars(text.data(), text.data() + text.size(), out.number);
    out.unit = outcome == std::errc() ? trimmed({rest, text.data() + text.size()}) : std::string_view();
    if (out.unit.empty()) {
      reading.mistake(node, in_quotes(*node.text()) + " is no number with a unit",
                      "write 0.2 without quotes, or \"10 MWh\"; names are listed as values");
      return std::nullopt;
    }
  }
  if (std::isfinite(out.number)) return out;
  reading.mistake(node, "must be a finite number");
  return std::nullopt;
}

std::string kind_of(const End& end) {
  if (end.unit.empty()) return "a plain number";
  const auto dimension = dimension_of("1 " + end.unit);
  return dimension ? with_article(type_of(*dimension)) : "a figure in " + in_quotes(end.unit);
}

// The number in another unit of its dimension; nothing where it is of another.
std::optional<double> converted(const End& from, const std::string& unit) {
  if (from.unit == unit) return from.number;
  const auto dimension = dimension_of("1 " + unit);
  if (!dimension || dimension_of("1 " + from.unit) != dimension) return std::nullopt;
  return *read_quantity(fmt::format("{} {}", from.number, from.unit), *dimension).base /
         *read_quantity("1 " + unit, *dimension).base;
}

}  // namespace

std::optional<Range> range_of(const AxisTold& told, const Node& node, Reading& reading) {
  if (!told.low || !told.high) {
    reading.mistake_at_key(node, told.low ? "high" : "low", "is missing, and a range has two ends");
    return std::nullopt;
  }
  const auto low = end_of(*told.low, reading), high = end_of(*told.high, reading);
  if (!low || !high) return std::nullopt;
  const auto begin = converted(*low, high->unit);
  if (!begin) {
    reading.mistake(*told.high, fmt::format("is {}, and 'low' is {}", kind_of(*high), kind_of(*low)),
                    "write both in one unit");
    return std::nullopt;
  }
  if (!(*begin < high->number)) {
    reading.mistake(*told.low, "is not below 'high'", "exchange them");
    return std::nullopt;
  }
  return Range{told.key, *begin, high->number, high->unit};
}

std::string value_text(const Range& range, const std::string& number) {
  return range.unit.empty() ? number : number + " " + range.unit;
}

std::string override_text(const Range& range, const std::string& number) {
  return range.key + "=" + (range.unit.empty() ? number : "\"" + value_text(range, number) + "\"");
}

std::string number_between(double value, double from, double to) {
  HUBWATT_EXPECTS(from <= value && value < to);
  const double near = (to - from) / 100.0;
  const double size = std::abs(value);
  for (int digits = 0; digits < 16 && size > 1e-4 && size < 1e15; ++digits) {
    const std::string text = fmt::format("{:.{}f}", value, digits);
    double read = 0.0;
    std::from_chars(text.data(), text.data() + text.size(), read);
    if (read >= from && read < to && std::abs(read - value) <= near) return text;
  }
  return fmt::format("{}", value);
}

}  // namespace hubwatt
