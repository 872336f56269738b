// Figures of a run by their paths, "total.pue", "hubs.zhongwei.water_l": those that a summary holds, and those that
// runs of a scenario can hold. Which there are is declared in kpi_terms.hpp, to which this adds the number of rules
// kept and missed.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scenarios/scenario.hpp"

namespace hubwatt {

// The numbers of a summary.json, in its order; what is null is left out.
std::vector<std::pair<std::string, double>> figures_of_summary(std::string_view summary_json);

// What figures are of.
struct FigureOwners {
  std::set<std::string> hubs, services, links;

  void add(const Scenario& scenario);
};

// Every figure that a run with these can have.
std::vector<std::string> known_figures(const FigureOwners& owners);

}  // namespace hubwatt
