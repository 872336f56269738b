#!/usr/bin/env bash
# A file name says where its idea lives: no two folders hold sources of the same stem. Shipped policies stand
# apart: their files bear the names that users write.
source "$(dirname "$0")/sources_below.sh"

sources | grep -v "policies/modules/" | awk -F/ '
  { stem = $NF; sub(/\.[a-z]+$/, "", stem); folder = substr($0, 1, length($0) - length($NF) - 1) }
  stem in home && home[stem] != folder { print folder "/" $NF ": " home[stem] " has a " stem " too"; broken = 1 }
  { home[stem] = folder }
  END { exit broken }'
