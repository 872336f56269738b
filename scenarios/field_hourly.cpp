#include "scenarios/field_hourly.hpp"

#include "models/quantity.hpp"
#include "scenarios/hourly_column.hpp"

namespace hubwatt {
namespace {

// The unit a figure is usually written in, for columns whose names end in none.
std::string_view plain_unit(const Dimension& dimension) {
  if (dimension == CarbonIntensity::dimension) return "kg/kWh";
  if (dimension == Price::dimension) return "CNY/kWh";
  if (dimension == Power::dimension) return "kW";
  if (dimension == Irradiance::dimension) return "W/m2";
  return "";
}

}  // namespace

template <>
Form<ColumnOfFile> form_of() {
  return {"an hourly figure",
          {field("file", &ColumnOfFile::file, "CSV file with 24, 8760 or 8784 rows of local standard time; a column of dates is checked"),
           field("column", &ColumnOfFile::column,
                 "name of the column; its ending tells the unit, as in _cny_per_kwh; with none, kg/kWh, "
                 "CNY/kWh or W/m2")},
          {}};
}

std::optional<std::vector<double>> read_column(const Node& node, const Dimension& dimension,
                                               const Limits& limits, Reading& reading) {
  const std::size_t before = reading.mistakes.size();
  const auto named = read_form(node, form_of<ColumnOfFile>(), reading);
  if (!named || reading.mistakes.size() != before) return std::nullopt;
  const InputFile* file = reading.file_at(*node.find("file"));
  if (file == nullptr) return std::nullopt;
  return read_hourly_column(*file, named->column, dimension, plain_unit(dimension), {limits.low, limits.high},
                            reading.mistakes);
}

}  // namespace hubwatt
