#include "tools/report_run.hpp"

#include <nlohmann/json.hpp>

#include "tools/report_page.hpp"
#include "tools/run_page_data.hpp"

namespace hubwatt {

std::string report_run_page(const std::vector<FinishedRun>& runs, Language language) {
  std::string title, data;
  PageInputs inputs;
  for (const FinishedRun& run : runs) {
    data += (data.empty() ? "" : ",") + run_page_data(run, inputs);
    title += (title.empty() ? "" : ", ") + nlohmann::json::parse(run.summary).at("name").get<std::string>();
  }
  return report_page(title, "{\"kind\":\"run\",\"language\":\"" + std::string(to_code(language)) +
                                "\",\"explained\":" + inputs.shared().dump() + ",\"runs\":[" + data + "]}");
}

}  // namespace hubwatt
