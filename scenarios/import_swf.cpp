// Standard Workload Format 2.2: 18 fields separated by blanks, comments after ';'. Source: Chapin et al.,
// "Benchmarks and standards for the evaluation of parallel job schedulers", JSSPP 1999, and the format page
// of the Parallel Workloads Archive. Unknown is -1. Used here: 2 submit, 4 run time, 5 processors allocated,
// 8 processors requested (where the allocation is unknown).
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "scenarios/csv.hpp"
#include "scenarios/import_rows.hpp"

namespace hubwatt {
namespace {

constexpr std::size_t fields_per_job = 18;
constexpr std::size_t submit = 1, run_time = 3, allocated = 4, requested = 7;

std::vector<std::string_view> split_at_blanks(std::string_view line) {
  constexpr std::string_view blanks = " \t\r";
  std::vector<std::string_view> fields;
  for (std::size_t at = 0; (at = line.find_first_not_of(blanks, at)) != std::string_view::npos;) {
    const std::size_t end = std::min(line.find_first_of(blanks, at), line.size());
    fields.push_back(line.substr(at, end - at));
    at = end;
  }
  return fields;
}

// The header lines a reader of the result should see.
bool worth_noting(std::string_view comment) {
  constexpr std::string_view labels[] = {
      "Computer:", "Installation:", "Acknowledge:", "Information:", "UnixStartTime:", "TimeZoneString:"};
  return std::any_of(std::begin(labels), std::end(labels),
                     [&](std::string_view label) { return comment.starts_with(label); });
}

// The numbers of one job, or the mistake of its line.
std::optional<std::array<double, fields_per_job>> read_fields(std::string_view line, Diagnostic at,
                                                              std::vector<Diagnostic>& found) {
  const std::vector<std::string_view> fields = split_at_blanks(line);
  if (fields.size() != fields_per_job) {
    at.problem = fmt::format("has {} fields (a job of the Standard Workload Format has 18)", fields.size());
    found.push_back(std::move(at));
    return std::nullopt;
  }
  std::array<double, fields_per_job> numbers{};
  for (std::size_t i = 0; i < fields_per_job; ++i) {
    const auto number = read_number(fields[i]);
    if (!number) {
      at.column = static_cast<int>(fields[i].data() - line.data()) + 1;
      at.problem = fmt::format("field {} is {} (not a number)", i + 1, fields[i]);
      found.push_back(std::move(at));
      return std::nullopt;
    }
    numbers[i] = *number;
  }
  return numbers;
}

}  // namespace

ImportedRows read_swf(const InputFile& file, const ImportOptions& options,
                      std::vector<Diagnostic>& mistakes) {
  ImportedRows out{.columns = {"submit_s", "gpus", "duration_s"}, .rows = {}, .skipped = {}, .notes = {}};
  std::vector<Diagnostic> found;
  const std::string_view text = file.text;
  int number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    ++number;
    const std::size_t first = line.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) continue;
    if (line[first] == ';') {
      std::string_view comment = line.substr(std::min(line.find_first_not_of("; \t", first), line.size()));
      comment = comment.substr(0, comment.find_last_not_of(" \t\r") + 1);
      if (worth_noting(comment)) out.notes.emplace_back(comment);
      continue;
    }
    const auto job = read_fields(line, {file.path, number, 1, "", "", ""}, found);
    if (!job) continue;
    const double processors = (*job)[allocated] > 0.0 ? (*job)[allocated] : (*job)[requested];
    if ((*job)[run_time] < 0.0)
      ++out.skipped["run time unknown"];
    else if ((*job)[run_time] == 0.0)
      ++out.skipped["run time is 0"];
    else if (processors <= 0.0)
      ++out.skipped["no processors"];
    else if ((*job)[submit] < 0.0)
      ++out.skipped["submit time unknown"];
    else
      out.rows.push_back(
          {(*job)[submit], std::ceil(processors * options.accelerators_per_processor), (*job)[run_time]});
  }
  report_first(std::move(found), mistakes);
  return out;
}

}  // namespace hubwatt
