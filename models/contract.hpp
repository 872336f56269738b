// Statements about our own code. A broken one is a bug of hubwatt, never a user's mistake: it stops the
// program with the place. User input is checked where it is read and reported as Diagnostic.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace hubwatt {

[[noreturn]] inline void contract_broken(const char* kind, const char* statement, const char* file, int line) {
  std::fprintf(stderr, "hubwatt: a bug: %s(%s) is false at %s:%d\n", kind, statement, file, line);
  std::abort();
}

}  // namespace hubwatt

// What a caller must provide.
#define HUBWATT_EXPECTS(statement) \
  ((statement) ? void(0) : ::hubwatt::contract_broken("expects", #statement, __FILE__, __LINE__))
// What the code at hand has established.
#define HUBWATT_ENSURES(statement) \
  ((statement) ? void(0) : ::hubwatt::contract_broken("ensures", #statement, __FILE__, __LINE__))
