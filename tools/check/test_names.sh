#!/usr/bin/env bash
# A test name holds no semicolon and no bracket: CMake splits lists at the one and joins them at the other, and ctest
# would then run names that match no test, and call that a pass.
source "$(dirname "$0")/sources_below.sh"

broken=0
for file in $(sources | grep '_test\.cpp$'); do
  bad=$(tr '\n' ' ' < "$file" | grep -oE 'TEST_CASE(_METHOD)?\([^"]*"[^"]*"' | grep '[][;]') || continue
  echo "$file: $bad"
  broken=1
done
exit $broken
