#include "tools/why_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "tools/why_parts.hpp"

namespace hubwatt {

namespace {

constexpr std::size_t most_effects = 5, most_not_tested = 4;

double effect_on(const AssumptionMove& move, std::string_view key) {
  for (const auto& [name, effect] : move.effects)
    if (name == key) return effect;
  return 0.0;
}

// Effects above the threshold and that on the figure asked for, the greatest first.
std::string effects_text(const AssumptionMove& move, double threshold, std::string_view key) {
  auto effects = move.effects;
  std::stable_sort(effects.begin(), effects.end(), [&](const auto& a, const auto& b) {
    if ((a.first == key) != (b.first == key)) return a.first == key;
    return std::abs(a.second) > std::abs(b.second);
  });
  std::string out;
  std::size_t told = 0;
  for (const auto& [name, effect] : effects) {
    if (effect == 0.0 || (name != key && std::abs(effect) < threshold) || told == most_effects) continue;
    out += (told++ == 0 ? "" : ", ") + name + " " + change_text(effect);
  }
  return out;
}

}  // namespace

std::string moves_text(const RunInputs& inputs, std::string_view key, const Words& words) {
  if (inputs.tested == 0) return "\n" + std::string(words("No estimate was put to the test.")) + "\n";
  const std::string threshold = fmt::format("{:g}", inputs.threshold * 100.0);
  std::string out = "\n" + words.with("Estimates that move the headline by more than {} %", threshold) + "\n";
  // Those that move the figure asked for first.
  auto moves = inputs.moves;
  std::stable_sort(moves.begin(), moves.end(), [key](const AssumptionMove& a, const AssumptionMove& b) {
    return std::abs(effect_on(a, key)) > std::abs(effect_on(b, key));
  });
  for (const AssumptionMove& move : moves)
    out +=
        fmt::format("  {} = {} ({}), {}: {}\n", move.name, shortened(move.value, 40),
                    place_text(move.file, move.line), move.change, effects_text(move, inputs.threshold, key));
  if (inputs.moves.empty()) out += "  " + std::string(words("None of them does.")) + "\n";
  out += "  " + words.with("{} estimates were changed one by one.", inputs.tested) + " ";
  out += std::string(words("Jobs and their dates, replicas and decisions stayed those of the run.")) + "\n";
  if (inputs.not_tested.empty()) return out;
  std::string names;
  for (std::size_t i = 0; i < std::min(inputs.not_tested.size(), most_not_tested); ++i)
    names += (i == 0 ? "" : ", ") + inputs.not_tested[i];
  if (inputs.not_tested.size() > most_not_tested)
    names = words.with("{} and {} more", names, inputs.not_tested.size() - most_not_tested);
  return out + "  " + words.with("Not tested: {}", names) + "\n";
}

std::string why_text(const ExplainedRun& run, const Why& why, const Words& words) {
  const RunFigure& figure = *why.term.figure;
  std::string out = figure.path + " = " + value_text(figure) + "\n";
  out += "  " + std::string(words(definition_of(*figure.terms))) + "\n\n";
  out += std::string(words("How it is made")) + "\n" + terms_text(why.term, words);
  out += hubs_text(why, words);
  return out + inputs_text(run.inputs(), why, words);
}

}  // namespace hubwatt
