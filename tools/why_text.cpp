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

// A line for each reason.
std::string not_tested_text(const RunInputs& inputs, const Words& words) {
  constexpr std::pair<std::string_view, std::string_view> reasons[] = {
      {"limits", "Not tested, as a tenth of nought is nought or a limit refuses both more and less: {}"},
      {"pools", "Not tested, as racks that ran as one would run apart: {}"},
      {"places", "Not tested, as they move only places, dates and latencies, which stayed as they were: {}"},
      {"shares", "Not tested, as they are parts of a whole, and a tenth more of each is the same whole: {}"},
      {"", "Not tested: {}"},
  };
  std::string out;
  for (const auto& [why, sentence] : reasons) {
    std::string names;
    std::size_t count = 0;
    for (const UntestedAssumption& one : inputs.not_tested)
      if (one.why == why && ++count <= most_not_tested) names += (count == 1 ? "" : ", ") + one.name;
    if (count == 0) continue;
    if (count > most_not_tested) names = words.with("{} and {} more", names, count - most_not_tested);
    out += "  " + words.with(sentence, names) + "\n";
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
  out += std::string(words("Where work goes, when, and what policies decide stayed as in the run; more work was done "
                           "only where accelerators were free.")) +
         "\n";
  return out + not_tested_text(inputs, words);
}

std::string why_text(const ExplainedRun& run, const Why& why, const Words& words) {
  return head_text(why, words) + terms_text(why.term, words, TermText::whole) + hubs_text(why, words) +
         inputs_text(run.inputs(), why, words);
}

}  // namespace hubwatt
