// How a text report writes figures of a run: cut to four digits, for the files have them all.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace hubwatt {

// Four digits where there are decimals; "-" where there is no value.
std::string number(const nlohmann::ordered_json& value, double scale = 1.0);
std::string percent(const nlohmann::ordered_json& value);
// "12.3 GWh"
std::string energy_words(double kwh);

}  // namespace hubwatt
