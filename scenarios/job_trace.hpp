// Training jobs from a CSV trace: submit_s,gpus,duration_s[,activity,dataset_gb,origin,deferrable_s].
// An optional column may be absent or a cell of it empty: then the workload's own figure holds for that job.
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "models/error.hpp"
#include "platforms/id.hpp"
#include "scenarios/input_files.hpp"
#include "scenarios/scenario.hpp"

namespace hubwatt {

using OriginLookup = std::function<std::optional<OriginId>(std::string_view id)>;

// Jobs in order of submission (stable). Broken rows become mistakes with line, column and reason, the first
// ten in full; unknown columns are mistakes too. Returns no job where anything is wrong.
std::vector<JobRecord> read_job_trace(const InputFile& file, const OriginLookup& origin,
                                      std::vector<Diagnostic>& mistakes);

}  // namespace hubwatt
