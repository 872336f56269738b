#include "tools/run_page_queue.hpp"

namespace hubwatt {

QueueCourse::QueueCourse(const CsvRows& table, const Spans& spans)
    : spans_(spans),
      hub_(table.column("hub")),
      start_(table.column("start_s")),
      hours_(table.column("hours")) {
  for (std::size_t i = 0; i < quantities.size(); ++i) columns_[i] = table.column(quantities[i]);
}

void QueueCourse::add(const CsvRows& row) {
  std::vector<Span>& course = hubs_[row.text(hub_)];
  course.resize(spans_.count());
  Span& span = course[spans_.of(row.number(start_), row)];
  const double hours = row.number(hours_);
  for (std::size_t i = 0; i < quantities.size(); ++i) span[i].add(row.number(columns_[i]), hours);
}

nlohmann::ordered_json QueueCourse::json() const {
  nlohmann::ordered_json out = nlohmann::ordered_json::array();
  for (const auto& [id, course] : hubs_) {
    nlohmann::ordered_json entry{{"hub", id}};
    for (std::size_t i = 0; i < quantities.size(); ++i)
      for (const Span& span : course) entry[quantities[i]].push_back(span[i].value());
    out.push_back(std::move(entry));
  }
  return out;
}

}  // namespace hubwatt
