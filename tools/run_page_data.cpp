#include "tools/run_page_data.hpp"

#include <nlohmann/json.hpp>

#include "models/error.hpp"
#include "tools/run_page_jobs.hpp"
#include "tools/run_page_series.hpp"
#include "tools/run_summary_shape.hpp"

namespace hubwatt {

std::string run_page_data(const FinishedRun& run, PageInputs& inputs) {
  using Json = nlohmann::ordered_json;
  const std::filesystem::path file = run.directory / "summary.json";
  try {
    const Json summary = Json::parse(run.summary);
    expect_summary_shape(file, summary);
    Json out;
    out["name"] = summary.at("name");
    out["summary"] = summary;
    out["manifest"] = Json::parse(run.manifest);
    RunPageSeries series = run_page_series(run.directory / "series.csv", summary);
    out["jobs"] = run_page_jobs(run.directory);
    out["jobs"]["queue"] = std::move(series.queue);
    out["inputs"] = inputs.add(run);
    out["series"] = std::move(series.sums);
    return out.dump(-1, ' ', false, Json::error_handler_t::replace);
  } catch (const Json::exception& problem) {
    throw InputError(Diagnostic{file.string(), 0, 0, "",
                                std::string("is not what this version writes (") + problem.what() + ")",
                                "run the scenario again"});
  }
}

}  // namespace hubwatt
