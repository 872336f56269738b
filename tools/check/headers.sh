#!/usr/bin/env bash
# Every header of the program compiles alone (those of the tests need what their CMakeLists.txt defines), and the
# policy contract compiles as C. A header that stands first in its own source has been compiled so by the build, since
# every source is listed there (listed_sources.sh); the others are compiled here. CXX and CC name the compilers.
source "$(dirname "$0")/sources_below.sh"

stands_first() {
  local source=${1%.hpp}.cpp
  [ -e "$source" ] && [ "$(grep -m 1 '^#include' "$source")" = "#include \"$1\"" ]
}

syntax=(-fsyntax-only -I.)
sources | grep '\.hpp$' | grep -v '^tests/' |
  while read -r header; do stands_first "$header" || echo "$header"; done |
  xargs -r -P "$(nproc)" -I {} "${CXX:-c++}" -std=c++20 -x c++ "${syntax[@]}" -include {} /dev/null || exit 1
[ ! -e policies/abi.h ] || "${CC:-cc}" -std=c99 -pedantic-errors -x c "${syntax[@]}" -include policies/abi.h /dev/null
