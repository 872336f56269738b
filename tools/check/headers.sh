#!/usr/bin/env bash
# Every header of the program compiles alone (those of the tests need what their CMakeLists.txt defines), and the
# policy contract compiles as C. CXX and CC name the compilers.
source "$(dirname "$0")/sources_below.sh"

syntax=(-fsyntax-only -I.)
sources | grep '\.hpp$' | grep -v '^tests/' |
  xargs -r -P "$(nproc)" -I {} "${CXX:-c++}" -std=c++20 -x c++ "${syntax[@]}" -include {} /dev/null || exit 1
[ ! -e policies/abi.h ] || "${CC:-cc}" -std=c99 -pedantic-errors -x c "${syntax[@]}" -include policies/abi.h /dev/null
