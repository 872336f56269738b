#!/usr/bin/env bash
# A test name holds no semicolon: CMake splits lists there, and ctest would run two names that match no test.
source "$(dirname "$0")/sources_below.sh"

! sources | grep '_test\.cpp$' | xargs grep -nE 'TEST_CASE(_METHOD)?\([^"]*"[^"]*;' /dev/null
