#include "tools/serve_answers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "scenarios/result_directory.hpp"
#include "tools/compare.hpp"
#include "tools/report.hpp"
#include "tools/report_projection.hpp"
#include "tools/report_run.hpp"
#include "tools/serve_drafts.hpp"
#include "tools/study/study_page.hpp"

namespace hubwatt {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

namespace {

// Names of files hold any bytes.
std::string text_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

const char* to_text(ResultKind kind) {
  switch (kind) {
    case ResultKind::run:
      return "run";
    case ResultKind::projection:
      return "projection";
    case ResultKind::study:
      return "study";
    case ResultKind::unfinished:
      return "unfinished";
  }
  return "";
}

const char* to_text(WorkState state) {
  switch (state) {
    case WorkState::running:
      return "running";
    case WorkState::done:
      return "done";
    case WorkState::failed:
      return "failed";
    case WorkState::stopped:
      return "stopped";
  }
  return "";
}

}  // namespace

std::string listing_json(const ServedFolder& folder) {
  Json out;
  out["folder"] = folder.results().lexically_proximate(fs::current_path()).string();
  out["results"] = Json::array();
  for (const ServedResult& result : folder.list_results())
    out["results"].push_back({{"directory", result.directory},
                              {"kind", to_text(result.kind)},
                              {"name", result.name},
                              {"written", result.written}});
  out["files"] = Json::array();
  for (const ServedFile& file : folder.list_files())
    out["files"].push_back({{"path", file.path}, {"kind", file.kind}});
  return text_of(out);
}

std::string works_json(const std::vector<ServedWork>& works) {
  Json out = Json::array();
  for (const ServedWork& work : works)
    out.push_back({{"number", work.number},
                   {"file", work.file},
                   {"directory", work.directory},
                   {"state", to_text(work.state)},
                   {"percent", work.percent},
                   {"progress", work.progress},
                   {"messages", work.messages},
                   {"exit_code", work.exit_code}});
  return text_of(out);
}

std::string check_json(const fs::path& origin, std::string_view text) {
  Json list = Json::array();
  for (const Diagnostic& mistake : check_draft(origin, text)) {
    const bool here = mistake.file == origin.filename().string();
    list.push_back({{"line", here ? mistake.line : 0},
                    {"column", here ? mistake.column : 0},
                    {"key", mistake.key},
                    {"problem", mistake.problem},
                    {"suggestion", mistake.suggestion},
                    {"text", mistake.text()}});
  }
  return text_of({{"mistakes", std::move(list)}});
}

std::string result_page(const ServedFolder& folder, const std::vector<std::string>& directories,
                        Language language) {
  std::vector<FinishedRun> runs;
  std::vector<FinishedProjection> projections;
  std::vector<FinishedStudy> studies;
  for (const std::string& directory : directories) {
    const fs::path place = folder.result(directory);
    if (is_study_file(place))
      studies.push_back({place, read_study_results(place)});
    else if (is_projection(place))
      projections.push_back(read_finished_projection(place));
    else
      runs.push_back(read_run(place));
  }
  if (directories.empty()) throw NotServed("no result was named");
  if (studies.size() == directories.size()) return study_page(studies, language);
  if (projections.size() == directories.size()) return report_projection_page(projections, language);
  if (runs.size() < directories.size())
    throw UsageError("results of different kinds have no page in common; choose two of a kind");
  return report_run_page(runs, language);
}

std::string compare_answer(const ServedFolder& folder, const std::string& a, const std::string& b) {
  const fs::path first = folder.result(a), second = folder.result(b);
  if (is_study_file(first) || is_study_file(second))
    throw UsageError("studies are not compared figure by figure; open both on one page");
  if (is_projection(first) != is_projection(second))
    throw UsageError("a run cannot be compared with a projection; choose two of a kind");
  ComparedFigures one = figures_in(first), two = figures_in(second);
  one.directory = a, two.directory = b;  // as the page names them
  return text_of({{"text", comparison_text(one, two)}});
}

std::string problem_json(std::string_view problem) {
  return text_of({{"problem", std::string(problem)}});
}

}  // namespace hubwatt
