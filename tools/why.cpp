#include "tools/why.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "models/error.hpp"
#include "models/nearest_name.hpp"
#include "scenarios/run.hpp"
#include "tools/why_inputs.hpp"

namespace hubwatt {

namespace {

std::map<std::string, std::vector<std::string>> sides_of(const nlohmann::ordered_json& summary,
                                                         const RunInputs& inputs) {
  std::map<std::string, std::vector<std::string>> out;
  for (const auto& [id, kpis] : summary.at("hubs").items())
    if (const auto side = inputs.value_of("hub." + id + ".side")) out[*side].push_back(id);
  return out;
}

std::optional<double> number_of(const RunFigure& figure) {
  const auto* number = std::get_if<std::optional<double>>(&figure.value);
  return number ? *number : std::nullopt;
}

// Parts of the tree, each figure's told once.
class TermTree {
 public:
  explicit TermTree(const RunFigures& figures) : figures_(figures) {}

  WhyTerm grown(const RunFigure& figure) {
    WhyTerm root{&figure, TermRole::figure, 1.0, std::nullopt, false, {}};
    grow(root);
    for (const std::string& path : split_words(figure.terms->from))
      if (const RunFigure* each = figures_.term(figure, path))
        root.parts.push_back({each, TermRole::followed, 1.0, std::nullopt, false, {}});
    return root;
  }

 private:
  void grow(WhyTerm& term) {
    const RunFigure& figure = *term.figure;
    if (!told_.insert(figure.path).second) {
      term.told_above = !figure.terms->formula.empty();
      return;
    }
    if (holds_in_hubs_only(*figure.terms) && !figure.table.of_one_hub()) return;
    const KpiFormula formula = parsed_formula(figure.terms->formula);
    double sum = 0.0;
    for (const KpiTerm& each : formula.above) {
      const RunFigure* part = figures_.term(figure, each.path);
      if (part == nullptr) continue;
      term.parts.push_back({part, TermRole::summand, each.factor, std::nullopt, false, {}});
      sum += each.factor * number_of(*part).value_or(0.0);
    }
    if (term.parts.size() > 1 && sum != 0.0)
      for (WhyTerm& part : term.parts)
        if (const auto number = number_of(*part.figure)) part.share = part.factor * *number / sum;
    for (const std::string& path : formula.below)
      if (const RunFigure* part = figures_.term(figure, path))
        term.parts.push_back({part, TermRole::divisor, 1.0, std::nullopt, false, {}});
    for (WhyTerm& part : term.parts) grow(part);
  }

  const RunFigures& figures_;
  std::set<std::string> told_;
};

std::vector<HubShare> hubs_of(const RunFigures& figures, const RunFigure& of) {
  std::vector<HubShare> out;
  if (!of.table.over_hubs() || of.terms->over_hubs == OverHubs::same) return out;
  const auto whole = number_of(of);
  for (const std::string& id : of.table.hubs) {
    const RunFigure* hub = figures.find("hubs." + id + "." + std::string(of.terms->key));
    if (hub == nullptr) continue;
    out.push_back({hub, std::nullopt});
    const auto part = number_of(*hub);
    if (of.terms->over_hubs == OverHubs::sum && part && whole && *whole != 0.0)
      out.back().share = *part / *whole;
  }
  std::stable_sort(out.begin(), out.end(), [](const HubShare& a, const HubShare& b) {
    return number_of(*a.figure) > number_of(*b.figure);
  });
  return out;
}

// What is missing, where, and the nearest there is.
std::string no_figure(std::string_view path, const std::vector<std::string>& known) {
  std::string_view there;  // the longest beginning that some path has
  for (std::size_t dot = path.find('.'); dot != std::string_view::npos; dot = path.find('.', dot + 1)) {
    const auto begins = [&](const std::string& each) { return each.starts_with(path.substr(0, dot + 1)); };
    if (std::any_of(known.begin(), known.end(), begins)) there = path.substr(0, dot);
  }
  const std::string_view missing = there.empty() ? path : path.substr(there.size() + 1);
  const auto nearest = nearest_name(path, known);
  return fmt::format("--why {}: {} holds no figure {}; {}", path,
                     there.empty() ? "the run" : in_quotes(there), in_quotes(missing),
                     nearest ? "did you mean " + in_quotes(*nearest) + "?"
                             : "write a path of summary.json, as in " + in_quotes("total.pue"));
}

}  // namespace

ExplainedRun::ExplainedRun(const nlohmann::ordered_json& summary, RunInputs inputs)
    : inputs_(std::move(inputs)), figures_(summary, sides_of(summary, inputs_)) {}

Why ExplainedRun::explain(std::string_view path) const {
  const RunFigure* figure = figures_.find(path);
  if (figure == nullptr) throw UsageError(no_figure(path, figures_.paths()));
  Why out;
  out.term = TermTree(figures_).grown(*figure);
  out.hubs = hubs_of(figures_, *figure);
  out.inputs = inputs_feeding(figures_, *figure, inputs_);
  std::set<std::size_t> estimates;
  for (const std::size_t at : out.inputs)
    if (const auto& source = inputs_.inputs[at].source;
        source && inputs_.sources[*source].confidence == "estimate")
      estimates.insert(*source);
  out.estimates.assign(estimates.begin(), estimates.end());
  return out;
}

}  // namespace hubwatt
