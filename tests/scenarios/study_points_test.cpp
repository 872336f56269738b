// Designs by their properties, over thousands of random studies.
#include "scenarios/study/study_points.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <set>

#include "models/random.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {

std::size_t below(std::size_t n, Random& random) {
  return static_cast<std::size_t>(random.uniform() * static_cast<double>(n));
}

Axis axis_of_levels(std::size_t number, std::size_t levels) {
  Axis axis{"axis " + std::to_string(number), {}, {}};
  for (std::size_t i = 0; i < levels; ++i) {
    const std::string text = std::to_string(number) + "-" + std::to_string(i);
    axis.levels.push_back({text, {"key-" + text + "=1", "other-" + text + "=2"}});
  }
  return axis;
}

Study random_study(Design design, std::size_t most_levels, Random& random) {
  Study study;
  study.design = design;
  study.set = {"duration=1 d"};
  for (std::size_t seed = 0; seed <= below(3, random); ++seed) study.seeds.push_back(7 * seed + 3);
  for (std::size_t axis = 0; axis <= below(4, random); ++axis)
    study.axes.push_back(axis_of_levels(axis, 2 + below(most_levels - 1, random)));
  return study;
}

std::vector<std::string> levels_of_first(const Study& study) {
  std::vector<std::string> out;
  for (const Axis& axis : study.axes) out.push_back(axis.levels.front().name);
  return out;
}

// What holds of every design.
void check_order(const Study& study, const std::vector<StudyPoint>& points) {
  REQUIRE_FALSE(points.empty());
  REQUIRE(points.size() % study.seeds.size() == 0);
  for (std::size_t i = 0; i < points.size(); ++i) {
    const StudyPoint& point = points[i];
    REQUIRE(point.number == i + 1);
    REQUIRE(point.seed == study.seeds[i % study.seeds.size()]);
    REQUIRE(point.levels.size() == study.axes.size());
    REQUIRE(point.levels == points[i - i % study.seeds.size()].levels);
    std::vector<std::string> set = study.set;
    for (std::size_t a = 0; a < study.axes.size(); ++a)
      for (const Level& level : study.axes[a].levels)
        if (level.name == point.levels[a]) set.insert(set.end(), level.set.begin(), level.set.end());
    if (study.design != Design::latin_hypercube) REQUIRE(point.set == set);
  }
  const std::vector<StudyPoint> again = study_points(study);
  REQUIRE(again.size() == points.size());
  for (std::size_t i = 0; i < points.size(); ++i) REQUIRE(again[i].set == points[i].set);
}

double number_in(const std::string& text) {
  double out = 0.0;
  std::from_chars(text.data(), text.data() + text.size(), out);
  return out;
}

}  // namespace

TEST_CASE("a full factorial has every level with every other once, the last axis fastest") {
  Random random(1, "factorial");
  for (int trial = 0; trial < 2000; ++trial) {
    const Study study = random_study(Design::full_factorial, 5, random);
    const std::vector<StudyPoint> points = study_points(study);
    check_order(study, points);
    std::size_t product = study.seeds.size();
    for (const Axis& axis : study.axes) product *= axis.levels.size();
    REQUIRE(points.size() == product);
    for (std::size_t i = 0; i < points.size(); i += study.seeds.size()) {
      std::size_t rest = i / study.seeds.size();
      for (std::size_t axis = study.axes.size(); axis-- > 0;) {
        const auto& levels = study.axes[axis].levels;
        REQUIRE(points[i].levels[axis] == levels[rest % levels.size()].name);
        rest /= levels.size();
      }
    }
  }
}

TEST_CASE("one at a time has the first level of all, then each other level by itself, and nothing twice") {
  Random random(2, "one at a time");
  for (int trial = 0; trial < 2000; ++trial) {
    const Study study = random_study(Design::one_at_a_time, 9, random);
    const std::vector<StudyPoint> points = study_points(study);
    check_order(study, points);
    const std::vector<std::string> first = levels_of_first(study);
    std::set<std::vector<std::string>> seen;
    std::vector<std::string> changed;  // in the order of points
    for (std::size_t i = 0; i < points.size(); i += study.seeds.size()) {
      REQUIRE(seen.insert(points[i].levels).second);
      std::size_t others = 0;
      for (std::size_t axis = 0; axis < first.size(); ++axis)
        if (points[i].levels[axis] != first[axis]) ++others, changed.push_back(points[i].levels[axis]);
      REQUIRE(others == (i == 0 ? 0 : 1));
    }
    std::vector<std::string> all;
    for (const Axis& axis : study.axes)
      for (std::size_t level = 1; level < axis.levels.size(); ++level) all.push_back(axis.levels[level].name);
    REQUIRE(changed == all);
  }
}

TEST_CASE("a latin hypercube meets each part of a range once and each level as often as the others") {
  Random random(3, "hypercube");
  for (int trial = 0; trial < 3000; ++trial) {
    Study study = random_study(Design::latin_hypercube, 7, random);
    study.samples = 7 + below(60, random);
    study.design_seed = random.bits();
    const double low = (random.uniform() - 0.5) * std::pow(10.0, 8.0 * random.uniform() - 4.0);
    const double width = std::pow(10.0, 8.0 * random.uniform() - 4.0);
    study.axes.push_back({"range", {}, Range{"hub.a.battery.capacity", low, low + width, "MWh"}});
    study.axes.push_back({"plain", {}, Range{"inference.chat.tokens_in", 10.0, 11.0, ""}});
    const std::vector<StudyPoint> points = study_points(study);
    check_order(study, points);
    REQUIRE(points.size() == study.samples * study.seeds.size());
    for (std::size_t axis = 0; axis < study.axes.size(); ++axis) {
      std::map<std::string, std::size_t> met;
      std::set<long> parts;
      for (std::size_t i = 0; i < points.size(); i += study.seeds.size()) {
        const std::string& level = points[i].levels[axis];
        ++met[level];
        if (const auto& range = study.axes[axis].range) {
          const double share = (number_in(level) - range->low) / (range->high - range->low);
          // A border may fall to either side by rounding, so what is near one counts for the part above it.
          parts.insert(static_cast<long>(std::floor(share * static_cast<double>(study.samples) + 1e-6)));
          REQUIRE(level.ends_with(" MWh") == !range->unit.empty());
          const std::string value = range->unit.empty() ? level : "\"" + level + "\"";
          REQUIRE(std::count(points[i].set.begin(), points[i].set.end(), range->key + "=" + value) == 1);
        }
      }
      if (study.axes[axis].range) {
        REQUIRE(parts.size() == study.samples);
        REQUIRE(*parts.begin() == 0);
        REQUIRE(*parts.rbegin() == static_cast<long>(study.samples) - 1);
      } else {
        REQUIRE(met.size() == study.axes[axis].levels.size());
        const auto [least, most] = std::minmax_element(
            met.begin(), met.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
        REQUIRE(most->second - least->second <= 1);
      }
    }
  }
}

TEST_CASE("another axis moves no draw of a latin hypercube, and another seed moves them all") {
  Study study;
  study.design = Design::latin_hypercube;
  study.samples = 200;
  study.seeds = {1};
  study.axes = {{"range", {}, Range{"a", 0.0, 1.0, ""}}};
  const auto column = [](const Study& of, std::size_t axis) {
    std::vector<std::string> out;
    for (const StudyPoint& point : study_points(of)) out.push_back(point.levels[axis]);
    return out;
  };
  const std::vector<std::string> alone = column(study, 0);
  study.axes.insert(study.axes.begin(), axis_of_levels(0, 3));
  CHECK(column(study, 1) == alone);
  study.design_seed = 1;
  CHECK(column(study, 1) != alone);
  study.axes.push_back({"another range", {}, Range{"b", 0.0, 1.0, ""}});
  CHECK(column(study, 2) != column(study, 1));
}
