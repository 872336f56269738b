#include "tools/run_page_queue.hpp"

#include <array>
#include <vector>

#include "tools/csv_rows.hpp"
#include "tools/run_page_bins.hpp"

namespace hubwatt {

namespace {

constexpr std::array<const char*, 3> quantities{"waiting_jobs", "gpus_held", "gpus_active"};
using Span = std::array<Mean, quantities.size()>;

}  // namespace

nlohmann::ordered_json run_page_queue(const std::filesystem::path& table, const Spans& spans) {
  CsvRows rows(table);
  const std::size_t hub = rows.column("hub"), start = rows.column("start_s"), hours = rows.column("hours");
  std::array<std::size_t, quantities.size()> columns{};
  for (std::size_t i = 0; i < quantities.size(); ++i) columns[i] = rows.column(quantities[i]);
  Named<std::vector<Span>> hubs;
  while (rows.next()) {
    std::vector<Span>& course = hubs[rows.text(hub)];
    course.resize(spans.count());
    const std::size_t at = spans.of(rows.number(start), rows);
    for (std::size_t i = 0; i < quantities.size(); ++i)
      course[at][i].add(rows.number(columns[i]), rows.number(hours));
  }
  nlohmann::ordered_json out = nlohmann::ordered_json::array();
  for (const auto& [id, course] : hubs) {
    nlohmann::ordered_json entry{{"hub", id}};
    for (std::size_t i = 0; i < quantities.size(); ++i)
      for (const Span& span : course) entry[quantities[i]].push_back(span[i].value());
    out.push_back(std::move(entry));
  }
  return out;
}

}  // namespace hubwatt
