#include "scenarios/field_value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "models/unit_text.hpp"

namespace hubwatt {
namespace {

struct DimensionName {
  Dimension dimension;
  std::string_view name;
  std::string_view example;
};

constexpr DimensionName dimension_names[] = {
    {Duration::dimension, "duration", "20 min"},
    {Energy::dimension, "energy", "20 MWh"},
    {Power::dimension, "power", "12 MW"},
    {TemperatureDifference::dimension, "temperature difference", "6 K"},
    {Carbon::dimension, "mass of CO2e", "1300 kg"},
    {CarbonIntensity::dimension, "carbon intensity", "0.53 kg/kWh"},
    {Water::dimension, "volume of water", "20 m3"},
    {WaterFlow::dimension, "water flow", "20 L/h"},
    {WaterIntensity::dimension, "water intensity", "1.8 L/kWh"},
    {Money::dimension, "money", "100 CNY"},
    {Price::dimension, "price", "0.38 CNY/kWh"},
    {DataSize::dimension, "data size", "2 TB"},
    {Bandwidth::dimension, "bandwidth", "100 Gbps"},
    {ComputeRate::dimension, "compute rate", "989 TFLOPS"},
    {Length::dimension, "length", "1226 m"},
    {Pressure::dimension, "pressure", "101325 Pa"},
};

const DimensionName* name_of(const Dimension& dimension) {
  for (const DimensionName& known : dimension_names) {
    if (known.dimension == dimension) return &known;
  }
  return nullptr;
}

// No figure of a data center lies outside, in any base unit, and sums and ratios of those inside stay finite.
constexpr double most = 1e24;
constexpr double least = 1e-24;

bool check_limits(const Node& node, double base, const Limits& limits, const Scale& scale, Reading& reading) {
  if (std::abs(base) > most || (base != 0.0 && std::abs(base) < least)) {
    reading.mistake(
        node, to_text(base, scale) + " is no figure of this world (1e-24 to 1e24 in SI units)",
        base < 1.0 && base > -1.0 ? "write 0 for nothing" : "leave the key out where it may be absent");
    return false;
  }
  if (limits.allow(base)) return true;
  reading.mistake(node, to_text(base, scale) + " is out of range (" + to_text(limits, scale) + ")");
  return false;
}

}  // namespace

std::string with_article(std::string_view noun) {
  const bool vowel = std::string_view("aeiou").find(noun.front()) != std::string_view::npos;
  return (vowel ? "an " : "a ") + std::string(noun);
}

std::string type_of(const Dimension& dimension) {
  const DimensionName* known = name_of(dimension);
  return known ? std::string(known->name) : "quantity in " + units_for(dimension);
}

std::string example_of(const Dimension& dimension) {
  const DimensionName* known = name_of(dimension);
  return known ? std::string(known->example) : write_quantity(1.0, dimension);
}

void wrong_type(const Node& node, std::string_view wanted, Reading& reading, std::string suggestion) {
  reading.mistake(node, fmt::format("must be {}, not {}", wanted, type_name(node)), std::move(suggestion));
}

std::optional<double> read_real(const Node& node, const Limits& limits, Reading& reading) {
  const std::optional<double> value = node.number();
  if (!value) {
    const bool percent = node.text() != nullptr && node.text()->ends_with('%');
    wrong_type(node, "a number", reading, percent ? "write 15 % as 0.15" : "");
    return std::nullopt;
  }
  if (!std::isfinite(*value)) {
    reading.mistake(node, "must be a finite number");
    return std::nullopt;
  }
  if (!check_limits(node, *value, limits, {}, reading)) return std::nullopt;
  return value;
}

std::optional<std::int64_t> read_whole(const Node& node, const Limits& limits, Reading& reading) {
  const auto* value = std::get_if<std::int64_t>(&node.value);
  if (value == nullptr) {
    wrong_type(node, "an integer", reading);
    return std::nullopt;
  }
  if (!check_limits(node, static_cast<double>(*value), limits, {}, reading)) return std::nullopt;
  return *value;
}

std::optional<double> read_dimensioned(const Node& node, const Dimension& dimension, const Limits& limits,
                                       Reading& reading) {
  const std::string wanted = with_article(type_of(dimension));
  const std::string example = fmt::format("write it with its unit, as in \"{}\"", example_of(dimension));
  if (node.number()) {
    reading.mistake(node, "a bare number where " + wanted + " is due", example);
    return std::nullopt;
  }
  if (node.text() == nullptr) {
    wrong_type(node, wanted, reading, example);
    return std::nullopt;
  }
  UnitText read = read_quantity(*node.text(), dimension);
  if (!read.base) {
    reading.mistake(node, std::move(read.problem), std::move(read.suggestion));
    return std::nullopt;
  }
  if (!check_limits(node, *read.base, limits, {.dimension = dimension}, reading)) return std::nullopt;
  return read.base;
}

std::optional<double> read_kelvin(const Node& node, const Limits& limits, Reading& reading) {
  const std::string example = "write it with its unit, as in \"20 degC\"";
  if (node.number()) {
    reading.mistake(node, "a bare number where a temperature is due", example);
    return std::nullopt;
  }
  if (node.text() == nullptr) {
    wrong_type(node, "a temperature", reading, example);
    return std::nullopt;
  }
  UnitText read = read_temperature(*node.text());
  if (!read.base) {
    reading.mistake(node, std::move(read.problem), std::move(read.suggestion));
    return std::nullopt;
  }
  if (!check_limits(node, *read.base, limits, {.temperature = true}, reading)) return std::nullopt;
  return read.base;
}

std::optional<bool> Kind<bool>::read(const Node& node, const Limits&, Reading& reading) {
  if (const bool* value = std::get_if<bool>(&node.value)) return *value;
  wrong_type(node, "true or false", reading);
  return std::nullopt;
}

std::optional<std::string> Kind<std::string>::read(const Node& node, const Limits&, Reading& reading) {
  if (const std::string* value = node.text()) {
    const bool printable =
        std::none_of(value->begin(), value->end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; });
    if (!value->empty() && printable) return *value;
    reading.mistake(node, value->empty() ? "must not be empty" : "holds a line break or a control character",
                    "write one line of text");
    return std::nullopt;
  }
  wrong_type(node, "a string", reading);
  return std::nullopt;
}

std::optional<std::size_t> read_name(const Node& node, const std::vector<std::string>& names,
                                     Reading& reading) {
  if (node.text() == nullptr) {
    wrong_type(node, "one of " + joined_names(names), reading);
    return std::nullopt;
  }
  const auto found = std::find(names.begin(), names.end(), *node.text());
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  reading.mistake(node, "there is no " + in_quotes(*node.text()) + " here",
                  suggestion_for(*node.text(), names));
  return std::nullopt;
}

}  // namespace hubwatt
