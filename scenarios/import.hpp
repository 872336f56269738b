// Published traces into hubwatt's own CSV: `hubwatt import FORMAT FILE -o JOBS.csv`. Rows that hold no work
// are left out, counted and named by reason; rows that cannot be read are mistakes.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/error.hpp"
#include "scenarios/input_files.hpp"

namespace hubwatt {

enum class ImportFormat { swf, philly, azure_llm };

// What goes in: the name on the command line and one sentence for the manual.
struct ImportFormatInfo {
  ImportFormat format;
  std::string_view name;  // "swf", "philly", "azure-llm"
  std::string_view summary;
};
std::span<const ImportFormatInfo> import_formats();
std::optional<ImportFormat> import_format(std::string_view name);

// What is taken of the trace. Rows that arrive outside [from, until) seconds after the trace's first row are
// left out. Times written count from `from`, or from the first row where it is empty.
struct ImportOptions {
  double accelerators_per_processor = 1.0;  // swf; a part of an accelerator is rounded up
  std::optional<double> from_s;
  std::optional<double> until_s;
};

// Statistics of one figure over the rows written.
struct ImportStatistic {
  std::string name;  // ends in its unit: "tokens_in", "duration_s"
  double mean = 0.0;
  double p50 = 0.0;
  double p90 = 0.0;
  double p99 = 0.0;
};

struct ImportResult {
  std::size_t written = 0;
  std::map<std::string, std::size_t> skipped;  // rows left out, by reason
  double span_s = 0.0;                         // first to last arrival
  double rate_per_s = 0.0;                     // (arrivals - 1) / span
  double interarrival_cv = 0.0;                // standard deviation / mean of the gaps
  std::vector<ImportStatistic> statistics;
  std::vector<std::string> notes;  // of the source's own header: computer, acknowledgement
};

// Reads `file` and writes CSV: submit_s,gpus,duration_s (swf, philly) or arrival_s,tokens_in,tokens_out
// (azure-llm). Writes nothing and throws InputError with every mistake where the file is not of that format
// or a row is broken.
ImportResult import_trace(ImportFormat format, const InputFile& file, const ImportOptions& options,
                          std::ostream& csv);

// The result as lines of text for a terminal.
std::string describe(const ImportResult& result);

}  // namespace hubwatt
