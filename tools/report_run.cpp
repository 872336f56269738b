#include "tools/report_run.hpp"

#include <nlohmann/json.hpp>

#include "tools/report_page.hpp"
#include "tools/run_page_data.hpp"

namespace hubwatt {

std::string report_run_page(const std::vector<FinishedRun>& runs, Language language) {
  using Json = nlohmann::ordered_json;
  Json data{{"kind", "run"}, {"language", to_code(language)}, {"runs", Json::array()}};
  std::string title;
  for (const FinishedRun& run : runs) {
    data["runs"].push_back(run_page_data(run));
    title += (title.empty() ? "" : ", ") + data["runs"].back().at("name").get<std::string>();
  }
  return report_page(title, data.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace hubwatt
