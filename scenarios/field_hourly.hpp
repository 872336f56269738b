// Figures by hour: one value for all hours, or { file = "grid.csv", column = "price_cny_per_kwh" }.
#pragma once

#include "models/hourly.hpp"
#include "scenarios/field.hpp"

namespace hubwatt {

struct ColumnOfFile {
  std::string file;
  std::string column;
};
template <>
Form<ColumnOfFile> form_of();

// Rows of the column a table names, in base units of `dimension`.
std::optional<std::vector<double>> read_column(const Node& node, const Dimension& dimension,
                                               const Limits& limits, Reading& reading);

template <class V>
struct Kind<Hourly<V>> {
  static std::optional<Hourly<V>> read(const Node& node, const Limits& limits, Reading& reading) {
    if (node.table() == nullptr) {
      const auto constant = Kind<V>::read(node, limits, reading);
      if (!constant) return std::nullopt;
      return Hourly<V>(*constant);
    }
    const auto rows = read_column(node, scale().dimension.value_or(Dimension{}), limits, reading);
    if (!rows) return std::nullopt;
    return Hourly<V>(std::vector<V>(rows->begin(), rows->end()));
  }
  static std::string type() { return Kind<V>::type() + ", or { file, column } by hour"; }
  static Scale scale() { return Kind<V>::scale(); }
};

}  // namespace hubwatt
