// Imported traces: the first byte chooses the format. What an import of jobs writes is a trace that reads back
// with one job for each row written.
#include <cstdio>
#include <sstream>

#include "scenarios/import.hpp"
#include "scenarios/job_trace.hpp"
#include "tools/fuzz/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hubwatt;
  if (size == 0) return 0;
  const auto formats = import_formats();
  const ImportFormat format = formats[data[0] % formats.size()].format;
  const InputFile file{"fuzz.trace", std::string(fuzz::text_of(data + 1, size - 1))};

  std::ostringstream csv;
  try {
    const ImportResult result = import_trace(format, file, ImportOptions{}, csv);
    HUBWATT_ENSURES(!describe(result).empty());
    if (format == ImportFormat::azure_llm) return 0;

    std::vector<Diagnostic> mistakes;
    const auto no_origin = [](std::string_view) { return std::optional<OriginId>{}; };
    const auto jobs = read_job_trace({"written.csv", csv.str()}, no_origin, mistakes);
    for (const Diagnostic& mistake : mistakes) std::fprintf(stderr, "%s\n", mistake.text().c_str());
    HUBWATT_ENSURES(mistakes.empty());
    HUBWATT_ENSURES(jobs.size() == result.written);
  } catch (const InputError& refused) {
    fuzz::ensure_readable(refused.mistakes());
    HUBWATT_ENSURES(!refused.mistakes().empty());
    HUBWATT_ENSURES(csv.str().empty());
  }
  return 0;
}
