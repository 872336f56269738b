#include "tools/why_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "tools/display_width.hpp"

namespace hubwatt {

namespace {

constexpr std::size_t most_names = 6;

std::string role_mark(const WhyTerm& term) {
  if (term.role == TermRole::divisor) return "/ ";
  if (term.role != TermRole::summand || term.factor == 1.0) return "";
  return term.factor == -1.0 ? "- " : fmt::format("{:g} x ", term.factor);
}

// What stands beside a term in the tree.
std::string beside(const WhyTerm& term, const Words& words) {
  const KpiTerms& terms = *term.figure->terms;
  if (term.told_above) return std::string(words("as above"));
  if (!terms.formula.empty() && holds_in_hubs_only(terms) && !term.figure->table.of_one_hub())
    return words.with("sum over {} hubs", term.figure->table.hubs.size());
  if (term.role == TermRole::followed || term.parts.empty()) return "";
  if (!parsed_formula(terms.formula).below.empty()) return std::string(words("quotient of"));
  return terms.formula.empty() ? "" : std::string(words(term.parts.size() > 1 ? "sum of" : "the same as"));
}

// How a leaf comes about, where there is something to it.
std::string_view leaf_how(const WhyTerm& term) {
  const auto* number = std::get_if<std::optional<double>>(&term.figure->value);
  const bool nought = number != nullptr && (!*number || **number == 0.0);
  if (term.told_above || term.role == TermRole::followed) return {};
  return nought && term.role != TermRole::figure ? std::string_view{} : term.figure->terms->how;
}

void add_lines(const WhyTerm& term, std::size_t depth, const Words& words, TermText what, TermLines& lines) {
  const RunFigure& figure = *term.figure;
  const bool foreign =
      term.figure->table.kind == KpiTable::ledger || term.figure->table.kind == KpiTable::period;
  const std::string name = depth == 0 || foreign ? figure.path : std::string(figure.terms->key);
  lines.add(std::string(2 * depth, ' ') + role_mark(term) + name, value_text(figure), term.share,
            beside(term, words));
  const std::string indented(2 * depth + 2, ' ');
  if (what == TermText::whole || depth == 0)
    if (const std::string_view how = leaf_how(term); !how.empty())
      lines.add_note(indented + std::string(words(how)));
  bool following = false;
  for (const WhyTerm& part : term.parts) {
    if (part.role == TermRole::followed && !following)
      lines.add_note(indented + std::string(words("follows from")));
    following = part.role == TermRole::followed;
    add_lines(part, depth + 1, words, what, lines);
  }
}

std::string_view over_hubs_words(OverHubs how) {
  switch (how) {
    case OverHubs::sum:
      return "the sum of theirs";
    case OverHubs::formula:
      return "the same of their sums, no mean of ratios";
    case OverHubs::mean:
      return "the mean of theirs, weighted by size";
    case OverHubs::joint:
      return "of all hubs at once";
    case OverHubs::same:
      break;
  }
  return "";
}

}  // namespace

std::string value_text(const RunFigure& figure) {
  if (const auto* text = std::get_if<std::string>(&figure.value)) return *text;
  const auto& number = std::get<std::optional<double>>(figure.value);
  if (!number) return "-";
  const double value = *number == 0.0 ? 0.0 : *number;  // no -0
  const bool long_one = std::abs(value) >= 1e6 && std::abs(value) < 1e15;
  const std::string digits = long_one ? fmt::format("{:.0f}", value) : fmt::format("{:.6g}", value);
  return figure.terms->unit.empty() ? digits : fmt::format("{} {}", digits, figure.terms->unit);
}

std::string share_text(double share) {
  return fmt::format("{:.1f} %", share * 100.0);
}

std::string change_text(double change) {
  return fmt::format("{:+.2g} %", change * 100.0);
}

std::string shortened(std::string text, std::size_t most) {
  if (text.size() <= most) return text;
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;  // no half of a character
  return text.substr(0, end) + "...";
}

std::string names_text(const std::vector<std::string>& names, const Words& words) {
  std::string out;
  for (std::size_t i = 0; i < std::min(names.size(), most_names); ++i) out += (i == 0 ? "" : ", ") + names[i];
  return names.size() > most_names ? words.with("{} and {} more", out, names.size() - most_names) : out;
}

void TermLines::add(std::string name, std::string value, std::optional<double> share, std::string beside) {
  lines_.push_back({std::move(name), std::move(value), share ? share_text(*share) : "", std::move(beside)});
}

void TermLines::add_note(std::string text) {
  lines_.push_back({std::move(text), "", "", ""});
}

std::string TermLines::text() const {
  std::size_t names = 0, values = 0;
  for (const Line& line : lines_) {
    if (!line.value.empty()) names = std::max(names, display_width(line.name));
    values = std::max(values, display_width(line.value));
  }
  const auto space = [](std::size_t width, const std::string& text) {
    return std::string(width - std::min(width, display_width(text)), ' ');
  };
  std::string out;
  for (const Line& line : lines_) {
    std::string text = "  " + line.name;
    if (!line.value.empty())
      text += fmt::format("{}  {}{}  {:>7}  {}", space(names, line.name), space(values, line.value),
                          line.value, line.share, line.beside);
    text.erase(text.find_last_not_of(' ') + 1);
    out += text + "\n";
  }
  return out;
}

std::string head_text(const Why& why, const Words& words) {
  const RunFigure& figure = *why.term.figure;
  return fmt::format("{} = {}\n  {}\n\n{}\n", figure.path, value_text(figure),
                     words(definition_of(*figure.terms)), words("How it is made"));
}

std::string terms_text(const WhyTerm& root, const Words& words, TermText what) {
  TermLines lines;
  add_lines(root, 0, words, what, lines);
  return lines.text();
}

std::string over_hubs_text(const Why& why, const Words& words) {
  return words.with("Over the hubs: {}", words(over_hubs_words(why.term.figure->terms->over_hubs)));
}

std::string hubs_text(const Why& why, const Words& words) {
  if (why.hubs.empty()) return "";
  TermLines lines;
  for (const HubShare& hub : why.hubs) lines.add(hub.figure->path, value_text(*hub.figure), hub.share);
  return "\n" + over_hubs_text(why, words) + "\n" + lines.text();
}

}  // namespace hubwatt
