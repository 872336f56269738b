#include "scenarios/projection/trajectory_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "scenarios/run_files.hpp"

namespace hubwatt {
namespace {

std::string column_unit(const std::string& unit) {
  if (unit == "M") return "million";
  std::string out;
  for (const char c : unit) {
    if (c == '/') {
      out += "_per_";
    } else {
      out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
  }
  return out;
}

// Names of classes and places are the user's and may hold what CSV does not take bare.
std::string csv_cell(const std::string& text) {
  if (text.find_first_of("\",\n\r") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

std::string column_name(const TrajectoryQuantity& quantity, const std::string& statistic) {
  std::string name = quantity.key;
  if (!statistic.empty()) name += "_" + statistic;
  if (!quantity.unit.empty()) name += "_" + column_unit(quantity.unit);
  return csv_cell(name);
}

std::string number(double value) {
  return std::isnan(value) ? std::string() : fmt::format("{:.10g}", value);
}

struct Column {
  std::string name;
  std::vector<double> values;
};

std::vector<Column> columns_of(const ProjectionResult& result) {
  std::vector<Column> out;
  const std::size_t years = result.central.years();
  for (std::size_t q = 0; q < result.quantities.size(); ++q) {
    const auto values = result.central.of(q);
    out.push_back({column_name(result.quantities[q], ""), {values.begin(), values.end()}});
    if (!result.uncertainty) continue;
    const auto& outputs = result.uncertainty->outputs;
    const auto found = std::find(outputs.begin(), outputs.end(), q);
    if (found == outputs.end()) continue;
    const std::size_t first = static_cast<std::size_t>(found - outputs.begin()) * years;
    for (const BandOfName& band : band_names()) {
      Column column{column_name(result.quantities[q], band.name), {}};
      for (std::size_t y = 0; y < years; ++y)
        column.values.push_back(band.of(result.uncertainty->ensemble.bands[first + y]));
      out.push_back(std::move(column));
    }
  }
  return out;
}

}  // namespace

std::string trajectory_csv(const Projection& projection, const ProjectionResult& result) {
  const std::vector<Column> columns = columns_of(result);
  std::string out = "year";
  for (const Column& column : columns) out += "," + column.name;
  out += "\n";
  for (std::size_t y = 0; y < result.central.years(); ++y) {
    out += fmt::format("{}", projection.first_year + static_cast<int>(y));
    for (const Column& column : columns) out += "," + number(column.values[y]);
    out += "\n";
  }
  return out;
}

void write_projection(const Projection& projection, const ProjectionResult& result,
                      const std::filesystem::path& directory, Overwrite overwrite,
                      std::span<const std::string> command_line, const std::string& page) {
  const std::filesystem::path target = result_target(directory, overwrite);
  PartialDirectory partial(target);
  const std::pair<const char*, std::string> files[] = {
      {"trajectory.csv", trajectory_csv(projection, result)},
      {"trajectory.json", trajectory_json(projection, result)},
      {"manifest.json", projection_manifest_json(projection, command_line)},
      {"report.html", page}};
  for (const auto& [name, text] : files) {
    TableFile file(partial.path() / name, text);
    file.close();
  }
  partial.keep_as(target, overwrite);
}

}  // namespace hubwatt
