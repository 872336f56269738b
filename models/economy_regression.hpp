// What published regressions say of computing capacity and gross domestic product. Not a forecast and not our
// finding: coefficients are the sources', from samples of past years, and correlations of them.
//
//   Equation   city: log gdp = constant + sum of slope x log figure + effect of the city and year
//                (+ hub interaction x log computing in cities of a hub). d log gdp / d log computing = slope, so that
//                1 % more computing goes with slope % more product, and a ratio r of it with r^slope - 1.
//              threshold: the slope of log computing by the group of a city's product.
//              index: change of an outcome = share per point x points of an index.
//   Validity   changes near those of the sample: 336 Chinese cities, 2017 to 2022. A sixfold capacity is far outside.
//              Thresholds between groups are not printed, so whoever asks must say the group.
//   Source     city, threshold, hub: CAICT, Research Report on the Computing Economy (2025-09). The report gives the
//              slopes as 0.0426 (0.0109 of the hub interaction) in equation and annex, and as 0.426 (0.109) in its
//              text: the former are used (our reading). index: see the catalogue. Confidence: paper.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "models/confidence.hpp"
#include "models/quantity.hpp"

namespace hubwatt {

struct RegressionTerm {
  std::string name;  // the source's
  double slope = 0.0;
};

enum class City { other, hub };

// Of log gdp over cities. The first term is computing.
struct CityRegression {
  std::string id;
  std::string sample;  // cities and years
  double constant = 0.0;
  std::vector<RegressionTerm> terms;
  double hub_interaction = 0.0;
  std::optional<double> slip;  // what the text of the source prints in the place of the figure that matters
  std::string source;
  Confidence confidence = Confidence::paper;
};

enum class GdpGroup { low, high };

struct ThresholdRegression {
  std::string id;
  std::string sample;
  double low = 0.0, high = 0.0;  // slopes of log computing
  std::string source;
  Confidence confidence = Confidence::paper;
};

// Growth of an outcome per point of an index of computing.
struct IndexSlope {
  std::string id;
  std::string index;    // which
  std::string outcome;  // "GDP"
  double share_per_point = 0.0;
  std::optional<Money> money_per_point;
  std::optional<double>
      publisher_share_per_point;  // what the index's own publishers print, where that differs
  std::string lag;                // "1 to 3 years"; may be empty
  std::string source;
  Confidence confidence = Confidence::paper;
};

// d log gdp / d log computing.
double elasticity(const CityRegression& regression, City city);
double elasticity(const ThresholdRegression& regression, GdpGroup group);

// `logs`: of the figures, in the order of the terms. `effect`: of the city and the year.
double predicted_log_gdp(const CityRegression& regression, std::span<const double> logs, City city,
                         double effect = 0.0);

// Relative change of what has this elasticity where the cause is multiplied by `ratio` > 0.
double relative_change(double elasticity, double ratio);

}  // namespace hubwatt
