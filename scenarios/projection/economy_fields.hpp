// The keys of [economy] in a projection file, and of the catalogue's entries it names.
#pragma once

#include "scenarios/field_entry.hpp"
#include "scenarios/projection/economy_settings.hpp"

namespace hubwatt {

template <>
inline constexpr std::array names_of<Standardization>{std::string_view("min-max"),
                                                      std::string_view("z-score")};

template <>
Form<CityRegression> form_of();
template <>
Form<ThresholdRegression> form_of();
template <>
Form<IndexSlope> form_of();
template <>
Form<GrowthEconomy> form_of();
template <>
Form<Indicator> form_of();
template <>
Form<IndexPart> form_of();
template <>
Form<IndexGroup> form_of();
template <>
Form<DevelopmentIndex> form_of();
template <>
Form<BranchJudgement> form_of();
template <>
Form<IndexSettings> form_of();
template <>
Form<EconomySettings> form_of();

// An entry of the catalogue's section, with changes or not, or a table in full.
template <class T>
struct EconomyEntry {
  static std::optional<T> read_from(std::string_view section, const Node& node, Reading& reading) {
    return read_entry<T>(node, section, reading);
  }
  static std::string type() { return "entry of the catalogue, or table"; }
  static Scale scale() { return {}; }
};
template <>
struct Kind<CityRegression> : EconomyEntry<CityRegression> {
  static std::optional<CityRegression> read(const Node& node, const Limits&, Reading& reading) {
    return read_from("city_regression", node, reading);
  }
};
template <>
struct Kind<ThresholdRegression> : EconomyEntry<ThresholdRegression> {
  static std::optional<ThresholdRegression> read(const Node& node, const Limits&, Reading& reading) {
    return read_from("threshold_regression", node, reading);
  }
};
template <>
struct Kind<IndexSlope> : EconomyEntry<IndexSlope> {
  static std::optional<IndexSlope> read(const Node& node, const Limits&, Reading& reading) {
    return read_from("index_slope", node, reading);
  }
};
template <>
struct Kind<GrowthEconomy> : EconomyEntry<GrowthEconomy> {
  static std::optional<GrowthEconomy> read(const Node& node, const Limits&, Reading& reading) {
    return read_from("growth_economy", node, reading);
  }
};
template <>
struct Kind<DevelopmentIndex> : EconomyEntry<DevelopmentIndex> {
  static std::optional<DevelopmentIndex> read(const Node& node, const Limits&, Reading& reading) {
    return read_from("development_index", node, reading);
  }
};
template <>
struct Kind<Indicator> : TableKind<Indicator> {};
template <>
struct Kind<IndexPart> : TableKind<IndexPart> {};
template <>
struct Kind<IndexGroup> : TableKind<IndexGroup> {};
template <>
struct Kind<BranchJudgement> : TableKind<BranchJudgement> {};
template <>
struct Kind<IndexSettings> : TableKind<IndexSettings> {};
template <>
struct Kind<EconomySettings> : TableKind<EconomySettings> {};

}  // namespace hubwatt
