// Gives the values of a tree their foundation: that of the nearest table around them with a `source` or a
// `confidence`. Not here: what a [[basis]] says of keys by pattern (basis.hpp).
#pragma once

#include "scenarios/node.hpp"

namespace hubwatt {

void found_by_tables(Node& root);

// The same for the catalogue, whose tables are by section: node.cooling.NAME is the entry "cooling.NAME".
void found_by_entries(Node& catalogue);

}  // namespace hubwatt
