#include "tools/report_why.hpp"

#include <nlohmann/json.hpp>

#include "models/error.hpp"
#include "tools/run_summary_shape.hpp"
#include "tools/why_json.hpp"
#include "tools/why_short.hpp"
#include "tools/why_text.hpp"

namespace hubwatt {

namespace {

using Json = nlohmann::ordered_json;

ExplainedRun explained(const FinishedRun& run) {
  const Json summary = Json::parse(run.summary);
  expect_summary_shape(run.directory / "summary.json", summary);
  return ExplainedRun(summary, read_run_inputs(run.directory));
}

}  // namespace

std::string report_why_text(const FinishedRun& run, const std::vector<std::string>& paths, WhyLength length,
                            const Words& words) {
  const ExplainedRun of = explained(run);
  std::string out, key;
  for (const std::string& path : paths) {
    const Why why = of.explain(path);
    out += out.empty() ? "" : "\n";
    if (length == WhyLength::screen) {
      out += why_short_text(of, why, words) + moves_short_text(of.inputs(), why, words);
      continue;
    }
    out += why_text(of, why, words);
    key = paths.size() == 1 ? std::string(why.term.figure->terms->key) : "";
  }
  if (length == WhyLength::screen)
    return out + "\n" + std::string(words("All hubs, inputs and estimates: --why-all, or --format json.")) +
           "\n";
  return out + moves_text(of.inputs(), key, words);
}

std::string report_why_json(const FinishedRun& run, const std::vector<std::string>& paths) {
  const ExplainedRun of = explained(run);
  Json out{{"schema", 1}, {"directory", run.directory.string()}, {"figures", Json::array()}};
  for (const std::string& path : paths) out["figures"].push_back(why_json(of, of.explain(path)));
  out["assumptions"] = moves_json(of.inputs());
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace hubwatt
