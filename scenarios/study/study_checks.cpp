#include "scenarios/study/study_checks.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "models/nearest_name.hpp"
#include "scenarios/study/study_keys.hpp"

namespace hubwatt {
namespace {

const Node& element(const Node& root, std::string_view list, std::size_t i) {
  return (*root.find(list)->array())[i];
}

void check_axis_names(const Study& study, const Node& root, Reading& reading) {
  for (std::size_t i = 0; i < study.axes.size(); ++i)
    for (std::size_t other = 0; other < i; ++other)
      if (study.axes[i].name == study.axes[other].name)
        reading.mistake_at_key(
            element(root, "axis", i), element(root, "axis", i).find("name") ? "name" : "key",
            "there is an axis " + in_quotes(study.axes[i].name) + " already", "choose another name");
}

void check_design(const Study& study, const Node& root, Reading& reading) {
  const bool draws = study.design == Design::latin_hypercube;
  for (const char* key : {"samples", "design_seed"})
    if (!draws && root.find(key) != nullptr)
      reading.mistake_at_key(root, key, "belongs to a latin hypercube",
                             "leave it out, or design = \"latin-hypercube\"");
  if (draws && study.samples == 0) {
    reading.mistake_at_key(root, "samples", "is missing: a latin hypercube does not follow from its axes",
                           "write samples = 64");
    return;
  }
  for (std::size_t i = 0; i < study.axes.size(); ++i) {
    const Axis& axis = study.axes[i];
    if (axis.range && !draws)
      reading.mistake_at_key(element(root, "axis", i), "low", "a range belongs to a latin hypercube",
                             "list values, or design = \"latin-hypercube\"");
    if (draws && axis.levels.size() > study.samples)
      reading.mistake_at_key(root, "samples",
                             fmt::format("{} points do not meet the {} levels of axis {}", study.samples,
                                         axis.levels.size(), in_quotes(axis.name)),
                             fmt::format("at least {}", axis.levels.size()));
  }
}

// Twice the same is no second measurement: a run repeats.
void check_seeds(const Study& study, const Node& root, Reading& reading) {
  if (const Node* list = root.find("seeds"); list != nullptr && study.seeds.empty())
    reading.mistake(*list, "is empty", "leave it out for the seed of the scenario");
  for (std::size_t i = 0; i < study.seeds.size(); ++i)
    if (std::count(study.seeds.begin(), study.seeds.begin() + static_cast<std::ptrdiff_t>(i),
                   study.seeds[i]) > 0)
      reading.mistake(element(root, "seeds", i),
                      fmt::format("the seed {} stands here a second time", study.seeds[i]), "leave it out");
}

void check_objectives(const Study& study, const Node& root, Reading& reading) {
  if (const Node* list = root.find("objective"); list != nullptr && study.objectives.empty())
    reading.mistake(*list, "is empty", "leave it out for energy, carbon and cost");
  for (std::size_t i = 0; i < study.objectives.size(); ++i)
    for (std::size_t other = 0; other < i; ++other)
      if (study.objectives[i].figure == study.objectives[other].figure)
        reading.mistake_at_key(element(root, "objective", i), "figure",
                               in_quotes(study.objectives[i].figure) + " is an objective already",
                               "leave one of them out");
}

// A product of counts as it is written, and its value: "20 x 30 levels x 3 seeds".
struct PointCount {
  std::string text;
  double points = 1.0;
};

PointCount count_points(const Study& study) {
  PointCount out;
  if (study.design == Design::latin_hypercube) {
    out = {fmt::format("{} samples", study.samples), static_cast<double>(study.samples)};
  } else if (study.design == Design::one_at_a_time) {
    std::size_t points = 1;
    for (const Axis& axis : study.axes) points += axis.levels.size() - 1;
    out = {fmt::format("{} levels", points), static_cast<double>(points)};
  } else {
    for (const Axis& axis : study.axes) {
      out.text += (out.text.empty() ? "" : " x ") + std::to_string(axis.levels.size());
      out.points *= static_cast<double>(axis.levels.size());
    }
    out.text += " levels";
  }
  if (study.seeds.size() > 1) {
    out.text += fmt::format(" x {} seeds", study.seeds.size());
    out.points *= static_cast<double>(study.seeds.size());
  }
  return out;
}

void check_points(const Study& study, const Node& root, Reading& reading) {
  const PointCount count = count_points(study);
  if (count.points > static_cast<double>(most_points))
    reading.mistake_at_key(
        root, "axis",
        fmt::format("{} = {:.10g} points, and {} are the most", count.text, count.points, most_points),
        study.design == Design::full_factorial
            ? "leave levels out, or design = \"latin-hypercube\" with samples"
            : "ask for fewer");
}

}  // namespace

void check_study(const Study& study, const Node& root, Reading& reading) {
  const std::size_t before = reading.mistakes.size();
  if (study.axes.empty()) reading.mistake(*root.find("axis"), "is empty: nothing differs", "add an [[axis]]");
  check_axis_names(study, root, reading);
  check_design(study, root, reading);
  check_seeds(study, root, reading);
  check_objectives(study, root, reading);
  check_study_keys(study, root, reading);
  if (reading.mistakes.size() == before) check_points(study, root, reading);
}

}  // namespace hubwatt
