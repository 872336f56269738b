#!/usr/bin/env bash
# Every .cpp is named in the CMakeLists.txt of its folder or of a folder above, and every .cpp named there exists.
source "$(dirname "$0")/sources_below.sh"

# The names in one list, from the root. `modules/${policy}.cpp` stands for the files of that folder whose stem the
# list holds as a word.
names_in() {
  local folder name file
  folder=$(dirname "$1")
  sed 's/#.*//' "$1" | grep -oE '[A-Za-z0-9_./${}-]+\.cpp' | while read -r name; do
    case $name in
      *'$'*/*) ;;
      *'$'*)
        for file in "$folder/${name%%\$*}"*.cpp; do
          sed 's/#.*//' "$1" | grep -qE "(^|[ (])$(basename "$file" .cpp)(\$|[ )])" && echo "$file"
        done ;;
      *) realpath -m --relative-to=. "$folder/$name" ;;
    esac
  done
}

{
  find models platforms policies scenarios tools tests -name CMakeLists.txt | while read -r list; do
    names_in "$list" | sed 's/^/listed /'
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
