// The tables of a text report, each from a run's summary. Numbers are cut to four digits: the files have them all.
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

namespace hubwatt {

std::string report_head(const nlohmann::ordered_json& summary, const nlohmann::ordered_json& manifest);
std::string hub_table(const nlohmann::ordered_json& summary);
std::string energy_table(const nlohmann::ordered_json& summary);
std::string plant_table(const nlohmann::ordered_json& summary);
// Empty where a run had none of them.
std::string outage_table(const nlohmann::ordered_json& summary);
std::string job_lines(const nlohmann::ordered_json& summary);
std::string service_table(const nlohmann::ordered_json& summary);
std::string network_table(const nlohmann::ordered_json& summary);

}  // namespace hubwatt
