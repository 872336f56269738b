// The sections of the validation page, each made by a file of its own. They run the program and call the
// models; the working directory is the root of the source tree, where the scenarios and data they read are.
#pragma once

#include "tools/validate/page.hpp"

namespace hubwatt::validation {

Section reported_figures();
Section published_runs();
Section cooling_at_the_sites();
Section stores();
Section queues();
Section network_and_engines();
Section servers();
Section weather();
Section solar();
Section grid_carbon();
Section growth();
Section backcasts();
Section invariants();
Section left_out();

}  // namespace hubwatt::validation
