#!/usr/bin/env bash
# No path that exists on one machine only.
source "$(dirname "$0")/sources_below.sh"

! grep -rnIE '(^|[^[:alnum:]._-])/(w[o]rk|f[a]rm|r[o]ot|h[o]me|t[m]p)/[a-z]' . \
  --exclude-dir=.git --exclude=.git --exclude-dir=build --exclude-dir=runs --exclude-dir=node_modules
