// The tables of a text report, each with its title, from a run's summary. Numbers are cut to four digits: the files
// have them all.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "tools/reported_run.hpp"

namespace hubwatt {

std::string report_head(const ReportedRun& run, const nlohmann::ordered_json& manifest);
std::string hub_table(const ReportedRun& run);
std::string energy_table(const ReportedRun& run);
std::string plant_table(const ReportedRun& run);
// Empty where a run had none of them.
std::string outage_table(const ReportedRun& run);
std::string job_lines(const ReportedRun& run);
std::string service_table(const ReportedRun& run);
std::string network_table(const ReportedRun& run);

}  // namespace hubwatt
