#!/usr/bin/env bash
# Every .cpp is named in the CMakeLists.txt of its folder or of a folder above, and every .cpp named there exists.
source "$(dirname "$0")/sources_below.sh"

{
  find models platforms policies scenarios tools tests -name CMakeLists.txt | while read -r list; do
    sed 's/#.*//' "$list" | grep -oE '[A-Za-z0-9_./${}-]+\.cpp' | grep -v '\$' |
      while read -r name; do echo "listed $(realpath -m --relative-to=. "$(dirname "$list")/$name")"; done
  done
  sources | grep '\.cpp$' | sed 's/^/exists /'
} | awk '
  { seen[$1, $2]; file[$2] }
  END {
    for (f in file) {
      if (!(("exists", f) in seen)) { print f ": named in a CMakeLists.txt, but missing"; broken = 1 }
      if (!(("listed", f) in seen)) { print f ": in no CMakeLists.txt"; broken = 1 }
    }
    exit broken
  }'
