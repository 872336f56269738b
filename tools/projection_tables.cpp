#include "tools/projection_tables.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "models/error.hpp"
#include "tools/projection_units.hpp"
#include "tools/report_figures.hpp"
#include "tools/text_table.hpp"

namespace hubwatt {

namespace {

using Json = nlohmann::ordered_json;

std::string signed_percent(const Json& value) {
  return value.is_null() ? "-" : fmt::format("{:+.2f} %", value.get<double>() * 100.0);
}

std::vector<std::string> with_years(std::string_view head, const Json& trajectory) {
  std::vector<std::string> out{std::string(head)};
  for (const Json& year : trajectory.at("years")) out.push_back(std::to_string(year.get<int>()));
  return out;
}

// In English by the key that files and --set know, in Chinese by what it is.
std::string name_of(const Words& words, const Json& quantity) {
  return words.language() == Language::english ? quantity.at("key").get<std::string>()
                                               : words.of_result(quantity.at("label").get<std::string>());
}

std::string name_of_key(const Words& words, const Json& trajectory, const std::string& key) {
  for (const Json& quantity : trajectory.at("quantities"))
    if (quantity.at("key") == key) return name_of(words, quantity);
  return key;
}

std::string with_unit(const Words& words, const Json& quantity) {
  const std::string name = name_of(words, quantity), unit = shown_unit(words, quantity).name;
  return unit.empty() ? name : words.with("{} {}", name, unit);
}

void add_years(TextTable& table, std::string head, const Json& values, double scale = 1.0) {
  std::vector<std::string> row{std::move(head)};
  for (const Json& value : values) row.push_back(number(value, scale));
  table.add(std::move(row));
}

std::string trajectory_table(const Words& words, const Json& trajectory) {
  TextTable table(with_years(words("central case"), trajectory));
  for (const Json& quantity : trajectory.at("quantities"))
    add_years(table, with_unit(words, quantity), quantity.at("central"),
              shown_unit(words, quantity).per_unit);
  return table.text();
}

std::string band_table(const Words& words, const Json& trajectory) {
  TextTable table(with_years(words("draws"), trajectory));
  for (const Json& quantity : trajectory.at("quantities")) {
    if (!quantity.contains("bands")) continue;
    for (const char* band : {"p05", "p50", "p95"})
      add_years(table, with_unit(words, quantity) + " " + band, quantity.at("bands").at(band),
                shown_unit(words, quantity).per_unit);
  }
  return table.text();
}

std::string uncertainty_text(const Words& words, const Json& trajectory) {
  const Json& uncertainty = trajectory.at("uncertainty");
  if (uncertainty.is_null()) return {};
  std::string out = fmt::format(
      "\n{}\n", words.with("{} draws ({}), standard error {} of the last year's facility energy",
                           uncertainty.at("draws").get<std::int64_t>(),
                           words.of_result(uncertainty.at("sequence").get<std::string>()),
                           fmt::format("{:.2g}", uncertainty.at("precision").at("reached").get<double>())));
  out += band_table(words, trajectory);
  for (const Json& one : uncertainty.at("sobol")) {
    const std::string quantity = name_of_key(words, trajectory, one.at("quantity").get<std::string>());
    TextTable table({words.with("Sobol indices of {}", quantity), std::string(words("first")), "+-",
                     std::string(words("total")), "+-"});
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
    const std::string quantity = name_of_key(words, trajectory, one.at("quantity").get<std::string>());
    const ShownUnit unit = shown_unit(words, one.at("unit").get<std::string>());
    TextTable table(
        {words.with("{} {} in {}, input by input", quantity, unit.name, one.at("year").get<int>()),
         std::string(words("at its p05")), std::string(words("at its p95"))});
    for (const Json& bar : one.at("bars"))
      table.add({bar.at("input").get<std::string>(), number(bar.at("at_p05"), unit.per_unit),
                 number(bar.at("at_p95"), unit.per_unit)});
    out += "\n" + table.text();
  }
  return out;
}

std::string attribution_text(const Words& words, const Json& trajectory) {
  std::string out;
  for (const Json& change : trajectory.at("attribution")) {
    const std::string quantity = name_of_key(words, trajectory, change.at("quantity").get<std::string>());
    const ShownUnit unit = shown_unit(words, change.at("unit").get<std::string>());
    TextTable table(
        {words.with("{} {} to {} by {}", quantity, change.at("from").get<int>(), change.at("to").get<int>(),
                    words.of_result(change.at("method").get<std::string>())),
         unit.name});
    for (const Json& part : change.at("parts"))
      table.add(
          {words.of_result(part.at("driver").get<std::string>()), number(part.at("change"), unit.per_unit)});
    table.add({std::string(words("change")), number(change.at("change"), unit.per_unit)});
    out += "\n" + table.text();
  }
  return out;
}

std::string coupling_text(const Words& words, const Json& trajectory) {
  std::string out;
  for (const Json& plant : trajectory.at("coupling")) {
    TextTable table({words.with("plant {}: {} weeks of {}", plant.at("plant").get<std::string>(),
                                plant.at("weeks").size(), plant.at("scenario").get<std::string>()),
                     std::string(words("weeks")), std::string(words("full year")),
                     std::string(words("error"))});
    for (const auto& [key, value] : plant.at("figures").items()) {
      const bool year = !plant.at("full_year").is_null();
      table.add({words.of_result(key), number(value), year ? number(plant.at("full_year").at(key)) : "-",
                 year ? signed_percent(plant.at("error").at(key)) : "-"});
    }
    out += "\n" + table.text();
  }
  return out;
}

std::string beside_text(const Words& words, const Json& trajectory) {
  if (trajectory.at("beside").empty()) return {};
  TextTable table(with_years(words("facility energy by scope, TWh"), trajectory));
  const Json& own = trajectory.at("quantities").at(0).at("central");
  const auto label = [&words](const Json& one) {
    return words.with("{} ({})", one.at("name").get<std::string>(),
                      one.at("scope").at("id").get<std::string>());
  };
  add_years(table, label(trajectory), own);
  std::string why;
  for (const Json& other : trajectory.at("beside")) {
    add_years(table, label(other), other.at("facility_energy"));
    why += fmt::format(
        "  {}\n", words.with("{}: {}", label(other), words.of_result(other.at("why").get<std::string>())));
  }
  return fmt::format("\n{}{}\n{}", table.text(), words("Why they differ"), why);
}

std::string economy_lines(const Words& words, const Json& trajectory) {
  if (trajectory.at("economy").empty()) return {};
  std::string out = fmt::format(
      "\n{}\n", words("What published economics claim of it (their words, not results of this program)"));
  std::string source;
  for (const Json& claim : trajectory.at("economy")) {
    if (claim.at("source") != source)
      out += fmt::format("  {}\n", words.of_result(source = claim.at("source").get<std::string>()));
    const ShownUnit unit = shown_unit(words, claim.at("unit").get<std::string>());
    out +=
        fmt::format("    {}\n", words.with("{}: {} {}", words.of_result(claim.at("claim").get<std::string>()),
                                           number(claim.at("figure"), unit.per_unit), unit.name));
  }
  return out;
}

std::string contradiction_lines(const Words& words, const Json& trajectory) {
  if (trajectory.at("contradictions").empty()) return {};
  const auto told = [&words](const Json& of, const char* key) {
    return words.of_result(of.at(key).get<std::string>());
  };
  std::string out = fmt::format("\n{}\n", words("Where the sources contradict each other"));
  for (const Json& one : trajectory.at("contradictions")) {
    out += fmt::format("  {}\n", told(one, "about"));
    for (const Json& says : one.at("says"))
      out += fmt::format("    {}\n", words.with("{}: {}", told(says, "source"), told(says, "figure")));
    out += fmt::format("    {}\n", words.with("reading: {}", told(one, "reading")));
  }
  return out;
}

}  // namespace

std::string projection_text(const std::string& trajectory_json, Language language) {
  const Words words(language);
  try {
    const Json trajectory = Json::parse(trajectory_json);
    const Json& years = trajectory.at("years");
    const std::string head = words.with(
        "{}: {} to {}, scope {} ({})", trajectory.at("name").get<std::string>(), years.front().get<int>(),
        years.back().get<int>(), trajectory.at("scope").at("id").get<std::string>(),
        words.of_result(trajectory.at("scope").at("note").get<std::string>()));
    return head + "\n" + trajectory_table(words, trajectory) + attribution_text(words, trajectory) +
           uncertainty_text(words, trajectory) + coupling_text(words, trajectory) +
           beside_text(words, trajectory) + economy_lines(words, trajectory) +
           contradiction_lines(words, trajectory);
  } catch (const nlohmann::json::exception& problem) {
    throw InputError(Diagnostic{"trajectory.json", 0, 0, "",
                                std::string("is no trajectory (") + problem.what() + ")",
                                "make it again with hubwatt project"});
  }
}

}  // namespace hubwatt
