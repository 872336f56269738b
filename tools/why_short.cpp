#include "tools/why_short.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "tools/why_parts.hpp"

namespace hubwatt {

namespace {

constexpr std::size_t most_hubs = 4, most_moves = 5, longest_value = 30;
constexpr std::size_t deepest = 2;

// The tree down to a depth; what is cut off is as a leaf.
WhyTerm cut(const WhyTerm& term, std::size_t depth) {
  WhyTerm out = term;
  out.parts.clear();
  if (depth == 0) return out;
  for (const WhyTerm& part : term.parts) out.parts.push_back(cut(part, depth - 1));
  return out;
}

double number_of(const RunFigure& figure) {
  const auto* number = std::get_if<std::optional<double>>(&figure.value);
  return number && *number ? **number : 0.0;
}

// What stands above the line of a quotient, and below.
struct Quotient {
  double above = 0.0, below = 1.0;
};

Quotient quotient_of(const RunFigures& figures, const RunFigure& hub) {
  const KpiFormula formula = parsed_formula(hub.terms->formula);
  Quotient out;
  for (const KpiTerm& each : formula.above)
    if (const RunFigure* part = figures.term(hub, each.path)) out.above += each.factor * number_of(*part);
  for (const std::string& path : formula.below)
    if (const RunFigure* part = figures.term(hub, path)) out.below *= number_of(*part);
  return out;
}

struct Hub {
  const RunFigure* figure = nullptr;
  Quotient quotient;
  std::optional<double> share;
};

// Hubs that weigh most first: by their share of a sum or of what a quotient divides, else by the value itself.
std::vector<Hub> weighed(const RunFigures& figures, const Why& why) {
  std::vector<Hub> out;
  double whole = 0.0;
  const bool quotients = why.term.figure->terms->over_hubs == OverHubs::formula &&
                         !parsed_formula(why.term.figure->terms->formula).below.empty();
  for (const HubShare& hub : why.hubs) {
    out.push_back({hub.figure, quotients ? quotient_of(figures, *hub.figure) : Quotient{}, hub.share});
    whole += out.back().quotient.above;
  }
  if (quotients && whole != 0.0)
    for (Hub& hub : out) hub.share = hub.quotient.above / whole;
  std::stable_sort(out.begin(), out.end(), [](const Hub& a, const Hub& b) {
    return std::abs(a.share.value_or(0.0)) > std::abs(b.share.value_or(0.0));
  });
  return out;
}

// What the hubs beyond those told are together; of means and peaks, from where to where they are.
std::string rest_value(std::span<const Hub> rest, const Words& words) {
  RunFigure together = *rest.front().figure;
  const auto with = [&](double value) {
    together.value = std::optional<double>(value);
    return value_text(together);
  };
  if (together.terms->over_hubs == OverHubs::sum) {
    double sum = 0.0;
    for (const Hub& hub : rest) sum += number_of(*hub.figure);
    return with(sum);
  }
  Quotient sums{0.0, 0.0};
  for (const Hub& hub : rest) sums.above += hub.quotient.above, sums.below += hub.quotient.below;
  if (together.terms->over_hubs == OverHubs::formula)
    return sums.below == 0.0 ? "-" : with(sums.above / sums.below);
  const auto [low, high] = std::minmax_element(rest.begin(), rest.end(), [](const Hub& a, const Hub& b) {
    return number_of(*a.figure) < number_of(*b.figure);
  });
  return words.with("{} to {}", value_text(*low->figure), value_text(*high->figure));
}

std::string hubs_short_text(const RunFigures& figures, const Why& why, const Words& words) {
  if (why.hubs.empty()) return "";
  const std::vector<Hub> hubs = weighed(figures, why);
  const std::size_t told = hubs.size() <= most_hubs + 1 ? hubs.size() : most_hubs;
  TermLines lines;
  for (std::size_t i = 0; i < told; ++i)
    lines.add(hubs[i].figure->path, value_text(*hubs[i].figure), hubs[i].share);
  if (told < hubs.size()) {
    const auto rest = std::span(hubs).subspan(told);
    std::optional<double> share;
    for (const Hub& hub : rest)
      if (hub.share) share = share.value_or(0.0) + *hub.share;
    lines.add(words.with("{} further hubs", rest.size()), rest_value(rest, words), share);
  }
  const bool quotients = hubs.front().share && why.term.figure->terms->over_hubs == OverHubs::formula;
  const std::string head = over_hubs_text(why, words);
  return "\n" + (quotients ? words.with("{}; shares are of what is divided", head) : head) + "\n" +
         lines.text();
}

// Inputs of one first word: "hub.*", "link.*", "policy", or those that stand alone.
struct Kind {
  std::set<std::string> owners;
  std::vector<std::string> tables;
  std::size_t values = 0;
  std::map<std::string, std::size_t> confidences;
};

void add(std::map<std::string, Kind>& kinds, std::vector<std::string>& order, const RunInputs& inputs,
         const RunInput& input, const Words& words) {
  static constexpr std::string_view lists[] = {"hub", "link", "origin", "server", "training", "inference"};
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= input.key.size();) {
    const std::size_t end = std::min(input.key.find('.', begin), input.key.size());
    parts.push_back(input.key.substr(begin, end - begin));
    begin = end + 1;
  }
  const bool listed =
      parts.size() > 2 && std::find(std::begin(lists), std::end(lists), parts[0]) != std::end(lists);
  const std::string name = listed             ? parts[0] + ".*"
                           : parts.size() > 1 ? parts[0]
                                              : std::string(words("the run"));
  const auto [found, is_new] = kinds.try_emplace(name);
  if (is_new) order.push_back(name);
  Kind& kind = found->second;
  if (listed) kind.owners.insert(parts[1]);
  const std::string& table = parts[listed ? 2 : parts.size() > 1 ? 1 : 0];
  if (std::find(kind.tables.begin(), kind.tables.end(), table) == kind.tables.end())
    kind.tables.push_back(table);
  ++kind.values;
  if (input.source) ++kind.confidences[inputs.sources[*input.source].confidence];
}

std::string inputs_short_text(const RunInputs& inputs, const Why& why, const Words& words) {
  if (why.inputs.empty()) return "";
  std::map<std::string, Kind> kinds;
  std::vector<std::string> order;
  for (const std::size_t at : why.inputs) add(kinds, order, inputs, inputs.inputs[at], words);
  std::string out =
      "\n" + words.with("Inputs that feed it: {} of {}", why.inputs.size(), inputs.inputs.size()) + "\n";
  for (const std::string& name : order) {
    const Kind& kind = kinds.at(name);
    out += "  " + name;
    if (!kind.owners.empty()) out += fmt::format(" ({})", kind.owners.size());
    std::string founded;
    for (const auto& [confidence, count] : kind.confidences)
      if (!confidence.empty())
        founded += fmt::format("{}{} {}", founded.empty() ? "" : ", ", words(confidence), count);
    out += ": " + names_text(kind.tables, words) + (founded.empty() ? "" : "  [" + founded + "]") + "\n";
  }
  return out;
}

}  // namespace

std::string moves_short_text(const RunInputs& inputs, const Why& why, const Words& words) {
  const std::string_view key = why.term.figure->terms->key;
  const auto effect_of = [&](const AssumptionMove& move) {
    const auto found = std::find_if(move.effects.begin(), move.effects.end(),
                                    [&](const auto& effect) { return effect.first == key; });
    return found == move.effects.end() ? 0.0 : found->second;
  };
  if (inputs.tested == 0) return "\n" + std::string(words("No estimate was put to the test.")) + "\n";
  if (why.term.figure->table.kind != KpiTable::place) return "";
  auto moves = inputs.moves;
  std::erase_if(moves, [&](const AssumptionMove& move) { return effect_of(move) == 0.0; });
  std::stable_sort(moves.begin(), moves.end(), [&](const AssumptionMove& a, const AssumptionMove& b) {
    return std::abs(effect_of(a)) > std::abs(effect_of(b));
  });
  if (moves.empty()) return "";
  std::string out = "\n" + std::string(words("Estimates that move it, of all hubs")) + "\n";
  for (std::size_t i = 0; i < std::min(moves.size(), most_moves); ++i)
    out += fmt::format("  {} = {}, {}: {}\n", moves[i].name, shortened(moves[i].value, longest_value),
                       moves[i].change, change_text(effect_of(moves[i])));
  if (moves.size() > most_moves)
    out += "  " + words.with("{} further estimates move it less", moves.size() - most_moves) + "\n";
  return out;
}

std::string why_short_text(const ExplainedRun& run, const Why& why, const Words& words) {
  return head_text(why, words) + terms_text(cut(why.term, deepest), words, TermText::values) +
         hubs_short_text(run.figures(), why, words) + inputs_short_text(run.inputs(), why, words);
}

}  // namespace hubwatt
