# shellcheck shell=bash
# Sourced by the checks: steps into the tree to check and defines `sources`, which lists its C and C++ files.
cd "${1:?the root of a source tree}" || exit 2
sources() { find models platforms policies scenarios tools tests -name '*.[ch]pp' -o -name '*.h' | sort; }
