#include "tools/report.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "models/error.hpp"
#include "tools/finished_file.hpp"
#include "tools/report_standards.hpp"
#include "tools/report_tables.hpp"
#include "tools/reported_run.hpp"

namespace hubwatt {

namespace {

using Json = nlohmann::ordered_json;

std::string footer(const Words& words) {
  return fmt::format(
      "\n{}\n",
      words("Latencies of links are one-way; a round trip takes twice as long. Fleet figures are ratios of "
            "sums. Certificates count for green power, not for hourly matching. PUE is of category 3 (IT "
            "metered at its input)."));
}

// Tables of one run. A key that is missing or of another type comes out as Json::exception.
std::string run_text(const ReportedRun& run, const Json& manifest) {
  return report_head(run, manifest) + hub_table(run) + energy_table(run) + plant_table(run) +
         outage_table(run) + job_lines(run) + service_table(run) + network_table(run) + accounts_table(run) +
         grade_table(run) + scorecard(run) + footer(run.words());
}

}  // namespace

FinishedRun read_run(const std::filesystem::path& directory) {
  return {directory, finished_json(directory / "summary.json", "run", "run"),
          finished_json(directory / "manifest.json", "run", "run")};
}

std::string report_text(const std::vector<FinishedRun>& runs, Language language) {
  std::string out;
  for (const FinishedRun& run : runs) {
    try {
      if (!out.empty()) out += "\n";
      const Json summary = Json::parse(run.summary);
      out += run_text({summary, Words(language)}, Json::parse(run.manifest));
    } catch (const Json::exception& problem) {
      throw InputError(Diagnostic{(run.directory / "summary.json").string(), 0, 0, "",
                                  std::string("is not what this version writes (") + problem.what() + ")",
                                  "run the scenario again"});
    }
  }
  return out;
}

std::string report_json(const std::vector<FinishedRun>& runs) {
  Json out;
  out["schema"] = 1;
  out["runs"] = Json::array();
  for (const FinishedRun& run : runs)
    out["runs"].push_back({{"directory", run.directory.string()},
                           {"manifest", Json::parse(run.manifest)},
                           {"summary", Json::parse(run.summary)}});
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace hubwatt
