// A figure over the years: a constant, values of some years with a line between them, growth after the last.
//   0.42      { 2024 = 1.42, 2030 = 1.28 }      { 2024 = "166 TWh", growth = 0.15 }
//   { 2024 = "102 TWh", 2030 = "277 TWh", between = "geometric" }
// Every number may be a distribution. A value holds before the first year told, and after the last unless it grows.
#pragma once

#include <vector>

#include "scenarios/projection/uncertain.hpp"

namespace hubwatt {

struct YearPoint {
  int year = 0;
  Uncertain value;
};

enum class Between { linear, geometric };

struct YearPath {
  std::vector<YearPoint> points;  // years ascend; one point of year 0 for a constant; never empty once read
  std::vector<YearPoint> growth;  // share per year after the last point, itself a path; empty: none
  Between between = Between::linear;

  // In base units. `year` may be any.
  double at(int year, Draw draw) const;
  int first_year() const { return points.front().year; }
  int last_year() const { return points.back().year; }
};

std::optional<YearPath> read_year_path(const Node& node, ReadBase read, const Scale& scale,
                                       const Limits& limits, Reading& reading);

// A YearPath of V: field_as<YearPathOf<Power>>("peak_power", &ServerClass::peak_power, "...").
template <class V>
struct YearPathOf {
  static std::optional<YearPath> read(const Node& node, const Limits& limits, Reading& reading) {
    return read_year_path(node, &BaseOf<V>::read, Kind<V>::scale(), limits, reading);
  }
  static std::string type() { return Kind<V>::type() + ", by year or constant"; }
  static Scale scale() { return Kind<V>::scale(); }
};

}  // namespace hubwatt
