#include "scenarios/study/study_trials.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "models/nearest_name.hpp"
#include "scenarios/scenario_reader.hpp"
#include "scenarios/study/figure_paths.hpp"
#include "scenarios/study/study_range.hpp"

namespace hubwatt {
namespace {

// Reads the scenario again and again, and remembers what it was made of.
class Trials {
 public:
  explicit Trials(const Study& study) : study_(study) {}

  // Mistakes of the scenario with these overrides after those of the study.
  std::vector<Diagnostic> mistakes_with(const std::vector<std::string>& set) {
    std::vector<std::string> all = study_.set;
    all.insert(all.end(), set.begin(), set.end());
    return mistakes_of(all);
  }
  std::vector<Diagnostic> mistakes_of(const std::vector<std::string>& set) {
    try {
      const Scenario scenario = read_scenario(study_.scenario, set);
      owners_.add(scenario);
      if (!seed_) seed_ = scenario.seed;
      for (const FileDigest& file : scenario.files) {
        const auto known = [&](const FileDigest& other) {
          return other.path == file.path && other.sha256 == file.sha256;
        };
        if (std::none_of(files_.begin(), files_.end(), known)) files_.push_back(file);
      }
      return {};
    } catch (const InputError& error) {
      return error.mistakes();
    }
  }

  const FigureOwners& owners() const { return owners_; }
  const std::vector<FileDigest>& files() const { return files_; }
  std::uint64_t seed() const { return seed_.value_or(0); }  // of the first that was read

 private:
  const Study& study_;
  FigureOwners owners_;
  std::vector<FileDigest> files_;
  std::optional<std::uint64_t> seed_;
};

// The first of the scenario's mistakes, told at the value of the study that makes it.
void tell(const Node& at, const std::vector<Diagnostic>& mistakes, Reading& reading) {
  const Diagnostic& first = mistakes.front();
  std::string said;
  if (first.line > 0) said = fmt::format("{}:{}:{}: ", first.file, first.line, first.column);
  if (!first.key.empty()) said += first.key + ": ";
  said += first.problem;
  if (mistakes.size() > 1) said += fmt::format(" (and {} more)", mistakes.size() - 1);
  reading.mistake(at, "the scenario refuses this: " + said, first.suggestion);
}

// Whether the scenario can be read as it stands and as the study sets it.
bool fine_as_it_is(const Study& study, const Node& root, Trials& trials, Reading& reading) {
  const std::vector<Diagnostic> mistakes = trials.mistakes_with({});
  if (mistakes.empty()) return true;
  std::vector<Diagnostic> own = study.set.empty() ? mistakes : trials.mistakes_of({});
  if (!own.empty()) {
    reading.mistakes.insert(reading.mistakes.end(), own.begin(), own.end());
    return false;
  }
  const std::size_t before = reading.mistakes.size();
  for (std::size_t i = 0; i < study.set.size(); ++i)
    if (const auto refused = trials.mistakes_of({study.set[i]}); !refused.empty())
      tell((*root.find("set")->array())[i], refused, reading);
  if (reading.mistakes.size() == before) tell(*root.find("set"), mistakes, reading);
  return false;
}

bool same_mistake(const std::vector<Diagnostic>& a, const std::vector<Diagnostic>& b) {
  return !a.empty() && !b.empty() && a.front().key == b.front().key && a.front().problem == b.front().problem;
}

void try_axis(const Axis& axis, const Node& table, Trials& trials, Reading& reading) {
  struct Trial {
    const Node* at;
    std::vector<Diagnostic> mistakes;
  };
  std::vector<Trial> all;
  const Node* values = table.find("values");
  const Node* levels = table.find("level");
  for (std::size_t i = 0; i < axis.levels.size(); ++i)
    all.push_back({&(*(values ? values : levels)->array())[i], trials.mistakes_with(axis.levels[i].set)});
  if (const auto& range = axis.range) {
    const auto within = [&](double share) {
      const std::string number = fmt::format("{}", range->low + share * (range->high - range->low));
      return trials.mistakes_with({override_text(*range, number)});
    };
    all = {{table.find("low"), within(0.0)}, {table.find("high"), within(1.0)}};
    if (all[0].mistakes.empty() && all[1].mistakes.empty())
      all.push_back({table.find("low"), within(0.4142)});
  }
  const bool all_the_same = levels == nullptr && std::all_of(all.begin(), all.end(), [&](const Trial& trial) {
                              return same_mistake(trial.mistakes, all.front().mistakes);
                            });
  if (all_the_same) return tell(*table.find("key"), all.front().mistakes, reading);
  for (const Trial& trial : all)
    if (!trial.mistakes.empty()) tell(*trial.at, trial.mistakes, reading);
}

void check_figures(const Study& study, const Node& root, const FigureOwners& owners, Reading& reading) {
  const std::vector<std::string> known = known_figures(owners);
  for (std::size_t i = 0; i < study.objectives.size() && root.find("objective") != nullptr; ++i) {
    const std::string& figure = study.objectives[i].figure;
    if (std::find(known.begin(), known.end(), figure) != known.end()) continue;
    const auto near = nearest_name(figure, known);
    reading.mistake_at_key((*root.find("objective")->array())[i], "figure",
                           "no run has a figure " + in_quotes(figure),
                           near ? "did you mean " + in_quotes(*near) + "?"
                                : "`hubwatt docs kpi` lists them, as in 'total.pue' or 'hubs.HUB.pue'");
  }
}

}  // namespace

void try_levels(Study& study, const Node& root, Reading& reading) {
  Trials trials(study);
  if (!fine_as_it_is(study, root, trials, reading)) return;
  if (study.seeds.empty()) study.seeds = {trials.seed()};
  for (std::size_t i = 0; i < study.axes.size(); ++i)
    try_axis(study.axes[i], (*root.find("axis")->array())[i], trials, reading);
  if (study.objectives.empty())
    for (const char* figure : {"total.facility_energy_kwh", "total.carbon_market_kg", "total.cost_cny"})
      study.objectives.push_back({figure, Objective::Best::lowest});
  check_figures(study, root, trials.owners(), reading);
  study.files.insert(study.files.end(), trials.files().begin(), trials.files().end());
}

}  // namespace hubwatt
