// Judgements by pairs and regions' figures of a development index.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "models/economy_weights.hpp"
#include "scenarios/projection/economy_fields.hpp"
#include "scenarios/server_fields.hpp"

namespace hubwatt {
namespace {

// Saaty's scale is 1/9 to 9; the margin lets 0.11 stand for the first.
constexpr Limits judged_ratio = between(0.1, 10.0);
constexpr double reciprocal_tolerance = 0.02;  // 3 and 0.33

// 3, 0.5 or "1/3".
struct JudgedRatio {
  static std::optional<double> read(const Node& node, Reading& reading) {
    const std::string* text = node.text();
    if (text == nullptr || !text->starts_with("1/")) return Kind<double>::read(node, judged_ratio, reading);
    double below = 0.0;
    const char* end = text->data() + text->size();
    const auto [stop, error] = std::from_chars(text->data() + 2, end, below);
    if (error == std::errc{} && stop == end && below > 0.0) {
      Node ratio{node.place, node.path, 1.0 / below};
      return Kind<double>::read(ratio, judged_ratio, reading);
    }
    reading.mistake(node, "is no ratio", "write 3, 0.5 or \"1/3\"");
    return std::nullopt;
  }
};

// Rows of a square matrix; a mistake where it is not square or two entries do not answer each other.
void read_matrix(BranchJudgement& judgement, const Node& node, Reading& reading) {
  const Array* rows = node.array();
  if (rows == nullptr) return wrong_type(node, "an array of rows", reading);
  const std::size_t n = rows->size(), before = reading.mistakes.size();
  if (n > most_judged)
    return reading.mistake(node,
                           fmt::format("judges {} against each other, and {} is the most", n, most_judged));
  for (const Node& row : *rows) {
    if (row.array() == nullptr) return wrong_type(row, "a row of the matrix, an array", reading);
    if (row.array()->size() != n)
      return reading.mistake(row,
                             fmt::format("has {} entries, and the matrix {} rows", row.array()->size(), n));
    for (const Node& entry : *row.array())
      if (const auto ratio = JudgedRatio::read(entry, reading)) judgement.matrix.push_back(*ratio);
  }
  if (reading.mistakes.size() != before) return;
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      const Node& entry = (*(*rows)[i].array())[j];
      const double here = judgement.matrix[i * n + j], there = judgement.matrix[j * n + i];
      if (i == j && here != 1.0) {
        reading.mistake(entry, "is judged against itself, which is 1");
      } else if (std::abs(here * there - 1.0) > reciprocal_tolerance) {
        reading.mistake(entry,
                        fmt::format("is {:.4g}, and the judgement the other way is {:.4g}", here, there),
                        fmt::format("write \"1/{:.4g}\"", there));
      }
    }
  }
}

// Which pair is furthest from what the weights say, in words.
std::string worst_pair(const std::vector<std::string>& members, const std::vector<double>& matrix,
                       const Priorities& found) {
  const std::size_t n = members.size();
  std::size_t worst = 1;
  double most = -1.0;
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = i + 1; j < n; ++j) {
      const double off = std::abs(std::log(matrix[i * n + j] * found.weights[j] / found.weights[i]));
      if (off <= most) continue;
      most = off;
      worst = i * n + j;
    }
  }
  const std::size_t i = worst / n, j = worst % n;
  return fmt::format("look again at {} over {}: {:.2g}, where the other judgements come to {:.2g}",
                     in_quotes(members[i]), in_quotes(members[j]), matrix[worst],
                     found.weights[i] / found.weights[j]);
}

void check_judgements(const IndexSettings& settings, const Array& nodes, Reading& reading) {
  const std::vector<IndexBranch> branches = branches_of(settings.index);
  std::vector<std::string> known, seen;
  for (const IndexBranch& branch : branches)
    if (!branch.of.empty()) known.push_back(branch.of);
  for (std::size_t k = 0; k < settings.judgements.size(); ++k) {
    const BranchJudgement& judgement = settings.judgements[k];
    const auto branch = std::find_if(branches.begin(), branches.end(),
                                     [&](const IndexBranch& b) { return b.of == judgement.of; });
    if (branch == branches.end()) {
      reading.mistake_at_key(nodes[k], "of", "the index has no part " + in_quotes(judgement.of),
                             suggestion_for(judgement.of, known));
      continue;
    }
    if (std::find(seen.begin(), seen.end(), judgement.of) != seen.end())
      reading.mistake(nodes[k], "judges again what a table before it does");
    seen.push_back(judgement.of);
    const std::size_t n = branch->members.size();
    if (judgement.matrix.size() != n * n) {
      reading.mistake_at_key(
          nodes[k], "matrix",
          fmt::format("is to judge {} against each other: {}", n, joined_names(branch->members)));
      continue;
    }
    const Priorities found = priorities(n, judgement.matrix);
    if (found.consistency_ratio > most_inconsistent)
      reading.mistake_at_key(
          nodes[k], "matrix",
          fmt::format("the judgements contradict each other: consistency ratio {:.2g} (at most {})",
                      found.consistency_ratio, most_inconsistent),
          worst_pair(branch->members, judgement.matrix, found));
  }
}

// The figures of one region, in the order of the indicators.
void read_figures(const std::vector<const Indicator*>& indicators, IndexRegion& region, const Node& node,
                  Reading& reading) {
  const Node* figures = node.find("figures");
  if (figures == nullptr || figures->table() == nullptr)
    return reading.mistake_at_key(node, "figures", "a region needs this table of figures by indicator");
  std::vector<std::string> known;
  for (const Indicator* indicator : indicators) known.push_back(indicator->id);
  for (const Member& member : *figures->table())
    if (std::find(known.begin(), known.end(), member.key) == known.end())
      reading.mistake_at_key(*figures, member.key, "the index has no such indicator",
                             suggestion_for(member.key, known));
  for (const Indicator* indicator : indicators) {
    const Node* figure = figures->find(indicator->id);
    if (figure == nullptr) {
      reading.mistake_at_key(*figures, indicator->id,
                             "is missing, and an index over fewer indicators is another index");
    } else if (const auto value = Kind<double>::read(*figure, at_least_zero, reading)) {
      region.figures.push_back(*value);
    }
  }
}

void read_regions(IndexSettings& settings, const Node& node, Reading& reading) {
  if (node.array() == nullptr) return wrong_type(node, "a list of regions", reading);
  if (node.array()->size() < 2)
    return reading.mistake(node, "a score compares regions, and there are fewer than two");
  const std::vector<const Indicator*> indicators = indicators_of(settings.index);
  for (const Node& entry : *node.array()) {
    if (entry.table() == nullptr) return wrong_type(entry, "a region as a table", reading);
    check_keys(entry, "a region", {{"name", Presence::required}, {"figures", Presence::required}}, reading);
    IndexRegion region;
    if (const Node* name = entry.find("name"))
      region.name = Kind<std::string>::read(*name, any_number, reading).value_or("");
    if (!indicators.empty()) read_figures(indicators, region, entry, reading);
    settings.regions.push_back(std::move(region));
  }
}

void check_ids(const DevelopmentIndex& index, const Node& node, Reading& reading) {
  std::vector<std::string> ids;
  for (const IndexBranch& branch : branches_of(index)) {
    if (branch.members.empty())
      reading.mistake(node, "nothing stands under " + in_quotes(branch.of.empty() ? index.name : branch.of));
    for (const std::string& id : branch.members) {
      if (std::find(ids.begin(), ids.end(), id) != ids.end())
        reading.mistake(node, "has the id " + in_quotes(id) + " twice");
      ids.push_back(id);
    }
  }
}

}  // namespace

template <>
Form<DevelopmentIndex> form_of() {
  return {"a development index",
          {field("name", &DevelopmentIndex::name, "of the index"),
           field("group", &DevelopmentIndex::groups, "of parts, of indicators"),
           field("source", &DevelopmentIndex::source, "who publishes it"),
           field("confidence", &DevelopmentIndex::confidence, "how well it is founded")},
          check_ids};
}

template <>
Form<BranchJudgement> form_of() {
  return {"a judgement",
          {field("of", &BranchJudgement::of, "id of the group or part whose members are judged")
               .else_means("the groups"),
           field_by<BranchJudgement>(
               "matrix", "array of rows",
               "row over column: 3 where it weighs three times as much, \"1/3\" the other way", read_matrix)},
          {}};
}

template <>
Form<IndexSettings> form_of() {
  return {"an index",
          {field("indicators", &IndexSettings::index, "which index")
               .defaults("\"caict-3\"", "the one the reports print"),
           field("standardization", &IndexSettings::standardization, "how figures become points")
               .defaults("\"min-max\"", "our choice: the source publishes none"),
           field("judgement", &IndexSettings::judgements, "weights by pairs, a table for each branch")
               .else_means("all weigh the same"),
           field_by<IndexSettings>(
               "region", "array of tables",
               "{ name, figures = { INDICATOR = number, ... } }, in the indicators' units", read_regions)},
          [](const IndexSettings& settings, const Node& node, Reading& reading) {
            if (const Node* nodes = node.find("judgement"))
              check_judgements(settings, *nodes->array(), reading);
          }};
}

}  // namespace hubwatt
