#include "tools/trajectory_shape.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string_view>

namespace hubwatt {

namespace {

using Json = nlohmann::json;

// A place in the file. Steps to members and elements keep its name for the message.
struct Place {
  const Json& value;
  std::string key;

  [[noreturn]] void refuse(std::string problem) const { throw ShapeFault{key, std::move(problem)}; }
  bool holds(const char* member) const { return value.contains(member) && !value.at(member).is_null(); }
  std::string inner(std::string_view name) const {
    return key.empty() ? std::string(name) : fmt::format("{}.{}", key, name);
  }
  Place member(const char* name) const {
    if (!value.is_object()) refuse("is no table");
    if (!value.contains(name)) throw ShapeFault{inner(name), "is missing"};
    return {value.at(name), inner(name)};
  }
  template <class Check>
  void each(Check check) const {
    if (!value.is_array()) refuse("is no list");
    for (std::size_t at = 0; at < value.size(); ++at) check(Place{value[at], inner(std::to_string(at))});
  }
};

void text(const Place& place) {
  if (!place.value.is_string()) place.refuse("is no text");
}
// A figure; null where there is none to tell.
void number(const Place& place) {
  if (!place.value.is_number() && !place.value.is_null()) place.refuse("is no number");
}
void texts(const Place& place, std::initializer_list<const char*> names) {
  for (const char* name : names) text(place.member(name));
}
void numbers(const Place& place, std::initializer_list<const char*> names) {
  for (const char* name : names) number(place.member(name));
}

// One figure for each year.
void row(const Place& place, std::size_t years) {
  place.each(number);
  if (place.value.size() != years)
    place.refuse(fmt::format("holds {} figures for {} years", place.value.size(), years));
}

std::size_t checked_years(const Place& years) {
  long last = 0;
  years.each([&](const Place& year) {
    if (!year.value.is_number_integer()) year.refuse("is no year");
    if (year.value.get<long>() <= last) year.refuse("comes after a later year");
    last = year.value.get<long>();
  });
  if (years.value.empty()) years.refuse("holds no year");
  return years.value.size();
}

void check_quantities(const Place& quantities, std::size_t years) {
  bool energy = false;
  quantities.each([&](const Place& quantity) {
    texts(quantity, {"key", "unit", "label", "definition"});
    if (!quantity.member("headline").value.is_boolean())
      quantity.member("headline").refuse("is no truth value");
    row(quantity.member("central"), years);
    energy = energy || quantity.value.at("key") == "facility_energy";
    if (!quantity.holds("bands")) return;
    for (const char* band : {"mean", "p05", "p25", "p50", "p75", "p95"})
      row(quantity.member("bands").member(band), years);
  });
  if (!energy) quantities.refuse("holds no facility_energy");
}

void check_uncertainty(const Place& uncertainty) {
  texts(uncertainty, {"sequence"});
  numbers(uncertainty, {"draws", "seed"});
  uncertainty.member("inputs").each([](const Place& input) {
    texts(input, {"path", "distribution", "central", "p05", "p95"});
  });
  uncertainty.member("sobol").each([](const Place& sobol) {
    texts(sobol, {"quantity"});
    numbers(sobol, {"year"});
    sobol.member("groups").each([](const Place& group) {
      group.member("inputs").each(text);
      numbers(group, {"first", "first_error", "total", "total_error"});
    });
  });
  uncertainty.member("tornado").each([](const Place& tornado) {
    texts(tornado, {"quantity", "unit"});
    numbers(tornado, {"year", "central"});
    tornado.member("bars").each([](const Place& bar) {
      texts(bar, {"input"});
      numbers(bar, {"at_p05", "at_p95"});
    });
  });
}

void check_parts(const Place& parts, std::size_t count) {
  parts.each([](const Place& part) {
    texts(part, {"driver"});
    numbers(part, {"change"});
  });
  if (parts.value.size() != count) parts.refuse("tells other drivers than the whole span");
}

void check_attribution(const Place& attribution) {
  texts(attribution, {"quantity", "unit", "method"});
  numbers(attribution, {"from", "to", "change"});
  const std::size_t drivers = attribution.member("parts").value.size();
  check_parts(attribution.member("parts"), drivers);
  attribution.member("by_year").each([&](const Place& step) {
    numbers(step, {"year"});
    check_parts(step.member("parts"), drivers);
  });
}

void check(const Place& file) {
  if (file.member("schema").value != 1)
    file.member("schema").refuse("is not 1, so another version wrote this file");
  texts(file, {"name"});
  texts(file.member("scope"), {"id", "note"});
  const std::size_t years = checked_years(file.member("years"));
  check_quantities(file.member("quantities"), years);
  if (file.holds("uncertainty")) check_uncertainty(file.member("uncertainty"));
  file.member("attribution").each(check_attribution);
  file.member("coupling").each([](const Place& plant) {
    texts(plant, {"plant", "scenario"});
    if (!plant.member("figures").value.is_object()) plant.member("figures").refuse("is no table");
  });
  file.member("beside").each([&](const Place& beside) {
    texts(beside, {"name", "why"});
    texts(beside.member("scope"), {"id", "note"});
    row(beside.member("facility_energy"), years);
  });
  file.member("economy").each([](const Place& claim) {
    texts(claim, {"source", "claim", "unit"});
    number(claim.member("figure"));
  });
  file.member("contradictions").each([](const Place& contradiction) {
    texts(contradiction, {"about", "reading"});
    contradiction.member("says").each([](const Place& says) { texts(says, {"source", "figure"}); });
  });
}

}  // namespace

std::optional<ShapeFault> trajectory_fault(const std::string& trajectory) {
  const Json file = Json::parse(trajectory);
  try {
    check({file, ""});
  } catch (const ShapeFault& fault) {
    return fault;
  }
  return std::nullopt;
}

}  // namespace hubwatt
