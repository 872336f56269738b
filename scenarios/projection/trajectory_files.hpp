// The directory of a finished projection: trajectory.csv (a row per year), trajectory.json (all of it), manifest.json
// (what it was made of), report.html (a page, which the caller brings). None holds a clock time, a machine's name or a path of the output: the same file and seed give
// the same bytes.
#pragma once

#include <filesystem>
#include <span>
#include <string>

#include "scenarios/projection/project.hpp"
#include "scenarios/result_directory.hpp"

namespace hubwatt {

// Columns: year, then each quantity; headline ones with mean and quantiles beside where inputs are drawn. Column names
// end in their unit: facility_energy_twh, facility_energy_p05_twh.
std::string trajectory_csv(const Projection& projection, const ProjectionResult& result);
// An object of: schema, name, region, scope {id, note}, years, and
//   quantities     [{key, unit, label, definition, headline, central [per year], bands {mean, p05 .. p95: [per year]}}]
//   uncertainty    null, or {sequence, draws, seed, precision {asked, reached}, inputs [{path, distribution, central, p05,
//                  p95}], sobol [{quantity, year, groups [{inputs, first, first_error, total, total_error}]}],
//                  tornado [{quantity, year, unit, central, bars [{input, at_p05, at_p95}]}]}
//   attribution    [{quantity, unit, method, from, to, change, parts [{driver, change}], by_year [{year, parts}]}]
//   coupling       [{plant, scenario, overrides, hubs, weeks [{start, weight}], figures, full_year, error}]
//   beside         [{name, scope, why, facility_energy [TWh per year, null where not told]}]
//   economy        [{source, claim, figure, unit}]
//   contradictions [{about, says [{source, figure}], reading}]
// Figures without a value are null. Checked on reading by tools/trajectory_shape.hpp.
std::string trajectory_json(const Projection& projection, const ProjectionResult& result);
std::string projection_manifest_json(const Projection& projection, std::span<const std::string> command_line);

// Writes them, `page` as report.html. Throws UsageError where the directory exists and may not be replaced, Error where
// the disk refuses.
void write_projection(const Projection& projection, const ProjectionResult& result,
                      const std::filesystem::path& directory, Overwrite overwrite,
                      std::span<const std::string> command_line, const std::string& page);

}  // namespace hubwatt
