#!/usr/bin/env bash
# No source over 500 lines: split it by idea.
source "$(dirname "$0")/sources_below.sh"

sources | xargs awk '
  FNR == 501 { print FILENAME ": more than 500 lines"; broken = 1 }
  END { exit broken }'
