// What the page of runs needs to explain their figures: the declarations of scenarios/kpi_terms.hpp, and inputs.json of
// every run. What runs share stands in the page once, so that those of national years, of which most inputs are the
// same, fit on one. Layout:
//   of all runs: {"terms": [[table, key, unit, formula, how, from, inputs, over hubs, definition], ...],
//                 "sources": [[entry, source, confidence], ...], "texts": [...],
//                 "rows": [[owner, tail, value, file, line, source, meaning, default], ...]}
//   of one:      {"rows": [[first, count], ...], "tested", "not_tested": [[name, why], ...], "threshold",
//                 "moves": [{"name", "value", "change", "file", "line", "source", "effects"}, ...]}
// A row's key is its owner and its tail, joined by a dot where there are both. Texts are positions in `texts`, -1 for
// none; what is none at a row's end is left out. A run's rows are ranges of those of all.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "tools/report.hpp"

namespace hubwatt {

// Rows of a list, each once.
class SharedRows {
 public:
  int place_of(const nlohmann::ordered_json& row);
  const nlohmann::ordered_json& list() const { return list_; }

 private:
  std::map<std::string, int> places_;
  nlohmann::ordered_json list_ = nlohmann::ordered_json::array();
};

class PageInputs {
 public:
  // What is of one run; null of one that wrote no inputs.json. Throws InputError where the file is damaged.
  nlohmann::ordered_json add(const FinishedRun& run);

  // What is of all runs that were added.
  nlohmann::ordered_json shared() const;

 private:
  SharedRows sources_, texts_, rows_;
};

}  // namespace hubwatt
