#include "tools/reported_run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace hubwatt {

namespace {

using Json = nlohmann::ordered_json;

std::string name_of(const Json& hub) {
  const auto name = hub.find("name");
  return name != hub.end() && name->is_string() ? name->get<std::string>() : std::string();
}

}  // namespace

std::string ReportedRun::hub(const std::string& id) const {
  if (words_.language() == Language::english) return id;
  const Json& hubs = summary_.at("hubs");
  const auto found = hubs.find(id);
  const std::string name = found == hubs.end() ? "" : name_of(*found);
  if (name.empty()) return id;
  const auto namesakes =
      std::count_if(hubs.begin(), hubs.end(), [&](const Json& hub) { return name_of(hub) == name; });
  return namesakes == 1 ? name : fmt::format("{} {}", name, id);
}

std::string ReportedRun::group(const std::string& name) const {
  return words_.of_result("[" + name + "]");
}

std::string ReportedRun::of_scope(const std::string& scope, const std::string& id) const {
  if (scope == "hub") return hub(id);
  return scope == "total" && words_.language() == Language::chinese ? group(id) : id;
}

void ReportedRun::for_all_places(const std::function<void(const std::string&, const Json&)>& each) const {
  for (const auto& [id, kpis] : summary_.at("hubs").items()) each(hub(id), kpis);
  for (const auto& [side, kpis] : summary_.at("sides").items())
    if (kpis.at("facility_energy_kwh").get<double>() > 0.0) each(group(side), kpis);
  each(group("total"), summary_.at("total"));
}

}  // namespace hubwatt
