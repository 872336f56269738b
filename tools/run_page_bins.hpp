// What the aggregates of a run's page share: figures cut to what a chart can show, counts of values between
// edges, and the spans of time over which a course is averaged.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tools/csv_rows.hpp"

namespace hubwatt {

// Five digits; null for what is no number.
inline nlohmann::ordered_json short_number(double value) {
  if (!std::isfinite(value)) return nullptr;
  return std::strtod(fmt::format("{:.5g}", value).c_str(), nullptr);
}

// Weighted mean.
struct Mean {
  double sum = 0.0, weight = 0.0;
  void add(double value, double of_weight) {
    sum += value * of_weight;
    weight += of_weight;
  }
  nlohmann::ordered_json value() const {
    return weight > 0.0 ? short_number(sum / weight) : nlohmann::ordered_json(nullptr);
  }
};

// Members by name, in the order in which they were first named.
template <class Member>
class Named {
 public:
  Member& operator[](std::string_view name) {
    std::size_t& near =
        near_[name.empty() ? 0 : (name.size() + static_cast<unsigned char>(name.back())) % near_.size()];
    if (near < members_.size() && members_[near].first == name) return members_[near].second;
    const auto known = places_.find(name);
    if (known != places_.end()) return members_[near = known->second].second;
    places_.emplace(name, near = members_.size());
    return members_.emplace_back(name, Member{}).second;
  }
  auto begin() const { return members_.begin(); }
  auto end() const { return members_.end(); }

 private:
  std::map<std::string, std::size_t, std::less<>> places_;
  std::array<std::size_t, 64> near_{};  // the place last asked for of names of this length and last letter
  std::vector<std::pair<std::string, Member>> members_;
};

// Counts of values up to and with each edge; the last count is of those beyond the last edge.
class EdgeCounts {
 public:
  explicit EdgeCounts(std::span<const double> edges) : edges_(edges), counts_(edges.size() + 1, 0) {}
  void add(double value) {
    // Most jobs wait for nothing.
    const auto at =
        value <= edges_.front() ? edges_.begin() : std::lower_bound(edges_.begin(), edges_.end(), value);
    ++counts_[static_cast<std::size_t>(at - edges_.begin())];
  }
  const std::vector<std::uint64_t>& counts() const { return counts_; }

 private:
  std::span<const double> edges_;
  std::vector<std::uint64_t> counts_;
};

// The spans of time of a course over `length_hours`, whose steps are `step_hours` long: hours of a fortnight,
// days of a year, weeks of more.
class Spans {
 public:
  Spans(double length_hours, double step_hours)
      : hours_(std::max(step_hours, length_hours <= 15.0 * 24.0    ? 1.0
                                    : length_hours <= 400.0 * 24.0 ? 24.0
                                                                   : 168.0)),
        count_(static_cast<std::size_t>(std::ceil(std::min(length_hours / hours_, 1e6) - 1e-9))) {}
  double hours() const { return hours_; }
  std::size_t count() const { return count_; }
  // The span of a row that begins `start_s` after the run. Throws InputError where the run was over by then.
  std::size_t of(double start_s, const CsvRows& row) const {
    const double at = std::floor(start_s / (3600.0 * hours_) + 1e-9);
    if (!(at >= 0.0 && at < static_cast<double>(count_)))
      row.refuse("begins outside the period of summary.json");
    return static_cast<std::size_t>(at);
  }

 private:
  double hours_;
  std::size_t count_;
};

}  // namespace hubwatt
