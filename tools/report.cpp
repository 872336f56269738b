#include "tools/report.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "models/error.hpp"
#include "tools/finished_file.hpp"
#include "tools/report_standards.hpp"
#include "tools/report_tables.hpp"

namespace hubwatt {

namespace {

using Json = nlohmann::ordered_json;

std::string footer(const Words& words) {
  return fmt::format("\n{}\n", words("Latencies of links are one-way; a round trip takes twice as long. "
                                     "Fleet figures are ratios of sums. "
                                     "Certificates count for green power, not for hourly matching. PUE is of "
                                     "category 3 (IT metered at its "
                                     "input)."));
}

// Tables of one run. A key that is missing or of another type comes out as Json::exception.
std::string run_text(const Words& words, const Json& summary, const Json& manifest) {
  std::string out = report_head(summary, manifest);
  out += "\nHubs\n" + hub_table(summary);
  out += "\nEnergy balance in MWh\n" + energy_table(summary);
  out += "\nPlant\n" + plant_table(summary);
  out += outage_table(summary);
  out += job_lines(summary);
  out += service_table(summary);
  out += network_table(summary);
  out += accounts_table(summary);
  out += grade_table(summary);
  out += scorecard(summary);
  return out + footer(words);
}

}  // namespace

FinishedRun read_run(const std::filesystem::path& directory) {
  return {directory, finished_json(directory / "summary.json", "run", "run"),
          finished_json(directory / "manifest.json", "run", "run")};
}

std::string report_text(const std::vector<FinishedRun>& runs, Language language) {
  const Words words(language);
  std::string out;
  for (const FinishedRun& run : runs) {
    try {
      if (!out.empty()) out += "\n";
      out += run_text(words, Json::parse(run.summary), Json::parse(run.manifest));
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
