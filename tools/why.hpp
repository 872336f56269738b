// Why a figure of a run is what it is: the terms it is made of, down to those that no others make, the inputs that
// feed it, and the assumptions among them. Made from summary.json, inputs.json and the declarations of
// scenarios/kpi_terms.hpp; the page finds the same in tools/report/run_why_terms.js.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tools/run_figures.hpp"
#include "tools/run_inputs.hpp"

namespace hubwatt {

// How a term enters the figure above it.
enum class TermRole { figure, summand, divisor, followed };

struct WhyTerm {
  const RunFigure* figure = nullptr;
  TermRole role = TermRole::figure;
  double factor = 1.0;          // of a summand
  std::optional<double> share;  // of the sum
  bool told_above = false;      // its parts stand where it came first
  std::vector<WhyTerm> parts;
};

struct HubShare {
  const RunFigure* figure = nullptr;
  std::optional<double> share;  // where hubs add up
};

struct Why {
  WhyTerm term;
  std::vector<HubShare> hubs;          // of a figure over hubs, the greatest first
  std::vector<std::size_t> inputs;     // positions in RunInputs::inputs
  std::vector<std::size_t> estimates;  // positions in RunInputs::sources, of those the inputs have
};

// A run taken apart once, for as many figures as are asked for.
class ExplainedRun {
 public:
  // Throws Json::exception where the summary is not one.
  ExplainedRun(const nlohmann::ordered_json& summary, RunInputs inputs);

  const RunFigures& figures() const { return figures_; }
  const RunInputs& inputs() const { return inputs_; }

  // Throws UsageError where there is no such figure, with the nearest there is.
  Why explain(std::string_view path) const;

 private:
  RunInputs inputs_;
  RunFigures figures_;
};

}  // namespace hubwatt
