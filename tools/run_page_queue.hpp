// What series.csv tells of each hub's queue and of the accelerators that are held and at work, row by row beside what
// else is read of it.
#pragma once

#include <array>
#include <nlohmann/json.hpp>
#include <vector>

#include "tools/run_page_bins.hpp"

namespace hubwatt {

class QueueCourse {
 public:
  // Throws InputError where the table lacks a column.
  QueueCourse(const CsvRows& table, const Spans& spans);

  // Throws InputError where the row is damaged.
  void add(const CsvRows& row);

  // [{"hub", "waiting_jobs", "gpus_held", "gpus_active"}]: means over each span.
  nlohmann::ordered_json json() const;

 private:
  static constexpr std::array<const char*, 3> quantities{"waiting_jobs", "gpus_held", "gpus_active"};
  using Span = std::array<Mean, quantities.size()>;

  Spans spans_;
  std::size_t hub_, start_, hours_;
  std::array<std::size_t, quantities.size()> columns_{};
  Named<std::vector<Span>> hubs_;
};

}  // namespace hubwatt
