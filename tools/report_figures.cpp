#include "tools/report_figures.hpp"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

namespace hubwatt {

std::string number(const nlohmann::ordered_json& value, double scale) {
  if (value.is_null()) return "-";
  const double v = value.get<double>() * scale;
  if (v == 0.0) return "0";
  const double size = std::abs(v);
  if (size >= 1e12) return fmt::format("{:.3e}", v);
  if (size >= 1000.0) return fmt::format("{:.0f}", v);
  if (size >= 100.0) return fmt::format("{:.1f}", v);
  if (size >= 10.0) return fmt::format("{:.2f}", v);
  return size >= 0.001 ? fmt::format("{:.3f}", v) : fmt::format("{:.2e}", v);
}

std::string percent(const nlohmann::ordered_json& value) {
  return value.is_null() ? "-" : fmt::format("{:.1f} %", value.get<double>() * 100.0);
}

std::string energy_words(double kwh) {
  if (kwh >= 1e9) return fmt::format("{:.3f} TWh", kwh / 1e9);
  if (kwh >= 1e6) return fmt::format("{:.3f} GWh", kwh / 1e6);
  if (kwh >= 1e3) return fmt::format("{:.3f} MWh", kwh / 1e3);
  return fmt::format("{:.3f} kWh", kwh);
}

}  // namespace hubwatt
