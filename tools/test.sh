#!/usr/bin/env bash
# Sets up, builds and runs every test. The exit status is that of the tests.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source tools/setup.sh
bash tools/setup.sh slurm || echo "No Slurm could be installed, so its test is going to be skipped." >&2
cmake --workflow --preset release
ctest --preset release -j "$(nproc)"
