#include "scenarios/study/study_points.hpp"

#include <algorithm>
#include <numeric>

#include "models/contract.hpp"
#include "models/random.hpp"
#include "scenarios/study/study_range.hpp"

namespace hubwatt {
namespace {

// What an axis is at one point.
struct Setting {
  std::string name;
  std::vector<std::string> set;
};

Setting setting(const Level& level) {
  return {level.name, level.set};
}

// The points of a study as they are made: one for each of its seeds.
class Points {
 public:
  explicit Points(const Study& study) : study_(study) {}

  void add(const std::vector<Setting>& settings) {
    StudyPoint point{0, 0, {}, study_.set};
    for (const Setting& one : settings) {
      point.levels.push_back(one.name);
      point.set.insert(point.set.end(), one.set.begin(), one.set.end());
    }
    for (const std::uint64_t seed : study_.seeds) {
      point.number = points_.size() + 1, point.seed = seed;
      points_.push_back(point);
    }
  }
  // By the position of each axis's level.
  void add(const std::vector<std::size_t>& levels) {
    std::vector<Setting> settings;
    for (std::size_t axis = 0; axis < levels.size(); ++axis)
      settings.push_back(setting(study_.axes[axis].levels[levels[axis]]));
    add(settings);
  }
  std::vector<StudyPoint> take() { return std::move(points_); }

 private:
  const Study& study_;
  std::vector<StudyPoint> points_;
};

// Counts up as an odometer does, the last axis fastest.
void full_factorial(const Study& study, Points& points) {
  std::vector<std::size_t> levels(study.axes.size(), 0);
  for (;;) {
    points.add(levels);
    std::size_t axis = levels.size();
    while (axis > 0 && ++levels[axis - 1] == study.axes[axis - 1].levels.size()) levels[--axis] = 0;
    if (axis == 0) return;
  }
}

void one_at_a_time(const Study& study, Points& points) {
  std::vector<std::size_t> levels(study.axes.size(), 0);
  points.add(levels);
  for (std::size_t axis = 0; axis < levels.size(); ++axis) {
    for (levels[axis] = 1; levels[axis] < study.axes[axis].levels.size(); ++levels[axis]) points.add(levels);
    levels[axis] = 0;
  }
}

// 0 .. n - 1 in random order (Durstenfeld, CACM 7, 1964).
std::vector<std::size_t> shuffled(std::size_t n, Random& random) {
  std::vector<std::size_t> out(n);
  std::iota(out.begin(), out.end(), std::size_t{0});
  for (std::size_t i = n; i > 1; --i) {
    const auto other = static_cast<std::size_t>(random.uniform() * static_cast<double>(i));
    std::swap(out[i - 1], out[other]);
  }
  return out;
}

// Some value of one of n equal parts of a range.
Setting within_part(const Range& range, std::size_t part, std::size_t n, Random& random) {
  const auto border = [&](std::size_t i) {
    const double share = static_cast<double>(i) / static_cast<double>(n);
    return range.low + share * (range.high - range.low);
  };
  const double from = border(part), to = border(part + 1);
  const double drawn = from + random.uniform() * (to - from);
  const std::string number = drawn < to ? number_between(drawn, from, to) : number_between(from, from, to);
  return {value_text(range, number), {override_text(range, number)}};
}

// The settings of one axis, by sample. Levels share the parts as evenly as they can. Draws follow from the seed and
// the axis's name alone, so another axis moves none of them.
std::vector<Setting> latin_column(const Axis& axis, std::size_t samples, std::uint64_t seed) {
  Random random(seed, "study axis " + axis.name);
  std::vector<Setting> column;
  for (const std::size_t part : shuffled(samples, random))
    column.push_back(axis.range ? within_part(*axis.range, part, samples, random)
                                : setting(axis.levels[part * axis.levels.size() / samples]));
  return column;
}

void latin_hypercube(const Study& study, Points& points) {
  std::vector<std::vector<Setting>> columns;
  for (const Axis& axis : study.axes) columns.push_back(latin_column(axis, study.samples, study.design_seed));
  for (std::size_t sample = 0; sample < study.samples; ++sample) {
    std::vector<Setting> settings;
    for (auto& column : columns) settings.push_back(std::move(column[sample]));
    points.add(settings);
  }
}

}  // namespace

std::vector<StudyPoint> study_points(const Study& study) {
  HUBWATT_EXPECTS(!study.seeds.empty() && !study.axes.empty());
  for (const Axis& axis : study.axes)
    HUBWATT_EXPECTS(axis.levels.empty() == axis.range.has_value() &&
                    (!axis.range || study.design == Design::latin_hypercube));
  Points points(study);
  switch (study.design) {
    case Design::full_factorial:
      full_factorial(study, points);
      break;
    case Design::one_at_a_time:
      one_at_a_time(study, points);
      break;
    case Design::latin_hypercube:
      latin_hypercube(study, points);
      break;
  }
  return points.take();
}

}  // namespace hubwatt
