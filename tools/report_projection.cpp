#include "tools/report_projection.hpp"

#include <nlohmann/json.hpp>

#include "models/error.hpp"
#include "tools/finished_file.hpp"
#include "tools/report_page.hpp"
#include "tools/trajectory_shape.hpp"

namespace hubwatt {

namespace {

using Json = nlohmann::ordered_json;

}  // namespace

bool is_projection(const std::filesystem::path& directory) {
  std::error_code problem;
  return std::filesystem::exists(directory / "trajectory.json", problem);
}

FinishedProjection read_finished_projection(const std::filesystem::path& directory) {
  const std::filesystem::path path = directory / "trajectory.json";
  std::string text = finished_json(path, "projection", "project");
  if (const auto fault = trajectory_fault(text))
    throw InputError(
        Diagnostic{path.string(), 0, 0, fault->key, fault->problem, "call `hubwatt project` again"});
  std::string name = Json::parse(text).at("name").get<std::string>();
  return {directory, std::move(name), std::move(text)};
}

std::string report_projection_json(const std::vector<FinishedProjection>& projections) {
  Json out;
  out["schema"] = 1;
  out["projections"] = Json::array();
  for (const FinishedProjection& projection : projections)
    out["projections"].push_back(
        {{"directory", projection.directory.string()}, {"trajectory", Json::parse(projection.trajectory)}});
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string report_projection_page(const std::vector<FinishedProjection>& projections, Language language) {
  Json data{{"kind", "projection"}, {"language", to_code(language)}, {"projections", Json::array()}};
  std::string title;
  for (const FinishedProjection& projection : projections) {
    data["projections"].push_back({{"trajectory", Json::parse(projection.trajectory)}});
    title += (title.empty() ? "" : ", ") + projection.name;
  }
  return report_page(title, data.dump());
}

}  // namespace hubwatt
