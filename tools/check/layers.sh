#!/usr/bin/env bash
# Who may include whom: arrows between the folders point one way, and a foreign library is included only by the
# files that foreign_includes.txt names.
table=$(cd "$(dirname "$0")" && pwd)/foreign_includes.txt
source "$(dirname "$0")/sources_below.sh"

sources | xargs awk -v table="$table" '
  BEGIN {
    below["models"] = "models"
    below["platforms"] = "models platforms"
    below["policies"] = "models policies"
    below["scenarios"] = "models platforms policies scenarios"
    below["tools"] = below["scenarios"] " tools"
    below["tests"] = below["tools"] " tests"
    while ((getline line < table) > 0)
      if (line !~ /^#/ && split(line, column, " ") == 2) allowed[column[1]] = column[2]
  }
  function refuse(reason) { print FILENAME ":" FNR ": " $0 ": " reason; broken = 1 }
  function check_own(header,   folder) {
    folder = FILENAME; sub("/.*", "", folder)
    if (header !~ /^(models|platforms|policies|scenarios|tools|tests)\//) refuse("include from the root")
    else if (FILENAME ~ /^policies\/modules\// && header !~ /^policies\/(abi\.h$|policy\.hpp$|modules\/)/)
      refuse("a shipped policy sees what a foreign one sees: abi.h, policy.hpp, its own files")
    else if (index(" " below[folder] " ", " " substr(header, 1, index(header, "/") - 1) " ") == 0)
      refuse(folder " may include only " below[folder])
  }
  function check_foreign(header,   pattern) {
    if (header ~ /^[a-z_]+$/) return  # the standard library
    for (pattern in allowed)
      if (header ~ "^(" pattern ")$") {
        if (FILENAME !~ "^(" allowed[pattern] ")$") refuse("only in " allowed[pattern])
        return
      }
    refuse("a header that tools/check/foreign_includes.txt does not know")
  }
  /^[ \t]*#[ \t]*include[ \t]*["<]/ {
    header = $0; sub(/^[^"<]*["<]/, "", header); sub(/[">].*/, "", header)
    if ($0 ~ /include[ \t]*"/) check_own(header); else check_foreign(header)
  }
  END { exit broken }'
