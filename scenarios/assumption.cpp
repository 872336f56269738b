#include "scenarios/assumption.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <span>
#include <utility>

#include "models/contract.hpp"
#include "models/unit_text.hpp"
#include "scenarios/scenario_reader.hpp"
#include "scenarios/scenario_source.hpp"
#include "scenarios/toml_document.hpp"
#include "scenarios/toml_text.hpp"

namespace hubwatt {
namespace {

using Keys = std::vector<std::string>;

constexpr std::string_view platform_keys[] = {"hub", "link", "network", "server"};
constexpr std::string_view workload_keys[] = {"training", "inference"};

// Numbers that are no figures: where a site is, what a server is made of, how many racks one stands for, and
// hours of the day.
constexpr std::string_view no_figures[] = {"latitude",     "longitude",    "altitude",         "utc_offset",
                                           "accelerators", "count",        "servers_per_rack", "represents",
                                           "peak_hours",   "valley_hours", "critical_hours"};

bool is_one_of(std::string_view name, std::span<const std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_number(const std::string& key) {
  return std::all_of(key.begin(), key.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string joined(std::span<const std::string> keys) {
  std::string out;
  for (const std::string& key : keys) out += (out.empty() ? "" : ".") + key;
  return out;
}

// "18 degC" as kelvin. What is written in K is a temperature where no difference is as large.
std::optional<double> temperature_of(const std::string& text) {
  constexpr double greatest_difference = 150.0;
  const std::optional<double> kelvin = read_temperature(text).base;
  const bool difference = dimension_of(text) == TemperatureDifference::dimension;
  return kelvin && (!difference || *kelvin > greatest_difference) ? kelvin : std::nullopt;
}

enum class Figure { none, scaled, count, temperature };

Figure figure_of(const Node& value) {
  if (std::holds_alternative<std::int64_t>(value.value)) return Figure::count;
  if (std::holds_alternative<double>(value.value)) return Figure::scaled;
  if (const std::string* text = value.text())
    return temperature_of(*text) ? Figure::temperature : dimension_of(*text) ? Figure::scaled : Figure::none;
  const Array* elements = value.array();
  if (elements == nullptr || elements->empty()) return Figure::none;
  // Among plain numbers some may be written without a point.
  Figure all = figure_of(elements->front());
  for (const Node& element : *elements) {
    const Figure one = figure_of(element);
    if (one == all) continue;
    const bool numbers = element.number() && elements->front().number();
    if (!numbers) return Figure::none;
    all = Figure::scaled;
  }
  return all;
}

// What `key` is below the entry: the longest end of it that the entry has, or has a table for.
Keys below_entry(const Keys& key, const Node& entry, bool given) {
  for (std::size_t from = 1; from < key.size(); ++from) {
    const std::span<const std::string> end(key.begin() + static_cast<std::ptrdiff_t>(from), key.end());
    const Node* there = node_at(entry, given ? end : end.first(end.size() - 1));
    if (there != nullptr && (given || there->table() != nullptr)) return {end.begin(), end.end()};
  }
  return {key.back()};
}

// The figure's name, one for all hubs that read it.
std::string name_of(const InputUse& use, const Keys& key, const Node& catalogue) {
  if (!use.entry.empty()) {
    const Keys entry = *keys_of_path(use.entry);
    const Node* node = node_at(catalogue, entry);
    HUBWATT_EXPECTS(node != nullptr);
    return use.entry + "." + joined(below_entry(key, *node, use.by_default.empty()));
  }
  const Keys pattern = use.basis.empty() ? Keys{} : *keys_of_path(use.basis);
  Keys name = key;
  std::copy(pattern.begin(), pattern.end(), name.begin());
  // A table with a source of its own is alone in what it says.
  if (use.basis.empty() && use.by_default.empty()) return joined(name);
  const bool of_list = name.front() == "hub" || name.front() == "link";
  if (of_list && pattern.size() < 2) name[1] = "*";
  for (std::size_t i = pattern.size(); i < name.size(); ++i)
    if (is_number(name[i])) name[i] = "*";
  return joined(name);
}

bool is_assumed(const InputUse& use, const Keys& key) {
  const bool described = is_one_of(key.front(), platform_keys) || is_one_of(key.front(), workload_keys);
  if (use.confidence != "estimate" || !described) return false;
  if (is_one_of(key.back(), no_figures)) return false;
  const auto value = parse_toml_value(use.value, use.key);
  HUBWATT_ENSURES(value.has_value());
  return figure_of(*value) != Figure::none;
}

enum class Direction { up, down };

// Changes a value in place; the sums before and after tell by how much counts moved.
struct Change {
  Direction direction;
  Figure figure;
  double before = 0.0, after = 0.0;

  double scaled(double x) const { return direction == Direction::up ? 1.1 * x : 0.9 * x; }
  double warmer(double x) const { return direction == Direction::up ? x + 1.0 : x - 1.0; }

  void apply(Node& value) {
    if (auto* elements = std::get_if<Array>(&value.value)) {
      for (Node& element : *elements) apply(element);
    } else if (auto* whole = std::get_if<std::int64_t>(&value.value); whole && figure == Figure::count) {
      const std::int64_t rounded = std::llround(scaled(static_cast<double>(*whole)));
      const std::int64_t next = direction == Direction::up ? *whole + 1 : *whole - 1;
      before += static_cast<double>(*whole);
      *whole = direction == Direction::up ? std::max(rounded, next) : std::min(rounded, next);
      after += static_cast<double>(*whole);
    } else if (const auto number = value.number()) {
      value.value = figure == Figure::temperature ? warmer(*number) : scaled(*number);
    } else if (const std::string* text = value.text(); figure == Figure::temperature) {
      value.value = write_temperature(warmer(*temperature_of(*text)));
    } else {
      const Dimension dimension = *dimension_of(*text);
      value.value = write_quantity(scaled(*read_quantity(*text, dimension).base), dimension);
    }
  }

  std::string told() const {
    const bool up = direction == Direction::up;
    if (figure == Figure::temperature) return up ? "+1 K" : "-1 K";
    if (figure == Figure::count && before > 0.0)
      return fmt::format("{:+.3g} %", 100.0 * (after / before - 1.0));
    return up ? "+10 %" : "-10 %";
  }
};

std::optional<Variation> varied_by(const Scenario& scenario, const Assumption& assumption,
                                   Direction direction) {
  const std::set<std::string_view> keys(assumption.keys.begin(), assumption.keys.end());
  std::vector<Override> of_platform, of_workloads;
  bool moved = false;  // nought stays nought
  Change change{direction, Figure::none};
  for (const InputUse& use : scenario.inputs) {
    if (!keys.contains(use.key)) continue;
    auto value = parse_toml_value(use.value, "--set " + use.key);
    HUBWATT_ENSURES(value.has_value());
    change.figure = use.key.ends_with("_degc") ? Figure::temperature : figure_of(*value);
    if (change.figure == Figure::none) return std::nullopt;
    change.apply(*value);
    moved = moved || toml_text(*value) != use.value;
    Keys path = *keys_of_path(use.key);
    auto& changes = is_one_of(path.front(), workload_keys) ? of_workloads : of_platform;
    changes.push_back({std::move(path), std::move(*value)});
  }
  if (!moved) return std::nullopt;
  Variation out{scenario.platform, change.told(), {}};
  if (!of_platform.empty()) {
    auto platform = platform_with(scenario, of_platform);
    if (!platform) return std::nullopt;
    out.platform = std::move(*platform);
  }
  if (!of_workloads.empty()) {
    auto workloads = workloads_with(scenario, of_workloads);
    if (!workloads) return std::nullopt;
    out.workloads = std::move(*workloads);
  }
  return out;
}

}  // namespace

std::vector<Assumption> estimates_of(const Scenario& scenario) {
  HUBWATT_EXPECTS(scenario.source != nullptr);
  std::vector<Assumption> out;
  for (const InputUse& use : scenario.inputs) {
    const auto key = keys_of_path(use.key);
    if (!key || !is_assumed(use, *key)) continue;
    std::string name = name_of(use, *key, scenario.source->catalogue);
    auto known =
        std::find_if(out.begin(), out.end(), [&name](const Assumption& a) { return a.name == name; });
    if (known == out.end()) {
      out.push_back({std::move(name), use.value, use.file, use.line, use.source, {}});
      known = std::prev(out.end());
    }
    known->keys.push_back(use.key);
    if (known->value != use.value) known->value.clear();
  }
  for (Assumption& assumption : out)
    if (assumption.value.empty()) assumption.value = fmt::format("{} values", assumption.keys.size());
  return out;
}

std::optional<Variation> varied(const Scenario& scenario, const Assumption& assumption) {
  auto higher = varied_by(scenario, assumption, Direction::up);
  return higher ? std::move(higher) : varied_by(scenario, assumption, Direction::down);
}

}  // namespace hubwatt
