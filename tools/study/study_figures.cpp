#include "tools/study/study_figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "tools/study/study_settings.hpp"

namespace hubwatt {

namespace {

constexpr std::array headline_paths = {
    "total.facility_energy_kwh",
    "total.pue",
    "total.green_share",
    "total.cfe_score",
    "total.carbon_location_kg",
    "total.carbon_market_kg",
    "total.water_l",
    "total.cost_cny",
    "total.peak_power_kw",
    "total.gpu_allocation",
    "jobs.completed",
    "jobs.mean_wait_s",
    "compliance.kept",
    "compliance.missed",
};

constexpr std::array shares = {
    "green_share",      "cfe_score",        "cfe_score_without_grid",
    "gpu_allocation",   "gpu_activity",     "server_utilization",
    "rack_occupancy",   "load_factor",      "erf",
    "served_share",     "availability",     "slo_attainment",
    "mean_utilization", "peak_utilization",
};

struct Ending {
  std::string_view text;
  FigureKind kind;
};

constexpr std::array endings = {
    Ending{"_kwh", FigureKind::energy}, Ending{"_kw", FigureKind::power},  Ending{"_kg", FigureKind::mass},
    Ending{"_l", FigureKind::water},    Ending{"_cny", FigureKind::money}, Ending{"_s", FigureKind::seconds},
    Ending{"_h", FigureKind::hours},
};

// From the smallest up.
std::vector<FigureUnit> units_of(FigureKind kind, Language language) {
  const bool chinese = language == Language::chinese;
  switch (kind) {
    case FigureKind::energy:
      return {{"kWh", 1.0}, {"MWh", 1e-3}, {"GWh", 1e-6}, {"TWh", 1e-9}};
    case FigureKind::power:
      return {{"kW", 1.0}, {"MW", 1e-3}, {"GW", 1e-6}, {"TW", 1e-9}};
    case FigureKind::mass:
      if (chinese) return {{"千克", 1.0}, {"吨", 1e-3}, {"万吨", 1e-7}, {"亿吨", 1e-11}};
      return {{"kg", 1.0}, {"t", 1e-3}, {"kt", 1e-6}, {"Mt", 1e-9}};
    case FigureKind::water:
      if (chinese) return {{"升", 1.0}, {"立方米", 1e-3}, {"万立方米", 1e-7}, {"亿立方米", 1e-11}};
      return {{"L", 1.0}, {"m3", 1e-3}, {"thousand m3", 1e-6}, {"million m3", 1e-9}};
    case FigureKind::money:
      if (chinese) return {{"元", 1.0}, {"万元", 1e-4}, {"亿元", 1e-8}};
      return {{"CNY", 1.0}, {"million CNY", 1e-6}, {"billion CNY", 1e-9}};
    case FigureKind::share:
      return {{"%", 100.0}};
    case FigureKind::seconds:
      return {{chinese ? "秒" : "s", 1.0}};
    case FigureKind::hours:
      return {{chinese ? "小时" : "h", 1.0}};
    case FigureKind::plain:
      break;
  }
  return {{"", 1.0}};
}

}  // namespace

FigureKind kind_of_figure(std::string_view path) {
  const std::string_view key = path.substr(path.rfind('.') + 1);
  if (path.starts_with("ledger.") && key != "relative_error") return FigureKind::energy;
  if (std::find(shares.begin(), shares.end(), key) != shares.end()) return FigureKind::share;
  if (key.find("_per_") != std::string_view::npos) return FigureKind::plain;
  for (const Ending& ending : endings)
    if (key.ends_with(ending.text)) return ending.kind;
  return FigureKind::plain;
}

std::string_view to_code(FigureKind kind) {
  constexpr std::array codes = {"energy", "power",   "mass",  "water", "money",
                                "share",  "seconds", "hours", "plain"};
  return codes[static_cast<std::size_t>(kind)];
}

std::vector<std::size_t> headline_figures(const StudyResults& results) {
  std::vector<std::size_t> out;
  const auto add = [&](std::string_view path) {
    const auto figure = figure_at(results, path);
    if (!figure || std::find(out.begin(), out.end(), *figure) != out.end()) return;
    if (std::any_of(results.rows.begin(), results.rows.end(),
                    [&](const StudyRow& row) { return figure_of(row, *figure).has_value(); }))
      out.push_back(*figure);
  };
  for (const Objective& objective : results.objectives) add(objective.figure);
  for (const char* path : headline_paths) add(path);
  return out;
}

std::string figure_name(const Words& words, std::string_view path) {
  const std::map<std::string_view, std::string_view> names{
      {"total.facility_energy_kwh", words("facility energy")},
      {"total.it_energy_kwh", words("IT energy")},
      {"total.pue", words("PUE")},
      {"total.green_share", words("green share")},
      {"total.cfe_score", words("carbon-free by the hour")},
      {"total.carbon_location_kg", words("carbon by location")},
      {"total.carbon_market_kg", words("carbon by market")},
      {"total.water_l", words("water on site")},
      {"total.cost_cny", words("cost of energy")},
      {"total.peak_power_kw", words("peak power")},
      {"total.gpu_allocation", words("accelerators held")},
      {"jobs.completed", words("jobs completed")},
      {"jobs.mean_wait_s", words("mean wait of jobs")},
      {"compliance.kept", words("limits kept")},
      {"compliance.missed", words("limits missed")},
  };
  const auto found = names.find(path);
  return std::string(found == names.end() ? path : found->second);
}

FigureUnit figure_unit(const Words& words, FigureKind kind, double largest) {
  const std::vector<FigureUnit> units = units_of(kind, words.language());
  const auto found = std::find_if(units.rbegin(), units.rend(), [&](const FigureUnit& unit) {
    return std::abs(largest) * unit.per_unit >= 1.0;
  });
  return found == units.rend() ? units.front() : *found;
}

std::string figure_head(const Words& words, std::string_view path, const FigureUnit& unit) {
  const std::string name = figure_name(words, path);
  return unit.name.empty() ? name : words.with("{}, {}", name, unit.name);
}

std::string figure_change(const Words& words, std::string_view path, double change, double from) {
  if (kind_of_figure(path) == FigureKind::share)
    return words.with("{} percentage points", fmt::format("{:+.2f}", 100.0 * change));
  return from == 0.0 ? "-" : fmt::format("{:+.2f} %", 100.0 * change / std::abs(from));
}

}  // namespace hubwatt
