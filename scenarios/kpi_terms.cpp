#include "scenarios/kpi_terms.hpp"

#include <algorithm>
#include <charconv>

#include "scenarios/kpi.hpp"

namespace hubwatt {

bool holds_in_hubs_only(const KpiTerms& terms) {
  return terms.formula.find(".*.") != std::string_view::npos;
}

std::string_view definition_of(const KpiTerms& terms) {
  if (!terms.definition.empty()) return terms.definition;
  for (const KpiField& field : kpi_fields())
    if (terms.key == field.key) return field.definition;
  return {};
}

const KpiTerms* terms_of(KpiTable table, std::string_view key) {
  const auto terms = kpi_terms();
  const auto found = std::find_if(terms.begin(), terms.end(), [&](const KpiTerms& each) {
    return each.table == table && each.key == key;
  });
  return found == terms.end() ? nullptr : &*found;
}

std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; (at = text.find_first_not_of(' ', at)) != std::string_view::npos;) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    words.emplace_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

KpiFormula parsed_formula(std::string_view formula) {
  KpiFormula out;
  double sign = 1.0, factor = 1.0;
  bool below = false;
  for (const std::string& word : split_words(formula)) {
    if (word == "+" || word == "-") {
      sign = word == "-" ? -1.0 : 1.0;
      continue;
    }
    if (word == "/") {
      below = true;
      continue;
    }
    double number = 0.0;
    const auto [end, problem] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (problem == std::errc() && end == word.data() + word.size()) {
      factor = number;
      continue;
    }
    if (below)
      out.below.push_back(word);
    else
      out.above.push_back({word, sign * factor});
    sign = factor = 1.0;
  }
  return out;
}

}  // namespace hubwatt
