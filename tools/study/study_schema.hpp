// The tables of a study's file, which users query with sqlite3 or pandas: tools/README.md tells them.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "scenarios/study/study.hpp"

namespace hubwatt {

// Bytes 68 to 71 of the file, by which a study's is known: "hbwS".
constexpr std::int64_t study_application_id = 0x68627753;
// Of the tables. A reader takes its own and earlier ones.
constexpr std::int64_t study_schema_version = 1;

// Statements that make the empty tables.
std::string study_tables();
// The view of one row per point: what it was set to, the headline, and what the study judges by.
std::string headline_view(std::span<const Axis> axes, std::span<const Objective> objectives);

}  // namespace hubwatt
