// An explained figure as JSON, whole: {"path", "value", "unit", "definition", "terms": T, "over_hubs", "hubs",
// "inputs", "estimates"}; T: {"path", "value", "unit", "role", "factor", "share", "formula", "how", "parts": [T]}.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "tools/why.hpp"

namespace hubwatt {

const char* over_hubs_name(OverHubs over);

nlohmann::ordered_json why_json(const ExplainedRun& run, const Why& why);

// {"tested", "not_tested", "not_tested_why", "threshold", "moves": [...]}
nlohmann::ordered_json moves_json(const RunInputs& inputs);

}  // namespace hubwatt
