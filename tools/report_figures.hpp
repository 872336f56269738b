// How a text report writes figures of a run: cut to four digits, for the files have them all.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "tools/words.hpp"

namespace hubwatt {

// Four digits where there are decimals; "-" where there is no value; what is left where nothing should be is 0.
std::string number(const nlohmann::ordered_json& value, double scale = 1.0);
std::string percent(const nlohmann::ordered_json& value);
// "12.3 GWh"
std::string energy_words(double kwh);
// "358.3 CNY", which Chinese counts in tens and hundreds of millions.
std::string money_words(const Words& words, const nlohmann::ordered_json& cny);
// In a column whose head says the unit: kCNY, in Chinese ten times as much.
std::string money_of_table(const Words& words, const nlohmann::ordered_json& cny);

}  // namespace hubwatt
