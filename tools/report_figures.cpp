#include "tools/report_figures.hpp"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

namespace hubwatt {

std::string number(const nlohmann::ordered_json& value, double scale) {
  if (value.is_null()) return "-";
  const double v = value.get<double>() * scale;
  const double size = std::abs(v);
  constexpr double rounding = 1e-9;
  if (size < rounding) return "0";
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

std::string money_words(const Words& words, const nlohmann::ordered_json& cny) {
  if (words.language() == Language::english || cny.is_null()) return words.with("{} CNY", number(cny));
  const double size = std::abs(cny.get<double>());
  if (size >= 1e8) return number(cny, 1e-8) + " 亿元";
  if (size >= 1e4) return number(cny, 1e-4) + " 万元";
  return words.with("{} CNY", number(cny));
}

std::string money_of_table(const Words& words, const nlohmann::ordered_json& cny) {
  return number(cny, words.language() == Language::chinese ? 1e-4 : 1e-3);
}

}  // namespace hubwatt
