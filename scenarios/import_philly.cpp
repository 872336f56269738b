// The Microsoft Philly trace of 2017 as flattened by the authors of Pollux: columns submit_time, duration_s,
// num_gpus and virtual_cluster. Source: Jeon et al., "Analysis of Large-Scale Multi-Tenant GPU Clusters for
// DNN Training Workloads", USENIX ATC 2019. Wall-clock times are taken as they stand; the trace has no change
// of summer time before November.
#include <fmt/format.h>

#include <cmath>

#include "scenarios/csv.hpp"
#include "scenarios/import_rows.hpp"

namespace hubwatt {

ImportedRows read_philly(const InputFile& file, std::vector<Diagnostic>& mistakes) {
  ImportedRows out{.columns = {"submit_s", "gpus", "duration_s"}, .rows = {}, .skipped = {}, .notes = {}};
  const CsvTable table(file.text, file.path, mistakes);
  const auto time_column = table.require_column("submit_time", mistakes);
  const auto duration_column = table.require_column("duration_s", mistakes);
  const auto gpus_column = table.require_column("num_gpus", mistakes);
  if (!time_column || !duration_column || !gpus_column) return out;

  std::vector<Diagnostic> found;
  const auto complain = [&](std::size_t row, std::size_t column, std::string_view reason) {
    found.push_back(table.mistake_at(
        row, column,
        fmt::format("{} is \"{}\" ({})", table.header()[column], table.cell(row, column), reason)));
  };
  std::optional<std::int64_t> first;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const auto time = read_timestamp(table.cell(row, *time_column));
    const auto duration = table.number(row, *duration_column);
    const auto gpus = table.number(row, *gpus_column);
    if (!time) complain(row, *time_column, "not a time like 2017-10-03 08:15:00");
    if (!duration) complain(row, *duration_column, "not a number");
    if (!gpus || *gpus != std::floor(*gpus)) complain(row, *gpus_column, "not a whole number");
    if (!time || !duration || !gpus) continue;
    if (!first) first = time;
    if (*duration <= 0.0)
      ++out.skipped["run time is 0"];
    else if (*gpus < 1.0)
      ++out.skipped["no accelerators"];
    else
      out.rows.push_back({static_cast<double>(*time - *first) / ticks_per_second, *gpus, *duration});
  }
  report_first(std::move(found), mistakes);
  return out;
}

}  // namespace hubwatt
