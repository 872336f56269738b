// What the page of a run holds: summary.json and manifest.json as they are, and what the tables of the run
// say, summed. Layout:
//   {"name", "summary", "manifest", "jobs", "inputs", "series"}
//   jobs: run_page_jobs.hpp, and in it "queue": run_page_queue.hpp
//   inputs: run_page_why.hpp
//   series: run_page_series.hpp
// What comes of a table that the run did not write is null.
#pragma once

#include <string>

#include "tools/report.hpp"
#include "tools/run_page_why.hpp"

namespace hubwatt {

// As JSON text; inputs are added to those of other runs of the page. Throws InputError where a file is damaged, lacks what a page shows, or does not belong to the others.
std::string run_page_data(const FinishedRun& run, PageInputs& inputs);

}  // namespace hubwatt
