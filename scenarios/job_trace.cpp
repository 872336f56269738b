#include "scenarios/job_trace.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "models/nearest_name.hpp"
#include "scenarios/csv.hpp"

namespace hubwatt {
namespace {

const std::array<std::string, 7> known_columns = {"submit_s",   "gpus",   "duration_s",  "activity",
                                                  "dataset_gb", "origin", "deferrable_s"};

// Limits of a number in a trace and the words for them.
struct Limit {
  double low = 0.0;
  double high = 1e15;  // of any figure: beyond, seconds have no fractions
  std::string_view words;
};

class TraceReader {
 public:
  TraceReader(const CsvTable& table, const OriginLookup& origin) : table_(table), origin_(origin) {}

  // Reads the columns' places; false where a required one is missing.
  bool find_columns(std::vector<Diagnostic>& mistakes) {
    const std::size_t before = mistakes.size();
    for (const std::string& name : table_.header()) {
      if (std::find(known_columns.begin(), known_columns.end(), name) != known_columns.end()) continue;
      mistakes.push_back({table_.file(), 1, 1, "", "column \"" + name + "\" is unknown to a job trace",
                          suggestion_for(name, known_columns)});
    }
    for (std::size_t i = 0; i < known_columns.size(); ++i) places_[i] = table_.column(known_columns[i]);
    for (std::size_t i = 0; i < 3; ++i) table_.require_column(known_columns[i], mistakes);
    return mistakes.size() == before;
  }

  JobRecord read(std::size_t row) {
    row_ = row;
    JobRecord job;
    job.submit_s = required(0, {.words = "a job is submitted at or after the start"});
    job.accelerators = count(1);
    job.duration_s = required(2, {.low = 1e-3, .words = "a job lasts 1 ms or longer"});
    job.activity = optional(3, {.high = 1.0, .words = "activity is a share, 0 to 1"});
    job.dataset_gb = optional(4, {.words = "a size is not negative"});
    job.origin = place_of_demand(5);
    job.deferrable_s = optional(6, {.words = "a time is not negative"});
    return job;
  }

  std::vector<Diagnostic>& found() { return found_; }

 private:
  void complain(std::size_t which, std::string_view reason) {
    const std::size_t column = *places_[which];
    const std::string_view cell = table_.cell(row_, column);
    std::string problem = cell.empty() ? fmt::format("{} is missing", known_columns[which])
                                       : fmt::format("{} is {} ({})", known_columns[which], cell, reason);
    found_.push_back(table_.mistake_at(row_, column, std::move(problem)));
  }

  double required(std::size_t which, const Limit& limit) {
    const auto value = table_.number(row_, *places_[which]);
    if (value && *value >= limit.low && *value <= limit.high) return *value;
    complain(which, !value ? "not a number" : *value > 1e15 ? "at most 1e15" : limit.words);
    return 0.0;
  }

  // Below 0 where the trace says nothing.
  double optional(std::size_t which, const Limit& limit) {
    if (!places_[which] || table_.cell(row_, *places_[which]).empty()) return -1.0;
    return required(which, limit);
  }

  std::uint32_t count(std::size_t which) {
    constexpr double most = 1e6;
    const auto value = table_.number(row_, *places_[which]);
    if (value && *value >= 1.0 && *value <= most && *value == std::floor(*value)) {
      return static_cast<std::uint32_t>(*value);
    }
    if (!value)
      complain(which, "not a number");
    else if (*value < 1.0)
      complain(which, "a job needs at least 1");
    else
      complain(which, *value > most ? "at most 1000000" : "a whole number is needed");
    return 1;
  }

  std::int16_t place_of_demand(std::size_t which) {
    if (!places_[which]) return -1;
    const std::string_view id = table_.cell(row_, *places_[which]);
    if (id.empty()) return -1;
    const std::optional<OriginId> origin = origin_(id);
    if (!origin) complain(which, "no such origin in the platform");
    return origin ? static_cast<std::int16_t>(origin->index) : std::int16_t{-1};
  }

  const CsvTable& table_;
  const OriginLookup& origin_;
  std::array<std::optional<std::size_t>, 7> places_{};
  std::size_t row_ = 0;
  std::vector<Diagnostic> found_;
};

}  // namespace

std::vector<JobRecord> read_job_trace(const InputFile& file, const OriginLookup& origin,
                                      std::vector<Diagnostic>& mistakes) {
  const std::size_t before = mistakes.size();
  const CsvTable table(file.text, file.path, mistakes);
  TraceReader reader(table, origin);
  if (!reader.find_columns(mistakes)) return {};

  std::vector<JobRecord> jobs;
  jobs.reserve(table.rows());
  for (std::size_t row = 0; row < table.rows(); ++row) jobs.push_back(reader.read(row));
  report_first(std::move(reader.found()), mistakes);
  if (mistakes.size() != before) return {};

  std::stable_sort(jobs.begin(), jobs.end(),
                   [](const JobRecord& a, const JobRecord& b) { return a.submit_s < b.submit_s; });
  return jobs;
}

}  // namespace hubwatt
