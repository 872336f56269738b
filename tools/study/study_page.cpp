#include "tools/study/study_page.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "tools/report_page.hpp"

namespace hubwatt {

namespace {

constexpr std::size_t room = 3'600'000;     // bytes for the points of a study
constexpr std::size_t bytes_of_value = 40;  // of a figure: as a point's, and as its setting's mean

// Of all points without their figures: each tells its levels, and so does its setting.
std::size_t bytes_beside(const StudyResults& results) {
  std::size_t out = 0;
  for (const StudyRow& row : results.rows) {
    out += 110 + row.problem.size();
    for (const std::string& level : row.levels) out += 2 * (level.size() + 3);
  }
  return out;
}

}  // namespace

std::vector<std::size_t> figures_of_page(const StudyResults& results, const StudyAnalysis& analysis) {
  std::vector<std::size_t> out = analysis.headline;
  const std::size_t beside = bytes_beside(results);
  const std::size_t most =
      beside >= room ? 0 : (room - beside) / (bytes_of_value * std::max<std::size_t>(1, results.rows.size()));
  const auto judged = static_cast<std::size_t>(std::count_if(out.begin(), out.end(), [&](std::size_t figure) {
    return std::any_of(results.objectives.begin(), results.objectives.end(),
                       [&](const Objective& one) { return one.figure == results.figures[figure]; });
  }));
  out.resize(std::min(out.size(), std::max(most, judged)));
  std::sort(out.begin(), out.end());
  return out;
}

std::string study_page(const std::vector<FinishedStudy>& studies, Language language) {
  nlohmann::ordered_json data{
      {"kind", "study"}, {"language", to_code(language)}, {"studies", nlohmann::ordered_json::array()}};
  std::string title;
  for (const FinishedStudy& study : studies) {
    const StudyAnalysis analysis = analysed(study.results);
    nlohmann::ordered_json one =
        study_json(study.results, analysis, figures_of_page(study.results, analysis));
    one["file"] = study.file.filename().string();
    one["all_figures"] = study.results.figures.size();
    data["studies"].push_back(std::move(one));
    title += (title.empty() ? "" : ", ") + study.results.name;
  }
  return report_page(title, data.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

}  // namespace hubwatt
