// The summary of a sweep as text and as JSON.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "tools/report_figures.hpp"
#include "tools/study/sweep_summary.hpp"
#include "tools/text_table.hpp"

namespace hubwatt {

namespace {

constexpr std::size_t most_failures = 3;  // that are told of one by one

std::string best_table(const SweepSummary& summary, const Words& words) {
  std::vector<std::string> head = words.all({"figure", "wanted", "best value", "point"});
  head.insert(head.end(), summary.axes.begin(), summary.axes.end());
  TextTable table(head);
  for (const BestSetting& best : summary.best) {
    const bool lowest = best.objective.best == Objective::Best::lowest;
    std::vector<std::string> row{best.objective.figure,
                                 lowest ? words.with("lowest") : words.with("highest")};
    if (best.first == 0) {
      row.resize(head.size(), "-");
    } else {
      row.push_back(number(best.value));
      row.push_back(best.last == best.first ? fmt::format("{}", best.first)
                                            : fmt::format("{}-{}", best.first, best.last));
      const std::vector<std::string>& levels = summary.all.at(best.first - 1).levels;
      row.insert(row.end(), levels.begin(), levels.end());
    }
    table.add(row);
  }
  return table.text();
}

// A problem may have a line for each mistake.
std::string indented(const std::string& text) {
  std::string out;
  for (const char c : text) out += c == '\n' ? std::string("\n      ") : std::string(1, c);
  return out;
}

std::string failures(const SweepSummary& summary, const Words& words) {
  std::string out;
  for (std::size_t i = 0; i < std::min(summary.failed.size(), most_failures); ++i) {
    const FailedPoint& failed = summary.failed[i];
    out += "  " + words.with("point {}: {}", failed.number, indented(failed.problem)) + "\n";
    out += "    " + failed.command + "\n";
  }
  if (summary.failed.size() > most_failures)
    out += "  " + words.with("and {} more", summary.failed.size() - most_failures) + "\n";
  return out;
}

}  // namespace

std::string sweep_text(const SweepSummary& summary, Language language) {
  const Words words(language);
  std::string out = words.with("{}: {} of {} points done, {} failed", summary.name, summary.done,
                               summary.points, summary.failed.size()) +
                    "\n";
  if (summary.done > 0) {
    out += "\n" + words.with("Best points") + "\n" + best_table(summary, words);
    if (summary.seeds > 1) out += words.with("Values are means over {} seeds.", summary.seeds) + "\n";
  }
  if (!summary.failed.empty())
    out +=
        "\n" + words.with("Failed points, and how to run each by itself") + "\n" + failures(summary, words);
  return out + "\n" + words.with("Results are in {}", summary.file) + "\n";
}

std::string sweep_json(const SweepSummary& summary) {
  using Json = nlohmann::ordered_json;
  Json out{{"schema", 1},
           {"name", summary.name},
           {"file", summary.file},
           {"points", summary.points},
           {"done", summary.done},
           {"failed", summary.failed.size()},
           {"seeds", summary.seeds},
           {"best", Json::array()},
           {"failures", Json::array()}};
  for (const BestSetting& best : summary.best) {
    Json one{{"figure", best.objective.figure},
             {"best", best.objective.best == Objective::Best::lowest ? "lowest" : "highest"},
             {"value", nullptr}};
    if (best.first != 0) {
      one["value"] = best.value;
      one["points"] = Json::array();
      for (std::size_t point = best.first; point <= best.last; ++point) one["points"].push_back(point);
      for (std::size_t axis = 0; axis < summary.axes.size(); ++axis)
        one["levels"][summary.axes[axis]] = summary.all.at(best.first - 1).levels.at(axis);
    }
    out["best"].push_back(one);
  }
  for (const FailedPoint& failed : summary.failed)
    out["failures"].push_back({{"point", failed.number},
                               {"exit_code", failed.exit_code},
                               {"problem", failed.problem},
                               {"command", failed.command}});
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace hubwatt
