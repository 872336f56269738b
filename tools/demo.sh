#!/usr/bin/env bash
# Sets up, builds, runs the national platform over its year and prints what came out.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source tools/setup.sh
cmake --workflow --preset release

hubwatt=build/release/bin/hubwatt
results=runs/national-2025
"$hubwatt" run scenarios/library/national-2025.toml -o "$results" --force
"$hubwatt" report "$results" --format text

echo
echo "Files of this run:"
for file in "$results"/*; do echo "  $file"; done
