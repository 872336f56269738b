#include "tools/projection_units.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <vector>

namespace hubwatt {

namespace {

// From the largest down.
using UnitsByFile = std::map<std::string, std::vector<ShownUnit>>;

const UnitsByFile& units_in(Language language) {
  static const UnitsByFile english{{"TWh", {{"TWh", 1.0}, {"GWh", 1e3}, {"MWh", 1e6}}},
                                   {"Mt", {{"Mt", 1.0}, {"kt", 1e3}, {"t", 1e6}}},
                                   {"GL", {{"GL", 1.0}, {"ML", 1e3}, {"m3", 1e6}}},
                                   {"M", {{"M", 1.0}, {"k", 1e3}, {"", 1e6}}},
                                   {"GCNY", {{"GCNY", 1.0}, {"MCNY", 1e3}, {"kCNY", 1e6}}},
                                   {"EFLOPS", {{"EFLOPS", 1.0}, {"PFLOPS", 1e3}, {"TFLOPS", 1e6}}},
                                   {"EB", {{"EB", 1.0}, {"PB", 1e3}, {"TB", 1e6}}},
                                   {"Tbps", {{"Tbps", 1.0}, {"Gbps", 1e3}, {"Mbps", 1e6}}}};
  static const UnitsByFile chinese = [] {
    UnitsByFile out = english;
    out["Mt"] = {{"万吨", 1e2}, {"吨", 1e6}};
    out["GL"] = {{"万立方米", 1e2}, {"立方米", 1e6}};
    out["M"] = {{"万", 1e2}, {"", 1e6}};
    out["GCNY"] = {{"亿元", 1e1}, {"万元", 1e5}, {"元", 1e9}};
    return out;
  }();
  return language == Language::chinese ? chinese : english;
}

}  // namespace

ShownUnit shown_unit(const Words& words, const std::string& unit) {
  const UnitsByFile& known = units_in(words.language());
  const auto found = known.find(unit);
  return found == known.end() ? ShownUnit{words.of_result(unit)} : found->second.front();
}

ShownUnit shown_unit(const Words& words, const nlohmann::ordered_json& quantity) {
  const auto unit = quantity.at("unit").get<std::string>();
  const UnitsByFile& known = units_in(words.language());
  const auto found = known.find(unit);
  double largest = 0.0;
  for (const auto& value : quantity.at("central"))
    if (!value.is_null()) largest = std::max(largest, std::abs(value.get<double>()));
  if (found == known.end() || largest == 0.0) return shown_unit(words, unit);
  const auto large_enough =
      std::find_if(found->second.begin(), found->second.end() - 1,
                   [largest](const ShownUnit& shown) { return largest * shown.per_unit >= 0.1; });
  return *large_enough;
}

}  // namespace hubwatt
