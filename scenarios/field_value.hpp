// How one value is read: Kind<V> says what a V looks like in TOML, reads it, checks it against limits and
// adds a mistake where it cannot. Single values are here; tables in field.hpp, catalogue entries in
// field_catalogue.hpp, hourly figures and distributions in files of their own.
#pragma once

#include <array>
#include <cmath>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "models/nearest_name.hpp"
#include "models/quantity.hpp"
#include "scenarios/field_limits.hpp"
#include "scenarios/node.hpp"
#include "scenarios/reading.hpp"

namespace hubwatt {

// Each Kind has: read(node, limits, reading) -> optional; type() for the manual; scale() of its limits.
template <class V>
struct Kind;

// The untyped halves. Values are in base units.
std::optional<double> read_real(const Node& node, const Limits& limits, Reading& reading);
std::optional<std::int64_t> read_whole(const Node& node, const Limits& limits, Reading& reading);
std::optional<double> read_dimensioned(const Node& node, const Dimension& dimension, const Limits& limits,
                                       Reading& reading);
std::optional<double> read_kelvin(const Node& node, const Limits& limits, Reading& reading);
std::string type_of(const Dimension& dimension);     // "power"
std::string example_of(const Dimension& dimension);  // "12 MW"
std::string with_article(std::string_view noun);     // "a power", "an energy"

// "must be a string, not an integer"
void wrong_type(const Node& node, std::string_view wanted, Reading& reading, std::string suggestion = {});

template <>
struct Kind<double> {
  static std::optional<double> read(const Node& node, const Limits& limits, Reading& reading) {
    return read_real(node, limits, reading);
  }
  static std::string type() { return "number"; }
  static Scale scale() { return {}; }
};

template <std::integral V>
requires(!std::same_as<V, bool>) struct Kind<V> {
  static std::optional<V> read(const Node& node, const Limits& limits, Reading& reading) {
    const auto whole = read_whole(node, limits, reading);
    if (!whole) return std::nullopt;
    if (!std::in_range<V>(*whole)) {
      reading.mistake(node, std::to_string(*whole) + " is out of the range of this count");
      return std::nullopt;
    }
    return static_cast<V>(*whole);
  }
  static std::string type() { return "integer"; }
  static Scale scale() { return {}; }
};

template <>
struct Kind<bool> {
  static std::optional<bool> read(const Node& node, const Limits& limits, Reading& reading);
  static std::string type() { return "true or false"; }
  static Scale scale() { return {}; }
};

template <>
struct Kind<std::string> {
  static std::optional<std::string> read(const Node& node, const Limits& limits, Reading& reading);
  static std::string type() { return "string"; }
  static Scale scale() { return {}; }
};

template <Dimension D>
struct Kind<Quantity<D>> {
  static std::optional<Quantity<D>> read(const Node& node, const Limits& limits, Reading& reading) {
    const auto base = read_dimensioned(node, D, limits, reading);
    if (!base) return std::nullopt;
    return Quantity<D>(*base);
  }
  static std::string type() { return type_of(D); }
  static Scale scale() { return {.dimension = D}; }
};

template <>
struct Kind<Temperature> {
  static std::optional<Temperature> read(const Node& node, const Limits& limits, Reading& reading) {
    const auto kelvin = read_kelvin(node, limits, reading);
    if (!kelvin) return std::nullopt;
    return Temperature::kelvin(*kelvin);
  }
  static std::string type() { return "temperature"; }
  static Scale scale() { return {.temperature = true}; }
};

// Names of an enumeration in the order of its values from 0. Specialise beside the field list.
template <class E>
inline constexpr std::array<std::string_view, 0> names_of{};

// Position of the string among the names.
std::optional<std::size_t> read_name(const Node& node, const std::vector<std::string>& names,
                                     Reading& reading);

template <class E>
requires std::is_enum_v<E>
struct Kind<E> {
  static_assert(!names_of<E>.empty(), "name the values of the enumeration in names_of");
  static std::vector<std::string> names() { return {names_of<E>.begin(), names_of<E>.end()}; }
  static std::optional<E> read(const Node& node, const Limits&, Reading& reading) {
    const auto position = read_name(node, names(), reading);
    if (!position) return std::nullopt;
    return static_cast<E>(*position);
  }
  static std::string type() { return joined_names(names()); }
  static Scale scale() { return {}; }
};

template <class V>
struct Kind<std::optional<V>> : Kind<V> {};

template <class V>
struct Kind<std::vector<V>> {
  static std::optional<std::vector<V>> read(const Node& node, const Limits& limits, Reading& reading) {
    const Array* elements = node.array();
    if (elements == nullptr) {
      wrong_type(node, "an array", reading);
      return std::nullopt;
    }
    std::vector<V> out;
    bool whole = true;
    for (const Node& element : *elements) {
      auto value = Kind<V>::read(element, limits, reading);
      whole = whole && value.has_value();
      if (value) out.push_back(std::move(*value));
    }
    if (!whole) return std::nullopt;
    return out;
  }
  static std::string type() { return "array of " + Kind<V>::type() + "s"; }
  static Scale scale() { return Kind<V>::scale(); }
};

template <class V, std::size_t N>
struct Kind<std::array<V, N>> {
  static std::optional<std::array<V, N>> read(const Node& node, const Limits& limits, Reading& reading) {
    const auto values = Kind<std::vector<V>>::read(node, limits, reading);
    if (!values) return std::nullopt;
    if (values->size() != N) {
      reading.mistake(node,
                      "has " + std::to_string(values->size()) + " values, must have " + std::to_string(N));
      return std::nullopt;
    }
    std::array<V, N> out{};
    std::copy(values->begin(), values->end(), out.begin());
    return out;
  }
  static std::string type() { return "array of " + std::to_string(N) + " " + Kind<V>::type() + "s"; }
  static Scale scale() { return Kind<V>::scale(); }
};

}  // namespace hubwatt
