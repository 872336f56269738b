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

// The first of the scenario's mistakes, told at what the study says that makes it.
void tell(const Node& at, const std::string& what, const std::vector<Diagnostic>& mistakes,
          Reading& reading) {
  const Diagnostic& first = mistakes.front();
  std::string said;
  if (first.line > 0) said = fmt::format("{}:{}:{}: ", first.file, first.line, first.column);
  if (!first.key.empty()) said += first.key + ": ";
  said += first.problem;
  if (mistakes.size() > 1) said += fmt::format(" (and {} more)", mistakes.size() - 1);
  reading.mistake(at, "the scenario refuses " + what + ": " + said, first.suggestion);
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
      tell((*root.find("set")->array())[i], "this", refused, reading);
  if (reading.mistakes.size() == before) tell(*root.find("set"), "these together", mistakes, reading);
  return false;
}

bool same_mistake(const std::vector<Diagnostic>& a, const std::vector<Diagnostic>& b) {
  return !a.empty() && !b.empty() && a.front().key == b.front().key && a.front().problem == b.front().problem;
}

struct Trial {
  const Node* at;
  std::string what;
  std::vector<Diagnostic> mistakes;
};

// Both ends, and where these are fine a value that is no round number.
std::vector<Trial> try_range(const Range& range, const Node& table, Trials& trials) {
  const auto at_share = [&](const char* end, double share) {
    const std::string number = fmt::format("{:.10g}", range.low + share * (range.high - range.low));
    return Trial{table.find(end),
                 share > 0.0 && share < 1.0 ? value_text(range, number) + ", which lies between" : "this",
                 trials.mistakes_with({override_text(range, number)})};
  };
  std::vector<Trial> out{at_share("low", 0.0), at_share("high", 1.0)};
  if (out[0].mistakes.empty() && out[1].mistakes.empty()) out.push_back(at_share("low", 0.41421));
  return out;
}

std::vector<Trial> try_levels_of(const Axis& axis, const Node& list, Trials& trials) {
  std::vector<Trial> out;
  for (std::size_t i = 0; i < axis.levels.size(); ++i)
    out.push_back({&(*list.array())[i], "this", trials.mistakes_with(axis.levels[i].set)});
  return out;
}

// What every value is refused for, as an unknown key, is told once.
void try_axis(const Axis& axis, const Node& table, Trials& trials, Reading& reading) {
  const Node* levels = table.find("level");
  const std::vector<Trial> all = axis.range
                                     ? try_range(*axis.range, table, trials)
                                     : try_levels_of(axis, levels ? *levels : *table.find("values"), trials);
  const bool all_the_same = levels == nullptr && std::all_of(all.begin(), all.end(), [&](const Trial& trial) {
                              return same_mistake(trial.mistakes, all.front().mistakes);
                            });
  if (all_the_same) return tell(*table.find("key"), "this", all.front().mistakes, reading);
  for (const Trial& trial : all)
    if (!trial.mistakes.empty()) tell(*trial.at, trial.what, trial.mistakes, reading);
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
