// The figures of summary.json by their paths: "hubs.zhongwei.pue", "total.facility_energy_kwh", "sides.east.pue",
// "jobs.mean_wait_s", "inference.chat.requests", "network.a-b.availability", "ledger.zhongwei.it.idle".
#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/kpi.hpp"
#include "scenarios/kpi_terms.hpp"

namespace hubwatt {

// A table of figures in the summary.
struct FigureTable {
  KpiTable kind = KpiTable::place;
  std::string path;               // "hubs.zhongwei"
  std::string owner;              // "zhongwei": hub, service or link; empty of others
  std::vector<std::string> hubs;  // that it tells of: one, those of a side, or all

  bool of_one_hub() const { return kind == KpiTable::ledger || path.starts_with("hubs."); }
  // That of all hubs or of a side.
  bool over_hubs() const { return kind == KpiTable::place && !of_one_hub(); }
};

struct RunFigure {
  std::string path;  // from the root
  FigureTable table;
  const KpiTerms* terms = nullptr;
  KpiValue value;
};

class RunFigures {
 public:
  // `sides`: hubs of "east" and "west", which the summary does not tell.
  RunFigures(const nlohmann::ordered_json& summary,
             const std::map<std::string, std::vector<std::string>>& sides);

  // Null where there is none.
  const RunFigure* find(std::string_view path) const;

  // The figure that a formula of `of` names; null where there is none, as of a hub without a battery.
  const RunFigure* term(const RunFigure& of, std::string_view path) const;

  std::vector<std::string> paths() const;  // in the order of the summary

 private:
  void add(const nlohmann::ordered_json& figures, const FigureTable& table, const std::string& prefix = "");

  std::vector<RunFigure> figures_;
  std::map<std::string, std::size_t, std::less<>> by_path_;
};

}  // namespace hubwatt
