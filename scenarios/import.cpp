#include "scenarios/import.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <numeric>
#include <ostream>

#include "scenarios/import_rows.hpp"

namespace hubwatt {
namespace {

constexpr std::array formats = {
    ImportFormatInfo{ImportFormat::swf, "swf", "batch jobs in the Standard Workload Format"},
    ImportFormatInfo{ImportFormat::philly, "philly", "training jobs of Microsoft Philly, 2017"},
    ImportFormatInfo{ImportFormat::azure_llm, "azure-llm", "requests to an LLM service of Azure, 2023"},
};

std::string_view name_of(ImportFormat format) {
  const auto is_it = [format](const ImportFormatInfo& info) { return info.format == format; };
  return std::find_if(formats.begin(), formats.end(), is_it)->name;
}

// What the first line looks like; empty where nothing is known like it.
std::optional<ImportFormat> recognise(std::string_view text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  if (line.starts_with(';')) return ImportFormat::swf;
  if (line.find("ContextTokens") != std::string_view::npos) return ImportFormat::azure_llm;
  if (line.find("num_gpus") != std::string_view::npos) return ImportFormat::philly;
  return std::nullopt;
}

// Refuses a file that is plainly of another format, before every row of it becomes a mistake.
void check_format(ImportFormat wanted, const InputFile& file) {
  const std::string_view text = file.text;
  const auto looks_like = recognise(text);
  const std::string_view name = name_of(wanted);
  if (looks_like && *looks_like != wanted) {
    throw InputError(Diagnostic{file.path, 1, 1, "",
                                fmt::format("looks like {}, not {}", name_of(*looks_like), name),
                                fmt::format("hubwatt import {} {}", name_of(*looks_like), file.path)});
  }
  if (text.starts_with("submit_s,")) {
    throw InputError(Diagnostic{file.path, 1, 1, "", "is a job trace of hubwatt already",
                                "name it as `trace` of a workload"});
  }
}

// Quantile by linear interpolation between order statistics (Hyndman and Fan 1996, type 7).
double quantile(const std::vector<double>& sorted, double p) {
  const double at = p * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (at - std::floor(at)) * (sorted[above] - sorted[below]);
}

double mean_of(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

ImportStatistic describe_column(std::string_view name, std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return {std::string(name), mean_of(values), quantile(values, 0.5), quantile(values, 0.9),
          quantile(values, 0.99)};
}

void describe_arrivals(const ImportedRows& imported, ImportResult& result) {
  std::vector<double> gaps;
  for (std::size_t i = 1; i < imported.rows.size(); ++i) {
    gaps.push_back(imported.rows[i][0] - imported.rows[i - 1][0]);
  }
  if (gaps.empty()) return;
  result.span_s = imported.rows.back()[0] - imported.rows.front()[0];
  if (result.span_s <= 0.0) return;
  result.rate_per_s = static_cast<double>(gaps.size()) / result.span_s;
  const double mean = mean_of(gaps);
  double squares = 0.0;
  for (const double gap : gaps) squares += (gap - mean) * (gap - mean);
  result.interarrival_cv = std::sqrt(squares / static_cast<double>(gaps.size())) / mean;
}

// Sorts by time, keeps what the options ask for and lets time count from the start of that.
void cut(ImportedRows& imported, const ImportOptions& options) {
  auto& rows = imported.rows;
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a[0] < b[0]; });
  if (rows.empty()) return;
  const double first = rows.front()[0];
  const double from = options.from_s.value_or(0.0);
  const std::size_t before = rows.size();
  std::erase_if(rows, [&](const auto& row) {
    const double at = row[0] - first;
    return at < from || (options.until_s && at >= *options.until_s);
  });
  if (before != rows.size()) imported.skipped["outside the time asked for"] += before - rows.size();
  for (auto& row : rows) row[0] -= first + from;
}

}  // namespace

std::span<const ImportFormatInfo> import_formats() {
  return formats;
}

std::optional<ImportFormat> import_format(std::string_view name) {
  for (const ImportFormatInfo& info : formats) {
    if (info.name == name) return info.format;
  }
  return std::nullopt;
}

std::optional<std::int64_t> read_timestamp(std::string_view text) {
  constexpr std::string_view pattern = "0000-00-00 00:00:00";
  if (text.size() < pattern.size()) return std::nullopt;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (pattern[i] == '0' ? !digit : text[i] != pattern[i] && !(i == 10 && text[i] == 'T'))
      return std::nullopt;
  }
  const auto field = [text](std::size_t at, std::size_t digits) {
    int value = 0;
    std::from_chars(text.data() + at, text.data() + at + digits, value);
    return value;
  };
  namespace chrono = std::chrono;
  const chrono::year_month_day day{chrono::year(field(0, 4)),
                                   chrono::month(static_cast<unsigned>(field(5, 2))),
                                   chrono::day(static_cast<unsigned>(field(8, 2)))};
  if (!day.ok() || field(11, 2) > 23 || field(14, 2) > 59 || field(17, 2) > 59) return std::nullopt;
  const std::int64_t days = chrono::sys_days(day).time_since_epoch().count();
  const std::int64_t seconds = ((days * 24 + field(11, 2)) * 60 + field(14, 2)) * 60 + field(17, 2);

  constexpr std::size_t tick_digits = 7;
  std::string_view fraction = text.substr(pattern.size());
  if (fraction.empty()) return seconds * static_cast<std::int64_t>(ticks_per_second);
  if (fraction[0] != '.' || fraction.size() > tick_digits + 1) return std::nullopt;
  std::string digits(fraction.substr(1));
  if (digits.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
  digits.resize(tick_digits, '0');
  std::int64_t ticks = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), ticks);
  return seconds * static_cast<std::int64_t>(ticks_per_second) + ticks;
}

ImportResult import_trace(ImportFormat format, const InputFile& file, const ImportOptions& options,
                          std::ostream& csv) {
  check_format(format, file);
  std::vector<Diagnostic> mistakes;
  ImportedRows imported = format == ImportFormat::swf      ? read_swf(file, options, mistakes)
                          : format == ImportFormat::philly ? read_philly(file, mistakes)
                                                           : read_azure_llm(file, mistakes);
  if (!mistakes.empty()) throw InputError(std::move(mistakes));
  cut(imported, options);
  if (imported.rows.empty()) {
    throw InputError(
        Diagnostic{file.path, 0, 0, "", fmt::format("holds no row to import as {}", name_of(format)), ""});
  }

  csv << fmt::format("{}\n", fmt::join(imported.columns, ","));
  for (const auto& row : imported.rows) csv << fmt::format("{}\n", fmt::join(row, ","));

  ImportResult result;
  result.written = imported.rows.size();
  result.skipped = std::move(imported.skipped);
  result.notes = std::move(imported.notes);
  describe_arrivals(imported, result);
  for (std::size_t column = 1; column < imported.columns.size(); ++column) {
    std::vector<double> values;
    for (const auto& row : imported.rows) values.push_back(row[column]);
    result.statistics.push_back(describe_column(imported.columns[column], std::move(values)));
  }
  return result;
}

std::string describe(const ImportResult& result) {
  std::string out = fmt::format("{} rows over {:.6g} s ({:.4g} per s, inter-arrival CV {:.3g})\n",
                                result.written, result.span_s, result.rate_per_s, result.interarrival_cv);
  for (const ImportStatistic& s : result.statistics) {
    out += fmt::format("{}: mean {:.5g}, p50 {:.5g}, p90 {:.5g}, p99 {:.5g}\n", s.name, s.mean, s.p50, s.p90,
                       s.p99);
  }
  for (const auto& [reason, count] : result.skipped) out += fmt::format("left out: {} ({})\n", count, reason);
  for (const std::string& note : result.notes) out += note + "\n";
  return out;
}

}  // namespace hubwatt
