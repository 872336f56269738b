#include "scenarios/projection/economy_fields.hpp"

#include <algorithm>

#include "scenarios/server_fields.hpp"

namespace hubwatt {
namespace {

constexpr std::string_view founded_doc = "how well it is founded";
constexpr std::string_view source_doc = "who claims it";

// { computing = 0.0426, peo = -0.0227 }, in this order.
void read_terms(CityRegression& regression, const Node& node, Reading& reading) {
  if (node.table() == nullptr) return wrong_type(node, "a table of slopes by name", reading);
  for (const Member& member : *node.table()) {
    if (const auto slope = Kind<double>::read(member.node, any_number, reading))
      regression.terms.push_back({member.key, *slope});
  }
}

void check_terms(const CityRegression& regression, const Node& node, Reading& reading) {
  if (regression.terms.empty() || regression.terms.front().name != "computing")
    reading.mistake_at_key(node, "terms", "the first slope is that of computing");
}

void check_growth(const GrowthEconomy& economy, const Node& node, Reading& reading) {
  if (economy.capital + economy.computing >= 1.0)
    reading.mistake_at_key(node, "computing_share", "leaves services no share of output",
                           "capital_share and computing_share add to less than 1");
}

Field<GrowthEconomy> part(std::string_view key, double GrowthEconomy::*member, std::string_view doc,
                          const Limits& limits) {
  return field(key, member, doc).within(limits);
}

template <class Named>
std::vector<Field<Named>> named_fields() {
  return {field("id", &Named::id, "by which judgements and figures name it"),
          field("name", &Named::name, "in the source's language"),
          field("english", &Named::english, "in English")};
}

template <class T>
Form<T> named_form(std::string_view noun, Field<T> last) {
  Form<T> form{noun, named_fields<T>(), {}};
  form.fields.push_back(std::move(last));
  return form;
}

}  // namespace

template <>
Form<CityRegression> form_of() {
  using Regression = CityRegression;
  return {
      "a regression over cities",
      {field("sample", &Regression::sample, "cities and years"),
       field("constant", &Regression::constant, "of log gdp"),
       field_by<Regression>("terms", "table of numbers", "slopes of log figures, that of computing first",
                            read_terms),
       field("hub_interaction", &Regression::hub_interaction, "on the slope of computing in a hub's cities")
           .defaults("0.0", "no such term"),
       field("slip", &Regression::slip, "what the source's text prints for the slope that is claimed")
           .else_means("text and equation agree"),
       field("source", &Regression::source, source_doc),
       field("confidence", &Regression::confidence, founded_doc)},
      check_terms};
}

template <>
Form<ThresholdRegression> form_of() {
  using Regression = ThresholdRegression;
  return {"a threshold regression",
          {field("sample", &Regression::sample, "cities and years"),
           field("low", &Regression::low, "slope of log computing where GDP is low"),
           field("high", &Regression::high, "and where it is high"),
           field("source", &Regression::source, source_doc),
           field("confidence", &Regression::confidence, founded_doc)},
          {}};
}

template <>
Form<IndexSlope> form_of() {
  return {"an index slope",
          {field("index", &IndexSlope::index, "which index, over what"),
           field("outcome", &IndexSlope::outcome, "what grows with it"),
           field("share_per_point", &IndexSlope::share_per_point, "growth per point of the index")
               .within(between(-1.0, 1.0)),
           field("money_per_point", &IndexSlope::money_per_point, "the same in money").else_means("not told"),
           field("publisher_share_per_point", &IndexSlope::publisher_share_per_point,
                 "what the index's own publishers print")
               .within(between(-1.0, 1.0))
               .else_means("the same, or not known"),
           field("lag", &IndexSlope::lag, "until it shows").else_means("not told"),
           field("source", &IndexSlope::source, source_doc),
           field("confidence", &IndexSlope::confidence, founded_doc)},
          {}};
}

template <>
Form<GrowthEconomy> form_of() {
  using Economy = GrowthEconomy;
  constexpr Limits inside{
      .low = 0.0, .high = 1.0, .low_end = Limits::End::excluded, .high_end = Limits::End::excluded};
  return {
      "a growth model",
      {part("capital_share", &Economy::capital, "a: exponent of capital", inside),
       part("computing_share", &Economy::computing, "b: exponent of computing in production", inside),
       part("risk_aversion", &Economy::risk_aversion, "s: of the household", positive),
       part("computing_part", &Economy::computing_part, "tau: of investment, that goes into computing",
            share),
       part("interest", &Economy::interest, "r: per year", between(0.0, 10.0)),
       part("computing_yield", &Economy::computing_yield, "w: of computing, per year", between(0.0, 10.0)),
       part("depreciation", &Economy::depreciation, "d: per year", between(0.0, 1.0)),
       part("impatience", &Economy::impatience, "rho: per year", between(0.0, 1.0)),
       part("productivity", &Economy::productivity, "A", positive).defaults("1.0", "moves no rate"),
       part("per_service", &Economy::per_service, "eta: computing per unit of services", positive)
           .defaults("1.0", "moves no rate"),
       field("source", &Economy::source, "where the parameters come from").else_means("not told"),
       field("confidence", &Economy::confidence, founded_doc)
           .defaults("\"estimate\"", "nothing better is claimed unless said")},
      check_growth};
}

template <>
Form<Indicator> form_of() {
  return named_form<Indicator>("an indicator", field("unit", &Indicator::unit, "of its figures"));
}

template <>
Form<IndexPart> form_of() {
  return named_form<IndexPart>("a part of an index", field("indicator", &IndexPart::indicators, "in it"));
}

template <>
Form<IndexGroup> form_of() {
  return named_form<IndexGroup>("a group of an index", field("part", &IndexGroup::parts, "in it"));
}

template <>
Form<EconomySettings> form_of() {
  using Settings = EconomySettings;
  return {
      "the economy",
      {field("cities", &Settings::cities, "regressions over cities, by name")
           .defaults("[\"cities-2017-2022\", \"hubs-2021\"]", "those of the reports"),
       field("thresholds", &Settings::thresholds, "threshold regressions, by name")
           .defaults("[\"cities-2017-2022\"]", "that of the reports"),
       field("index_slopes", &Settings::index_slopes, "what a point of an index goes with, by name")
           .defaults("[\"gdp\", \"digital-industry\", \"digital-economy-liu\", \"gdp-liu\", "
                     "\"digital-economy-zhang\"]",
                     "those of the reports"),
       field("gdp", &Settings::gdp, "of the first year, to tell claims in money too")
           .within(positive)
           .else_means("shares only"),
       field("index_points", &Settings::index_points, "rise of the index over the trajectory")
           .within(between(-1000.0, 1000.0))
           .else_means("claims are per point"),
       field("growth", &Settings::growth, "parameters of the endogenous growth model").else_means("not told"),
       field("index", &Settings::index, "regions to score").else_means("not scored")},
      {}};
}

}  // namespace hubwatt
