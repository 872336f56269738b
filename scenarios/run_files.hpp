// The tables of a run, written row by row while it goes: jobs.csv, series.csv, inference.csv. Nothing is kept, so
// memory does not follow the run. Numbers are the shortest text that reads back the same, cut to what a column can
// mean (a microsecond, ten digits). Column units end the names.
#pragma once

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "scenarios/job.hpp"
#include "scenarios/scenario.hpp"
#include "scenarios/service_figures.hpp"
#include "scenarios/site.hpp"

namespace hubwatt {

// A file that is written forwards only. Throws Error when the disk refuses.
class TableFile {
 public:
  TableFile(const std::filesystem::path& path, std::string_view header);
  template <class... Values>
  void row(fmt::format_string<Values...> format, Values&&... values) {
    fmt::format_to(std::back_inserter(buffer_), format, std::forward<Values>(values)...);
    flush_when_full();
  }
  // For rows that are written by hand, a million at a time.
  fmt::memory_buffer& buffer() { return buffer_; }
  void flush_when_full() {
    if (buffer_.size() > 1 << 16) flush();
  }
  void flush();
  void close();

 private:
  struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  std::filesystem::path path_;
  std::unique_ptr<std::FILE, Closer> file_;
  fmt::memory_buffer buffer_;
};

class RunFiles {
 public:
  RunFiles(const std::filesystem::path& directory, const Scenario& scenario);

  void job(const Job& job, Energy energy);
  // One step of one hub, from its sums. `begin_s` since the start of the run.
  void step(const Site& site, double begin_s, const Tally& sums);
  void service_step(std::size_t service, const Hub& hub, double begin_s, Duration length,
                    const ServiceFigures& sums);
  // Call once all rows are written; what the disk refused comes out here at the latest.
  void close();

 private:
  const Scenario& scenario_;
  std::vector<std::string> workload_names_, origin_ids_, hub_ids_;  // as CSV fields
  std::unique_ptr<TableFile> jobs_, series_, inference_;
};

}  // namespace hubwatt
