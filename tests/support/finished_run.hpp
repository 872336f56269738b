// What tests need to run scenarios: that of the validation page, which makes the same runs.
#pragma once

#include "tools/validate/trial_run.hpp"

namespace hubwatt::test {

using trial::csv_rows;
using trial::CsvRow;
using trial::file_text;
using trial::FinishedRun;
using trial::plain_hub;
using trial::plain_platform;
using trial::plain_scenario;
using trial::run_texts;
using trial::Scratch;

}  // namespace hubwatt::test
