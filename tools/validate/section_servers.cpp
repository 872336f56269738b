// Power of servers and accelerators against what was measured.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "models/server_power.hpp"
#include "models/units.hpp"
#include "scenarios/platform_reader.hpp"
#include "tools/validate/data_columns.hpp"
#include "tools/validate/sections.hpp"
#include "tools/validate/site_years.hpp"

namespace hubwatt::validation {

namespace {

ServerPower catalogue_server(const std::string& id) {
  InputFiles files;
  for (const ServerType& type : read_platform(site_platform, files).servers)
    if (type.id == id) return type.power;
  throw Error("the catalogue has no server " + id);
}

// A quantile that the table tells.
double quantile(const std::vector<double>& percents, const std::vector<double>& values, double percent) {
  const auto at = std::lower_bound(percents.begin(), percents.end(), percent);
  return values[static_cast<std::size_t>(at - percents.begin())];
}

// Mean of a distribution told by its quantiles.
double mean(const std::vector<double>& percents, const std::vector<double>& values) {
  double sum = values.front() * percents.front();
  for (std::size_t i = 1; i < values.size(); ++i)
    sum += 0.5 * (values[i - 1] + values[i]) * (percents[i] - percents[i - 1]);
  return sum / 100.0;
}

// What a server of the catalogue draws at each quantile of the power of its boards, all of them alike.
std::vector<double> server_watts(const std::string& id, const std::vector<double>& boards_w, double idle_w) {
  const ServerPower server = catalogue_server(id);
  std::vector<double> out;
  for (const double watts : boards_w) {
    const double activity = std::clamp((watts - idle_w) / (boards_w.back() - idle_w), 0.0, 1.0);
    out.push_back(server_power(server, activity) / unit::W);
  }
  return out;
}

void a100_servers(Section& section) {
  const DataColumns data("tests/data/measured/acme-power.csv");
  const std::vector<double> percents = data.numbers("percent"), measured = data.numbers("gpu_server_seren_w"),
                            boards = data.numbers("gpu_seren_w"), cpu = data.numbers("cpu_server_seren_w");
  // A board is idle where the lowest twentieth is, and at activity 1 where the most was seen.
  const double idle_w = quantile(percents, boards, 5.0);
  const std::vector<double> whole = server_watts("hgx-a100", boards, idle_w),
                            parts = server_watts("hgx-a100-parts", boards, idle_w);
  const std::string source = "Acme, Seren cluster, August 2023 (Hu et al., NSDI 2024), CC BY 4.0";
  const auto put = [&](const std::string& what, double expected, double got, double tolerance) {
    section.cases.push_back(
        compare({"D1", "8 x A100, server power from board power: " + what, Evidence::measured, source},
                expected, got, percent(tolerance), "W", 4));
  };
  put("mean", mean(percents, measured), mean(percents, whole), 15.0);
  put("mean, server by its devices", mean(percents, measured), mean(percents, parts), 25.0);
  for (const double p : {75.0, 95.0})
    put(fmt::format("{:.0f}th percentile", p), quantile(percents, measured, p), quantile(percents, whole, p),
        15.0);
  section.cases.push_back(compare(
      {"D1", "8 x A100, the same: maximum", Evidence::calibration, "catalogue's peak power is that maximum"},
      measured.back(), whole.back(), percent(1), "W", 4));
  Table table{
      "A100 servers of Acme, W: quantiles of board power put through the server model, all eight boards "
      "alike",
      {"percentile", "board", "server, measured", "hgx-a100", "error", "hgx-a100-parts", "error",
       "CPU server, measured"},
      {}};
  const auto row = [&](const std::string& name, const auto& of) {
    table.rows.push_back({name, figure(of(boards), 4), figure(of(measured), 4), figure(of(whole), 4),
                          relative_error(of(measured), of(whole)), figure(of(parts), 4),
                          relative_error(of(measured), of(parts)), figure(of(cpu), 4)});
  };
  for (const double p : {5.0, 25.0, 50.0, 75.0, 90.0, 95.0, 99.0, 100.0})
    row(figure(p), [&](const std::vector<double>& values) { return quantile(percents, values, p); });
  row("mean", [&](const std::vector<double>& values) { return mean(percents, values); });
  section.tables.push_back(std::move(table));
}

// Hours of equal utilization: how many, how busy, what they drew, and how far hours of that bin lie apart.
struct Bins {
  std::vector<double> hours, utilization, watts, spread;
};

struct Fit {
  double idle = 0.0, peak = 0.0, exponent = 1.0;
  double rms = std::numeric_limits<double>::infinity();
};

double rms_error(const Bins& bins, double idle, double peak, double exponent) {
  double square = 0.0, hours = 0.0;
  for (std::size_t i = 0; i < bins.hours.size(); ++i) {
    const double off = idle + (peak - idle) * std::pow(bins.utilization[i], exponent) - bins.watts[i];
    square += bins.hours[i] * off * off, hours += bins.hours[i];
  }
  return std::sqrt(square / hours);
}

// Least squares over the hours, the exponent given.
Fit fit(const Bins& bins, double exponent) {
  double n = 0.0, sx = 0.0, sy = 0.0, sxx = 0.0, sxy = 0.0;
  for (std::size_t i = 0; i < bins.hours.size(); ++i) {
    const double x = std::pow(bins.utilization[i], exponent), w = bins.hours[i];
    n += w, sx += w * x, sy += w * bins.watts[i], sxx += w * x * x, sxy += w * x * bins.watts[i];
  }
  const double slope = (n * sxy - sx * sy) / (n * sxx - sx * sx), idle = (sy - slope * sx) / n;
  return {idle, idle + slope, exponent, rms_error(bins, idle, idle + slope, exponent)};
}

Fit fit(const Bins& bins) {
  Fit best;
  for (int hundredths = 40; hundredths <= 160; ++hundredths) {
    const Fit tried = fit(bins, hundredths / 100.0);
    if (tried.rms < best.rms) best = tried;
  }
  return best;
}

void boards(Section& section) {
  const DataColumns data("tests/data/measured/cornell-gpu-power.csv");
  const std::vector<std::string> gpu = data.texts("gpu");
  const std::vector<double> hours = data.numbers("hours"), utilization = data.numbers("utilization_pct"),
                            watts = data.numbers("power_w"), spread = data.numbers("spread_w");
  Table table{
      "Boards of Cornell, hourly means over 2 to 3 years: P = idle + (peak - idle) u^a, RMS error over the "
      "hours in use",
      {"board", "figures", "idle, W", "peak, W", "a", "RMS error, W", "of the limit"},
      {}};
  struct Board {
    const char* name;
    double limit_w;
  };
  for (const Board& board : {Board{"H100 PCIe", 350.0}, Board{"A40", 300.0}}) {
    Bins busy;
    double asleep_w = 0.0, scatter = 0.0, all = 0.0;
    for (std::size_t i = 0; i < gpu.size(); ++i) {
      if (gpu[i] != board.name) continue;
      if (utilization[i] == 0.0) {
        asleep_w = watts[i];
        continue;
      }
      busy.hours.push_back(hours[i]), busy.utilization.push_back(utilization[i] / 100.0),
          busy.watts.push_back(watts[i]);
      scatter += hours[i] * spread[i] * spread[i], all += hours[i];
    }
    const Fit line = fit(busy, 1.0), curve = fit(busy);
    const double plate = rms_error(busy, asleep_w, board.limit_w, 1.0);
    const auto row = [&](const char* figures, double idle, double peak, double exponent, double rms) {
      table.rows.push_back({board.name, figures, figure(idle, 3), figure(peak, 3), figure(exponent, 3),
                            figure(rms, 2), figure(100.0 * rms / board.limit_w, 2, "%")});
    };
    row("line, fitted", line.idle, line.peak, 1.0, line.rms);
    row("power law, fitted", curve.idle, curve.peak, curve.exponent, curve.rms);
    row("line, unused board to its limit", asleep_w, board.limit_w, 1.0, plate);
    table.rows.push_back({board.name, "scatter of hours of one bin", "", "", "",
                          figure(std::sqrt(scatter / all), 2),
                          figure(100.0 * std::sqrt(scatter / all) / board.limit_w, 2, "%")});
    const auto put = [&](const std::string& what, double rms, double tolerance) {
      section.cases.push_back(
          at_most({"D2",
                   std::string(board.name) + ", board power over utilization: RMS error of " + what +
                       ", of the board's limit",
                   Evidence::measured, "Cornell BioHPC (Gressel 2026), MIT"},
                  tolerance, 100.0 * rms / board.limit_w, "%", 2));
    };
    put("a fitted line", line.rms, 5.0);
    put("a line from the unused board to its limit", plate, 15.0);
  }
  section.tables.push_back(std::move(table));
}

void cpu_servers(Section& section) {
  const DataColumns data("tests/data/measured/specpower-2-chips.csv");
  const std::vector<double> year = data.numbers("year"), systems = data.numbers("systems"),
                            idle = data.numbers("idle_w_p50"), full = data.numbers("full_w_p50"),
                            ratio = data.numbers("idle_per_full_p50"),
                            low = data.numbers("idle_per_full_p25"), high = data.numbers("idle_per_full_p75");
  Table table{
      "Two-chip systems of SPECpower_ssj2008 by year of publication (medians), and the catalogue's servers",
      {"year", "systems", "idle, W", "full load, W", "full load per chip, W", "idle / full", "middle half"},
      {}};
  const auto row_of = [&](double wanted) {
    for (std::size_t i = 0; i < year.size(); ++i)
      if (year[i] == wanted) return i;
    throw Error("no year of that number");
  };
  for (std::size_t i = 0; i < year.size(); ++i)
    if (year[i] >= 2012.0)
      table.rows.push_back({figure(year[i], 4), figure(systems[i], 4), figure(idle[i], 3), figure(full[i], 3),
                            figure(full[i] / 2.0, 3), figure(ratio[i], 3),
                            figure(low[i], 3) + " to " + figure(high[i], 3)});
  const std::string source =
      "SPECpower_ssj2008 results, spec.org/power_ssj2008, retrieved 2026-03-09; tuned configurations";
  struct Type {
    const char* id;
    double year;
  };
  for (const Type& type : {Type{"cpu-2s", 2024.0}, Type{"cpu-2s-2018", 2018.0}}) {
    const ServerPower server = catalogue_server(type.id);
    const double peak_w = server.peak / unit::W, idle_w = server.idle / unit::W;
    table.rows.push_back({type.id, "", figure(idle_w, 3), figure(peak_w, 3), figure(peak_w / 2.0, 3),
                          figure(idle_w / peak_w, 3), ""});
    const std::size_t at = row_of(type.year);
    section.cases.push_back(
        compare({"D3", fmt::format("{}: full load against the median of {:.0f}", type.id, type.year),
                 Evidence::measured, source},
                full[at], peak_w, percent(25), "W", 3));
  }
  const ServerPower new_server = catalogue_server("cpu-2s");
  const std::size_t at = row_of(2024.0);
  const double got = new_server.idle / new_server.peak;
  section.cases.push_back(holds(
      {"D3", "cpu-2s: idle over full load, within the middle half of 2024", Evidence::measured, source},
      figure(low[at], 3) + " to " + figure(high[at], 3), figure(got, 3), low[at] <= got && got <= high[at]));
  section.tables.push_back(std::move(table));
}

}  // namespace

Section servers() {
  Section section{"Servers and accelerators",
                  "Acme: activity of a board is read off its own measured power, so what is tested is what a "
                  "server draws beside "
                  "its boards. The quantiles of the two distributions are set against each other as if all "
                  "boards of a server were "
                  "alike at any moment, which wide training jobs come near and others do not: the mean does "
                  "not depend on that, the "
                  "median does most. The model is 11 % low in the mean: hosts that work while boards idle "
                  "are not in it. Cornell: "
                  "utilization as nvidia-smi counts it, the share of time with any kernel, explains board "
                  "power to 3 % in the mean "
                  "of an hour, with a scatter of 5 to 8 % between hours that no function of it can explain. "
                  "A board that nobody "
                  "has opened draws 28 to 55 W, one that is held 70 to 85 W. SPECpower: systems are tuned "
                  "for the test; the "
                  "catalogue's server of 2018 has twice their idle power, as untuned servers do.",
                  {},
                  {}};
  a100_servers(section);
  boards(section);
  cpu_servers(section);
  return section;
}

}  // namespace hubwatt::validation
