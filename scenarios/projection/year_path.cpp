#include "scenarios/projection/year_path.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "models/contract.hpp"
#include "scenarios/field.hpp"

namespace hubwatt {

template <>
inline constexpr std::array<std::string_view, 2> names_of<Between>{"linear", "geometric"};

namespace {

constexpr int earliest = 1950, latest = 2150;
constexpr Limits any_growth{.low = -1.0, .low_end = Limits::End::excluded};

double between_points(const YearPoint& a, const YearPoint& b, int year, Between between, Draw draw) {
  const double low = a.value.in(draw), high = b.value.in(draw);
  const double part = static_cast<double>(year - a.year) / (b.year - a.year);
  return between == Between::linear ? low + (high - low) * part : low * std::pow(high / low, part);
}

double value_of(const std::vector<YearPoint>& points, Between between, int year, Draw draw) {
  const auto after =
      std::find_if(points.begin(), points.end(), [year](const YearPoint& p) { return p.year > year; });
  if (after == points.begin()) return points.front().value.in(draw);
  const YearPoint& before = *(after - 1);
  if (after == points.end() || before.year == year) return before.value.in(draw);
  return between_points(before, *after, year, between, draw);
}

bool is_year_text(std::string_view key) {
  return !key.empty() && key.find_first_not_of("0123456789") == std::string_view::npos;
}

// Whether a table is a path, and no distribution.
bool is_path(const Table& table) {
  return std::any_of(table.begin(), table.end(), [](const Member& member) {
    return is_year_text(member.key) || member.key == "growth" || member.key == "between";
  });
}

std::optional<int> read_year(const Node& table, const Member& member, Reading& reading) {
  int year = 0;
  const char* const end = member.key.data() + member.key.size();
  const auto [stop, problem] = std::from_chars(member.key.data(), end, year);
  if (problem == std::errc() && stop == end && year >= earliest && year <= latest) return year;
  reading.mistake_at_key(
      table, member.key, "is no year from 1950 to 2150",
      "a path has years, as in { 2024 = ..., 2030 = ... }, and may have 'growth' and 'between'");
  return std::nullopt;
}

// The keys of a path that are years, as points.
std::vector<YearPoint> read_points(const Node& node, ReadBase read, const Scale& scale, const Limits& limits,
                                   Reading& reading) {
  std::vector<YearPoint> points;
  for (const Member& member : *node.table()) {
    if (member.key == "growth" || member.key == "between") continue;
    const auto year = read_year(node, member, reading);
    const auto value = read_uncertain(member.node, read, scale, limits, reading);
    if (!year || !value) continue;
    if (!points.empty() && points.back().year >= *year) {
      reading.mistake_at_key(node, member.key, "comes after " + std::to_string(points.back().year),
                             "write years in ascending order");
      continue;
    }
    points.push_back({*year, *value});
  }
  return points;
}

std::vector<YearPoint> read_growth(const Node& node, Reading& reading) {
  const Scale plain;
  const auto path = read_year_path(node, &BaseOf<double>::read, plain, any_growth, reading);
  if (!path) return {};
  if (!path->growth.empty())
    reading.mistake_at_key(node, "growth", "is the growth of a growth", "tell growth by year");
  return path->points;
}

void check_geometric(const YearPath& path, const Limits& limits, const Node& node, Reading& reading) {
  const bool positive_only =
      limits.low > 0.0 || (limits.low == 0.0 && limits.low_end == Limits::End::excluded);
  for (const YearPoint& point : path.points)
    if (!positive_only && (point.value.central <= 0.0 || point.value.input >= 0))
      return reading.mistake_at_key(node, "between", "is geometric, and not every value is a number above 0",
                                    "use between = \"linear\"");
}

// Growth leads anywhere in time, so it is for figures that have no limit above 0 and none below infinity.
void check_growth(const Node& node, const Limits& limits, const Scale& scale, Reading& reading) {
  if (limits.low <= 0.0 && std::isinf(limits.high)) return;
  reading.mistake_at_key(node, "growth",
                         "leads out of the range of this key (" + to_text(limits, scale) + ")",
                         "give a value for the last year in its place");
}

}  // namespace

double YearPath::at(int year, Draw draw) const {
  HUBWATT_EXPECTS(!points.empty());
  double value = value_of(points, between, year, draw);
  if (growth.empty()) return value;
  for (int y = last_year() + 1; y <= year; ++y) value *= 1.0 + value_of(growth, Between::linear, y, draw);
  return value;
}

std::optional<YearPath> read_year_path(const Node& node, ReadBase read, const Scale& scale,
                                       const Limits& limits, Reading& reading) {
  if (node.table() == nullptr || !is_path(*node.table())) {
    const auto constant = read_uncertain(node, read, scale, limits, reading);
    if (!constant) return std::nullopt;
    return YearPath{{{0, *constant}}, {}, Between::linear};
  }
  const std::size_t mistakes_before = reading.mistakes.size();
  YearPath path;
  path.points = read_points(node, read, scale, limits, reading);
  if (const Node* growth = node.find("growth")) {
    path.growth = read_growth(*growth, reading);
    check_growth(node, limits, scale, reading);
  }
  if (const Node* between = node.find("between")) {
    if (const auto kind = Kind<Between>::read(*between, any_number, reading)) path.between = *kind;
    if (path.between == Between::geometric) check_geometric(path, limits, node, reading);
  }
  if (path.points.empty() && reading.mistakes.size() == mistakes_before)
    reading.mistake_at_key(node, "growth", "starts from no year",
                           "add the value of a year, as in { 2024 = ..., growth = ... }");
  if (reading.mistakes.size() != mistakes_before) return std::nullopt;
  return path;
}

}  // namespace hubwatt
