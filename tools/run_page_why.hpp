// What the page of a run needs to explain its figures: the declarations of scenarios/kpi_terms.hpp, once for all
// runs, and inputs.json with every text in it once, so that the page of a national year stays small. Layout:
//   terms:  [[table, key, unit, formula, how, from, inputs, over hubs, definition], ...]
//   inputs: {"sources": [[entry, source, confidence], ...], "texts": [...],
//            "rows": [[owner, tail, value, file, line, source, meaning, default], ...], "tested",
//            "not_tested": [[name, why], ...], "threshold", "moves": [{"name", "value", "change", "file", "line", "source", "effects"}, ...]}
// A row's key is its owner and its tail, joined by a dot where there are both. Texts are positions in `texts`, -1 for
// none; what is none at a row's end is left out.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "tools/report.hpp"

namespace hubwatt {

nlohmann::ordered_json page_terms();

// Null of a run that wrote no inputs.json. Throws InputError where the file is damaged.
nlohmann::ordered_json page_inputs(const FinishedRun& run);

}  // namespace hubwatt
