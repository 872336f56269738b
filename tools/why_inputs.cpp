#include "tools/why_inputs.hpp"

#include <set>
#include <string>
#include <string_view>

namespace hubwatt {

namespace {

using Keys = std::set<std::string, std::less<>>;

// Text without its quotes, where it has some.
std::string bare(std::string_view value) {
  if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
    value = value.substr(1, value.size() - 2);
  return std::string(value);
}

// Server types in the racks of these hubs: the values of hub.X.rack.N.server.
Keys server_types(const std::vector<std::string>& hubs, const RunInputs& inputs) {
  Keys out;
  for (const std::string& hub : hubs) {
    const std::string racks = "hub." + hub + ".rack.";
    for (const RunInput& input : inputs.inputs)
      if (input.key.starts_with(racks) && input.key.ends_with(".server")) out.insert(bare(input.value));
  }
  return out;
}

std::string with_name(std::string_view pattern, std::size_t mark, std::string_view name) {
  return std::string(pattern.substr(0, mark)) + std::string(name) + std::string(pattern.substr(mark + 1));
}

bool nought(const RunFigure& figure) {
  const auto* number = std::get_if<std::optional<double>>(&figure.value);
  return number != nullptr && number->value_or(0.0) == 0.0;
}

// The first parts of keys that a figure's declaration and those behind it name.
class FeedingKeys {
 public:
  FeedingKeys(const RunFigures& figures, const RunInputs& inputs) : figures_(figures), inputs_(inputs) {}

  void follow(const RunFigure& figure) {
    if (!followed_.insert(&figure).second) return;
    add(figure);
    if (figure.table.over_hubs() && figure.terms->over_hubs != OverHubs::same)
      for (const std::string& hub : figure.table.hubs)
        follow(figures_.find("hubs." + hub + "." + std::string(figure.terms->key)));
    for (const std::string& path : split_words(figure.terms->from)) follow(figures_.term(figure, path));
    const KpiFormula formula = parsed_formula(figure.terms->formula);
    for (const KpiTerm& term : formula.above) follow(figures_.term(figure, term.path));
    for (const std::string& path : formula.below) follow(figures_.term(figure, path));
  }
  const Keys& keys() const { return keys_; }

 private:
  void follow(const RunFigure* figure) {
    if (figure != nullptr && !nought(*figure)) follow(*figure);
  }
  void add(const RunFigure& figure) {
    for (const std::string& pattern : split_words(figure.terms->inputs)) {
      if (const auto types = pattern.find('?'); types != std::string::npos) {
        for (const std::string& type : server_types(figure.table.hubs, inputs_))
          keys_.insert(with_name(pattern, types, type));
      } else if (const auto own = pattern.find('*'); own == std::string::npos) {
        keys_.insert(pattern);
      } else if (pattern.starts_with("hub.")) {
        for (const std::string& hub : figure.table.hubs) keys_.insert(with_name(pattern, own, hub));
      } else {
        keys_.insert(with_name(pattern, own, figure.table.owner));
      }
    }
  }

  const RunFigures& figures_;
  const RunInputs& inputs_;
  std::set<const RunFigure*> followed_;
  Keys keys_;
};

// Whether the key or one of the tables it stands in is among them.
bool among(std::string_view key, const Keys& keys) {
  for (std::size_t end = key.find('.');; end = key.find('.', end + 1)) {
    if (keys.contains(key.substr(0, end))) return true;
    if (end == std::string_view::npos) return false;
  }
}

}  // namespace

std::vector<std::size_t> inputs_feeding(const RunFigures& figures, const RunFigure& figure,
                                        const RunInputs& inputs) {
  FeedingKeys feeding(figures, inputs);
  feeding.follow(figure);
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < inputs.inputs.size(); ++i)
    if (among(inputs.inputs[i].key, feeding.keys())) out.push_back(i);
  return out;
}

}  // namespace hubwatt
