// A development index of computing over regions: a tree of groups, parts and indicators, weighted by judgements and
// added up from standardised figures. Which indicators there are is the source's (in the catalogue); its weights and
// its standardisation are not published, so weights come from whoever asks, equal ones where nobody judges, and the
// standardisation is our choice of two. Scores are therefore not those the source prints.
//
//   Equation   weight of an indicator = weight of its group x of its part in it x of itself in the part, each from a
//              judgement by pairs (economy_weights.hpp) or equal.
//              score of a region = sum over indicators of weight x standardised figure.
//              min-max: 100 (x - min) / (max - min) over the regions; z-score: 50 + 10 (x - mean) / standard
//              deviation of the regions. Where all regions are alike each gets 50.
//   Validity   figures of one date, more is better. Both ways compare the regions told with each other: a score says
//              nothing outside that set, and does not move where all regions grow by one factor.
//   Source     CAICT, Blue Book of the Advanced Computing and Computing Power Development Index (2026-03), index 3.0:
//              5 groups, 13 parts, 14 indicators. Standardisations: OECD, Handbook on Constructing Composite Indicators
//              (2008), section 5. Confidence: paper (indicators), estimate (scores).
#pragma once

#include <span>
#include <string>
#include <vector>

#include "models/confidence.hpp"

namespace hubwatt {

struct Indicator {
  std::string id;
  std::string name, english;
  std::string unit;
};
struct IndexPart {
  std::string id;
  std::string name, english;
  std::vector<Indicator> indicators;
};
struct IndexGroup {
  std::string id;
  std::string name, english;
  std::vector<IndexPart> parts;
};
struct DevelopmentIndex {
  std::string id;
  std::string name;
  std::vector<IndexGroup> groups;
  std::string source;
  Confidence confidence = Confidence::paper;
};

std::vector<const Indicator*> indicators_of(const DevelopmentIndex& index);

// What is weighed against each other: the groups (`of` empty), the parts of a group, the indicators of a part.
struct IndexBranch {
  std::string of;                    // id of the group or part; ids differ over the tree
  std::vector<std::string> members;  // ids
};
std::vector<IndexBranch> branches_of(const DevelopmentIndex& index);

// A matrix by rows over the members of a branch.
struct BranchJudgement {
  std::string of;
  std::vector<double> matrix;
};

enum class Weighing { judged, equal };

struct BranchWeights {
  std::string of;
  Weighing weighing = Weighing::equal;
  double consistency_ratio = 0.0;
  std::vector<double> weights;
};

// Of every branch, in the order of branches_of(). Each judgement is of one of them and of its size.
std::vector<BranchWeights> index_weights(const DevelopmentIndex& index,
                                         std::span<const BranchJudgement> judgements);

enum class Standardization { min_max, z_score };

std::vector<double> standardized(std::span<const double> figures, Standardization standardization);

struct IndexScore {
  double score = 0.0;
  std::vector<double> groups;  // each on the scale of the whole
};

// Per region. `figures`: per region, one for each of indicators_of(index); two regions at least.
std::vector<IndexScore> index_scores(const DevelopmentIndex& index, std::span<const BranchWeights> weights,
                                     Standardization standardization,
                                     std::span<const std::vector<double>> figures);

}  // namespace hubwatt
