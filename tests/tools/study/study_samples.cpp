#include "tests/tools/study/study_samples.hpp"

namespace hubwatt::test {

namespace {

void add_rows(StudyResults& results, const std::vector<std::uint64_t>& seeds, const ValuesOf& values,
              std::vector<std::size_t>& at, std::size_t axis) {
  if (axis < results.axes.size()) {
    for (at[axis] = 0; at[axis] < results.axes[axis].levels.size(); ++at[axis])
      add_rows(results, seeds, values, at, axis + 1);
    return;
  }
  for (const std::uint64_t seed : seeds) {
    StudyRow row{results.rows.size() + 1, seed, {}, StudyRow::State::done, "", values(at, seed)};
    for (std::size_t a = 0; a < at.size(); ++a) row.levels.push_back(results.axes[a].levels[at[a]].name);
    results.rows.push_back(std::move(row));
  }
}

}  // namespace

Axis axis_of(const std::string& name, const std::vector<std::string>& levels) {
  Axis out{name, {}, std::nullopt};
  for (const std::string& level : levels)
    out.levels.push_back({level, {"hub.a." + name + "=\"" + level + "\""}});
  return out;
}

Axis range_of(const std::string& name, double low, double high, const std::string& unit) {
  return {name, {}, Range{"hub.a." + name, low, high, unit}};
}

StudyResults full_factorial(std::vector<Axis> axes, std::vector<std::uint64_t> seeds,
                            std::vector<std::string> figures, const ValuesOf& values) {
  StudyResults out{"sample", "two-hubs.toml", "1.2.3", "d1", "full-factorial",
                   {},       std::move(axes), {},      {},   {}};
  out.figures = std::move(figures);
  out.objectives = {{out.figures.front(), Objective::Best::lowest}};
  std::vector<std::size_t> at(out.axes.size());
  add_rows(out, seeds, values, at, 0);
  return out;
}

StudyResults cost_against_carbon() {
  StudyResults out = full_factorial(
      {axis_of("cooling", {"air", "cold-plate", "immersion"}), axis_of("policy", {"nearest", "greenest"})},
      {1, 2},
      {"total.cost_cny", "total.carbon_location_kg", "total.green_share", "compliance.kept",
       "compliance.missed"},
      [](const std::vector<std::size_t>& at, std::uint64_t seed) {
        const double cooling = static_cast<double>(at[0]), green = static_cast<double>(at[1]);
        const double noise = seed == 1 ? -1000.0 : 1000.0;
        return std::vector<std::optional<double>>{4e6 - 5e5 * cooling + 3e5 * green + noise,
                                                  9e5 - 1e5 * cooling - 2e5 * green - noise,
                                                  0.4 + 0.3 * green, 3.0 + green, 1.0 - green};
      });
  out.objectives.push_back({"total.carbon_location_kg", Objective::Best::lowest});
  return out;
}

StudyResults unfinished_study() {
  StudyResults out = cost_against_carbon();
  out.rows[3].state = StudyRow::State::failed;
  out.rows[3].problem = "a.toml:3:1: hub.a: <b>no</b> power\nand more";
  out.rows[3].values.clear();
  out.rows[7].state = StudyRow::State::waiting;
  out.rows[7].values.clear();
  return out;
}

}  // namespace hubwatt::test
