// What the results of a study say, as numbers: which settings are best and which are worth a choice, what each axis
// does, how sure that is over seeds, what giving up a little of one objective brings of another. Pure: the same results
// give the same analysis. Judged are settings by their means over seeds, and only where every seed is done: a lucky
// one could win. Models, with equation, validity and source: pareto_front, study_effects, study_regression,
// study_variance.
#pragma once

#include "tools/study/study_effects.hpp"
#include "tools/study/study_regression.hpp"
#include "tools/study/study_settings.hpp"
#include "tools/study/study_variance.hpp"

namespace hubwatt {

// By one objective; of settings of the same value all, those of the front first.
struct BestSettings {
  std::size_t objective = 0;
  std::size_t figure = 0;
  double value = 0.0, worst = 0.0;
  std::vector<std::size_t> settings;
};

// From the best setting by one objective to the best by another: what the other gains, and what it costs the first.
// Where settings tie by one, that which is best by the other counts.
struct TradeOff {
  std::size_t objective = 0, other = 0;
  std::size_t from = 0, to = 0;     // settings; the same where there is nothing to weigh
  double lost = 0.0, gained = 0.0;  // changes of the two figures, with their signs
};

struct DeviationOverSeeds {
  std::size_t figure = 0;
  double deviation = 0.0;
  double mean = 0.0;  // of all settings
};

// Rules that the run's scorecard checks: settings that keep all of them with every seed.
struct RulesKept {
  std::size_t settings = 0;
  std::vector<std::size_t> keeping;
};

struct StudyAnalysis {
  std::size_t done = 0, failed = 0, waiting = 0;  // runs
  std::vector<StudySetting> settings;
  std::vector<std::size_t> headline;  // figures to show
  std::vector<BestSettings> best;     // of the objectives that have values
  std::vector<std::size_t> judged;    // settings with values of all objectives, of every seed
  std::vector<std::size_t> front;     // of them those that none beats
  std::vector<TradeOff> trade_offs;   // of the first objective with each other
  std::vector<AxisEffect> effects;    // by headline figure, then axis
  std::vector<FigureRegression> regressions;
  std::vector<VarianceParts> variances;
  std::vector<DeviationOverSeeds> deviations;
  std::optional<RulesKept> rules;  // where runs check any
};

StudyAnalysis analysed(const StudyResults& results);

}  // namespace hubwatt
