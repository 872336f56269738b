// Which published claims about the economy a projection is held beside, and the figures they need, as the file says.
// Carried out by economy_result.hpp.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "models/economy_growth.hpp"
#include "models/economy_index.hpp"
#include "models/economy_regression.hpp"

namespace hubwatt {

struct IndexRegion {
  std::string name;
  std::vector<double> figures;  // of the index's indicators, in their order
};

struct IndexSettings {
  DevelopmentIndex index;
  Standardization standardization = Standardization::min_max;
  std::vector<BranchJudgement> judgements;
  std::vector<IndexRegion> regions;
};

struct EconomySettings {
  std::vector<CityRegression> cities;
  std::vector<ThresholdRegression> thresholds;
  std::vector<IndexSlope> index_slopes;
  std::optional<Money> gdp;            // of the first year; where empty, claims are shares only
  std::optional<double> index_points;  // rise over the trajectory; where empty, claims are per point
  std::optional<GrowthEconomy> growth;
  std::optional<IndexSettings> index;
};

}  // namespace hubwatt
