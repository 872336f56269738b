#include "scenarios/projection/economy_result.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "models/units.hpp"

namespace hubwatt {
namespace {

constexpr std::string_view per_cent = "%";
constexpr double giga_cny = 1e9;

// How computing grows over a trajectory.
struct ComputeGrowth {
  int from = 0, to = 0;
  double ratio = 1.0;

  std::string text() const {
    // Within the years of the samples, capacity about doubled.
    const bool outside = ratio > 2.0 || ratio < 0.5;
    return fmt::format("{} to {}, computing x {:.3g}{}", from, to, ratio,
                       outside ? ", far outside the sample" : "");
  }
  double per_year(double change) const { return std::pow(1.0 + change, 1.0 / (to - from)) - 1.0; }
};

std::optional<ComputeGrowth> growth_of(int first_year, std::span<const double> compute) {
  if (compute.size() < 2 || !(compute.front() > 0.0) || !(compute.back() > 0.0)) return std::nullopt;
  return ComputeGrowth{first_year, first_year + static_cast<int>(compute.size()) - 1,
                       compute.back() / compute.front()};
}

// The claims of one source, as they are added.
class Claims {
 public:
  Claims(std::string source, std::vector<EconomyClaim>& all) : source_(std::move(source)), all_(all) {}
  void add(std::string claim, double figure, std::string_view unit) {
    all_.push_back({source_, std::move(claim), figure, std::string(unit)});
  }

  // What an elasticity of GDP says of 1 %, and of the whole trajectory. The GDP told is the country's, so money is
  // for a regression over all cities only.
  void add_elasticity(const std::string& gdp_of, double elasticity,
                      const std::optional<ComputeGrowth>& growth,
                      const std::optional<Money>& gdp = std::nullopt) {
    add(gdp_of + " where computing is 1 % more", elasticity, per_cent);
    if (!growth) return;
    const double change = relative_change(elasticity, growth->ratio);
    add(fmt::format("{}, {}", gdp_of, growth->text()), 100.0 * change, per_cent);
    add(gdp_of + ", the same per year", 100.0 * growth->per_year(change), per_cent);
    if (gdp)
      add(gdp_of + ", the same in money of the first year", change * (*gdp / unit::cny) / giga_cny, "GCNY");
  }

 private:
  std::string source_;
  std::vector<EconomyClaim>& all_;
};

void add_city(const CityRegression& regression, const EconomySettings& settings,
              const std::optional<ComputeGrowth>& growth, std::vector<EconomyClaim>& all) {
  Claims claims(regression.source + "; " + regression.sample, all);
  if (regression.hub_interaction == 0.0) {
    claims.add_elasticity("GDP", elasticity(regression, City::other), growth, settings.gdp);
  } else {
    claims.add_elasticity("GDP of a hub's cities", elasticity(regression, City::hub), growth);
    claims.add_elasticity("GDP of other cities", elasticity(regression, City::other), growth);
  }
  if (!regression.slip) return;
  const bool of_hubs = regression.hub_interaction != 0.0;
  const double used = of_hubs ? regression.hub_interaction : regression.terms.front().slope;
  claims.add(fmt::format("contradiction: so its text{}, where equation and annex have {}, which is used",
                         of_hubs ? " for the part of hubs" : "", used),
             *regression.slip, per_cent);
}

void add_threshold(const ThresholdRegression& regression, const std::optional<ComputeGrowth>& growth,
                   std::vector<EconomyClaim>& all) {
  Claims claims(regression.source + "; " + regression.sample, all);
  claims.add_elasticity("GDP of cities of low GDP", elasticity(regression, GdpGroup::low), growth);
  claims.add_elasticity("GDP of cities of high GDP", elasticity(regression, GdpGroup::high), growth);
}

void add_slope(const IndexSlope& slope, const EconomySettings& settings, std::vector<EconomyClaim>& all) {
  Claims claims(slope.source + "; " + slope.index, all);
  const double points = settings.index_points.value_or(1.0);
  std::string claim = slope.outcome + " where the index is ";
  claim += settings.index_points ? fmt::format("{} points more", points) : "one point more";
  if (!slope.lag.empty()) claim += ", after " + slope.lag;
  claims.add(claim, 100.0 * points * slope.share_per_point, per_cent);
  if (slope.money_per_point)
    claims.add(claim + ", in money", points * (*slope.money_per_point / unit::cny) / giga_cny, "GCNY");
  if (slope.publisher_share_per_point)
    claims.add("contradiction: so the index's own publishers (per mille), of " + slope.outcome,
               100.0 * points * *slope.publisher_share_per_point, per_cent);
}

void add_growth(const GrowthEconomy& economy, std::vector<EconomyClaim>& all) {
  Claims claims(
      "endogenous growth model; parameters: " + (economy.source.empty() ? "the file's" : economy.source),
      all);
  claims.add("steady growth of the economy, per year", 100.0 * steady_growth(economy), per_cent);
  claims.add("growth per year for one point of per cent more of investment into computing",
             growth_per_computing_part(economy), per_cent);
  claims.add(fmt::format("yield of computing above which more investment into it raises growth; here {:.4g}",
                         economy.computing_yield),
             threshold_yield(economy), "1/a");
  claims.add("computing that serves, over computing that produces", services_per_production(economy), "");
}

void add_index(const IndexSettings& settings, std::vector<EconomyClaim>& all) {
  Claims claims(settings.index.source + "; weights and standardisation are not the source's", all);
  const std::vector<BranchWeights> weights = index_weights(settings.index, settings.judgements);
  std::vector<std::vector<double>> figures;
  for (const IndexRegion& region : settings.regions) figures.push_back(region.figures);
  const auto scores = index_scores(settings.index, weights, settings.standardization, figures);
  for (std::size_t r = 0; r < scores.size(); ++r)
    claims.add("score of " + settings.regions[r].name, scores[r].score, "points");
  const auto equal = std::count_if(weights.begin(), weights.end(), [](const BranchWeights& branch) {
    return branch.weighing == Weighing::equal && branch.weights.size() > 1;
  });
  if (equal > 0)
    claims.add("branches of the index whose members weigh the same, because nobody judges them",
               static_cast<double>(equal), "");
  for (const BranchWeights& branch : weights) {
    if (branch.weighing == Weighing::judged)
      claims.add(fmt::format("consistency ratio of the judgement of {}",
                             branch.of.empty() ? "the groups" : branch.of),
                 branch.consistency_ratio, "");
  }
}

}  // namespace

std::vector<EconomyClaim> economy_claims(const EconomySettings& settings, int first_year,
                                         std::span<const double> compute) {
  std::vector<EconomyClaim> all;
  const auto growth = growth_of(first_year, compute);
  for (const CityRegression& regression : settings.cities) add_city(regression, settings, growth, all);
  for (const ThresholdRegression& regression : settings.thresholds) add_threshold(regression, growth, all);
  for (const IndexSlope& slope : settings.index_slopes) add_slope(slope, settings, all);
  if (settings.growth) add_growth(*settings.growth, all);
  if (settings.index) add_index(*settings.index, all);
  return all;
}

std::string economy_text(std::span<const EconomyClaim> claims) {
  std::string out;
  std::string_view source;
  for (const EconomyClaim& claim : claims) {
    if (claim.source != source) out += fmt::format("  {}\n", claim.source);
    source = claim.source;
    out += fmt::format("    {:>11.4g} {:<6}  {}\n", claim.figure, claim.unit, claim.claim);
  }
  return out;
}

}  // namespace hubwatt
