// What is kept of a point as JSON: how it crosses from a run's process, and from another machine.
#include <nlohmann/json.hpp>

#include "models/error.hpp"
#include "scenarios/study/point_run.hpp"

namespace hubwatt {

using Json = nlohmann::ordered_json;

std::string outcome_json(const PointOutcome& outcome) {
  Json figures = Json::array();
  for (const auto& [path, value] : outcome.figures) figures.push_back(Json::array({path, value}));
  return Json{{"schema", 1},
              {"problem", outcome.problem},
              {"exit_code", outcome.exit_code},
              {"scenario_digest", outcome.scenario_digest},
              {"figures", std::move(figures)}}
             .dump(-1, ' ', false, Json::error_handler_t::replace) +
         "\n";
}

PointOutcome outcome_from_json(std::string_view text) {
  try {
    const Json json = Json::parse(text);
    if (json.at("schema").get<int>() != 1) throw Error("is of another version of hubwatt");
    PointOutcome out{json.at("problem").get<std::string>(),
                     json.at("exit_code").get<int>(),
                     json.at("scenario_digest").get<std::string>(),
                     {}};
    for (const Json& figure : json.at("figures"))
      out.figures.emplace_back(figure.at(0).get<std::string>(), figure.at(1).get<double>());
    return out;
  } catch (const Json::exception&) {
    throw Error("the outcome of a run is damaged");
  }
}

}  // namespace hubwatt
