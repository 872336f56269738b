#include "tools/projection_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

#include "models/error.hpp"
#include "tools/text_table.hpp"

namespace hubwatt {

namespace {

using Json = nlohmann::ordered_json;

std::string number(const Json& value, double scale = 1.0) {
  if (value.is_null()) return "-";
  const double v = value.get<double>() * scale;
  const double size = std::abs(v);
  constexpr double rounding = 1e-9;  // what is left where nothing should be
  if (size < rounding) return "0";
  if (size >= 1000.0) return fmt::format("{:.0f}", v);
  if (size >= 100.0) return fmt::format("{:.1f}", v);
  if (size >= 10.0) return fmt::format("{:.2f}", v);
  return size >= 0.001 ? fmt::format("{:.3f}", v) : fmt::format("{:.2e}", v);
}

std::string percent(const Json& value) {
  return value.is_null() ? "-" : fmt::format("{:+.2f} %", value.get<double>() * 100.0);
}

std::vector<std::string> with_years(std::string head, const Json& trajectory) {
  std::vector<std::string> out{std::move(head)};
  for (const Json& year : trajectory.at("years")) out.push_back(std::to_string(year.get<int>()));
  return out;
}

// A unit that leaves the largest figure of a row at 0.1 or more: a company's TWh are GWh or MWh.
struct ShownUnit {
  std::string name;
  double per_unit = 1.0;
};

ShownUnit shown_unit(const Json& quantity) {
  const auto unit = quantity.at("unit").get<std::string>();
  const std::map<std::string, std::vector<std::string>> smaller{
      {"TWh", {"GWh", "MWh"}}, {"Mt", {"kt", "t"}},        {"GL", {"ML", "m3"}},
      {"M", {"k", ""}},        {"GCNY", {"MCNY", "kCNY"}}, {"EFLOPS", {"PFLOPS", "TFLOPS"}},
      {"EB", {"PB", "TB"}},    {"Tbps", {"Gbps", "Mbps"}}};
  ShownUnit shown{unit, 1.0};
  const auto known = smaller.find(unit);
  double largest = 0.0;
  for (const Json& value : quantity.at("central"))
    if (!value.is_null()) largest = std::max(largest, std::abs(value.get<double>()));
  if (known == smaller.end() || largest == 0.0) return shown;
  for (const std::string& name : known->second) {
    if (largest * shown.per_unit >= 0.1) break;
    shown = {name, shown.per_unit * 1000.0};
  }
  return shown;
}

std::string with_unit(const Json& quantity) {
  const auto key = quantity.at("key").get<std::string>();
  const std::string unit = shown_unit(quantity).name;
  return unit.empty() ? key : key + " " + unit;
}

void add_years(TextTable& table, std::string head, const Json& values, double scale = 1.0) {
  std::vector<std::string> row{std::move(head)};
  for (const Json& value : values) row.push_back(number(value, scale));
  table.add(std::move(row));
}

std::string trajectory_table(const Json& trajectory) {
  TextTable table(with_years("central case", trajectory));
  for (const Json& quantity : trajectory.at("quantities"))
    add_years(table, with_unit(quantity), quantity.at("central"), shown_unit(quantity).per_unit);
  return table.text();
}

std::string band_table(const Json& trajectory) {
  TextTable table(with_years("draws", trajectory));
  for (const Json& quantity : trajectory.at("quantities")) {
    if (!quantity.contains("bands")) continue;
    for (const char* band : {"p05", "p50", "p95"})
      add_years(table, with_unit(quantity) + " " + band, quantity.at("bands").at(band),
                shown_unit(quantity).per_unit);
  }
  return table.text();
}

std::string uncertainty_text(const Json& trajectory) {
  const Json& uncertainty = trajectory.at("uncertainty");
  if (uncertainty.is_null()) return {};
  std::string out =
      fmt::format("\n{} draws ({}), standard error {:.2g} of the last year's facility energy\n",
                  uncertainty.at("draws").get<std::int64_t>(), uncertainty.at("sequence").get<std::string>(),
                  uncertainty.at("precision").at("reached").get<double>());
  out += band_table(trajectory);
  for (const Json& one : uncertainty.at("sobol")) {
    TextTable table(
        {"Sobol indices of " + one.at("quantity").get<std::string>(), "first", "+-", "total", "+-"});
    for (const Json& group : one.at("groups")) {
      std::string inputs;
      for (const Json& input : group.at("inputs"))
        inputs += (inputs.empty() ? "" : " + ") + input.get<std::string>();
      table.add({inputs, number(group.at("first")), number(group.at("first_error")),
                 number(group.at("total")), number(group.at("total_error"))});
    }
    out += "\n" + table.text();
  }
  for (const Json& one : uncertainty.at("tornado")) {
    TextTable table({fmt::format("{} {} in {}, input by input", one.at("quantity").get<std::string>(),
                                 one.at("unit").get<std::string>(), one.at("year").get<int>()),
                     "at its p05", "at its p95"});
    for (const Json& bar : one.at("bars"))
      table.add({bar.at("input").get<std::string>(), number(bar.at("at_p05")), number(bar.at("at_p95"))});
    out += "\n" + table.text();
  }
  return out;
}

std::string attribution_text(const Json& trajectory) {
  std::string out;
  for (const Json& change : trajectory.at("attribution")) {
    const auto unit = change.at("unit").get<std::string>();
    TextTable table({fmt::format("{} {} to {} by {}", change.at("quantity").get<std::string>(),
                                 change.at("from").get<int>(), change.at("to").get<int>(),
                                 change.at("method").get<std::string>()),
                     unit});
    for (const Json& part : change.at("parts"))
      table.add({part.at("driver").get<std::string>(), number(part.at("change"))});
    table.add({"change", number(change.at("change"))});
    out += "\n" + table.text();
  }
  return out;
}

std::string coupling_text(const Json& trajectory) {
  std::string out;
  for (const Json& plant : trajectory.at("coupling")) {
    TextTable table({fmt::format("plant {}: {} weeks of {}", plant.at("plant").get<std::string>(),
                                 plant.at("weeks").size(), plant.at("scenario").get<std::string>()),
                     "weeks", "full year", "error"});
    for (const auto& [key, value] : plant.at("figures").items()) {
      const bool year = !plant.at("full_year").is_null();
      table.add({key, number(value), year ? number(plant.at("full_year").at(key)) : "-",
                 year ? percent(plant.at("error").at(key)) : "-"});
    }
    out += "\n" + table.text();
  }
  return out;
}

std::string beside_text(const Json& trajectory) {
  if (trajectory.at("beside").empty()) return {};
  TextTable table(with_years("facility energy by scope, TWh", trajectory));
  const Json& own = trajectory.at("quantities").at(0).at("central");
  const auto label = [](const Json& one) {
    return fmt::format("{} ({})", one.at("name").get<std::string>(),
                       one.at("scope").at("id").get<std::string>());
  };
  add_years(table, label(trajectory), own);
  std::string why;
  for (const Json& other : trajectory.at("beside")) {
    add_years(table, label(other), other.at("facility_energy"));
    why += fmt::format("  {}: {}\n", label(other), other.at("why").get<std::string>());
  }
  return "\n" + table.text() + "Why they differ\n" + why;
}

std::string economy_lines(const Json& trajectory) {
  if (trajectory.at("economy").empty()) return {};
  std::string out = "\nWhat published economics claim of it (their words, not results of this program)\n",
              source;
  for (const Json& claim : trajectory.at("economy")) {
    if (claim.at("source") != source)
      out += fmt::format("  {}\n", source = claim.at("source").get<std::string>());
    out += fmt::format("    {}: {} {}\n", claim.at("claim").get<std::string>(), number(claim.at("figure")),
                       claim.at("unit").get<std::string>());
  }
  return out;
}

std::string contradiction_lines(const Json& trajectory) {
  if (trajectory.at("contradictions").empty()) return {};
  std::string out = "\nWhere the sources contradict each other\n";
  for (const Json& one : trajectory.at("contradictions")) {
    out += fmt::format("  {}\n", one.at("about").get<std::string>());
    for (const Json& says : one.at("says"))
      out += fmt::format("    {}: {}\n", says.at("source").get<std::string>(),
                         says.at("figure").get<std::string>());
    out += fmt::format("    reading: {}\n", one.at("reading").get<std::string>());
  }
  return out;
}

}  // namespace

std::string projection_text(const std::string& trajectory_json, Language language) {
  const Words words(language);
  try {
    const Json trajectory = Json::parse(trajectory_json);
    const Json& years = trajectory.at("years");
    std::string out = fmt::format("{}: {} to {}, scope {} ({})\n", trajectory.at("name").get<std::string>(),
                                  years.front().get<int>(), years.back().get<int>(),
                                  trajectory.at("scope").at("id").get<std::string>(),
                                  trajectory.at("scope").at("note").get<std::string>());
    return out + trajectory_table(trajectory) + attribution_text(trajectory) + uncertainty_text(trajectory) +
           coupling_text(trajectory) + beside_text(trajectory) + economy_lines(trajectory) +
           contradiction_lines(trajectory);
  } catch (const nlohmann::json::exception& problem) {
    throw InputError(Diagnostic{"trajectory.json", 0, 0, "",
                                std::string("is no trajectory (") + problem.what() + ")",
                                "make it again with hubwatt project"});
  }
}

}  // namespace hubwatt
