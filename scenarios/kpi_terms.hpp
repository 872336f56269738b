// How the figures of summary.json come about: for each its formula, what it follows from where no formula of other
// figures gives it, and the keys of the input that feed it. Declarations only; who explains a figure walks them.
// Definitions of a place's figures stand in kpi_fields().
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hubwatt {

// Which tables of summary.json hold a figure.
enum class KpiTable {
  place,
  jobs,
  service,
  link,
  ledger,
  period
};  // place: total, each of hubs and of sides

// What the figure of several hubs is, given those of the hubs.
enum class OverHubs {
  sum,      // theirs added up
  formula,  // the same formula of the sums, so a ratio of sums
  mean,     // weighted by what is below the line
  joint,    // of all hubs at once: a peak of their sum
  same,     // one for all
};

// A figure's key is its path below its table. Formulas name figures of the same table by their keys, others by their
// path from the root, with `*` for the hub that the figure is of: one with `*` holds in hubs only. They read "a + b -
// c", "a / b" and "2 a"; a line of several terms may stand above a `/`, single ones below.
//
// Inputs are the first parts of keys as --set takes them, with `*` for the hub, service or link that the figure is of
// and `?` for every server type that stands there. Those of what a figure follows from are its own, too.
struct KpiTerms {
  KpiTable table;
  std::string_view key;
  std::string_view unit;     // as printed; empty for a ratio
  std::string_view formula;  // empty for a leaf
  std::string_view how;      // what else there is to say of a formula; all of a leaf
  std::string_view from;     // keys of what a leaf follows from
  std::string_view inputs;
  OverHubs over_hubs = OverHubs::same;
  std::string_view definition = {};  // of figures that kpi_fields() does not define
};

// In the order of summary.json.
std::span<const KpiTerms> kpi_terms();

// Null where there is none.
const KpiTerms* terms_of(KpiTable table, std::string_view key);

// Whether the formula holds in hubs only.
bool holds_in_hubs_only(const KpiTerms& terms);

// The figure's own definition, or that of kpi_fields().
std::string_view definition_of(const KpiTerms& terms);

struct KpiTerm {
  std::string path;
  double factor = 1.0;
};

// (sum of factor x figure) / (product of figures)
struct KpiFormula {
  std::vector<KpiTerm> above;
  std::vector<std::string> below;
};

KpiFormula parsed_formula(std::string_view formula);

// Words apart.
std::vector<std::string> split_words(std::string_view text);

}  // namespace hubwatt
