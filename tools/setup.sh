#!/usr/bin/env bash
# Installs what a build and its tests need on Debian 12 or newer, and only what is missing. Sourced by
# tools/demo.sh and tools/test.sh; may be run alone. With "slurm" also what only the test of a cluster needs.
packages=(
  g++ cmake ninja-build ccache pkg-config ca-certificates
  libsimgrid-dev libboost-dev libboost-graph-dev libtomlplusplus-dev libfmt-dev
  libcli11-dev nlohmann-json3-dev libcpp-httplib-dev libsqlite3-dev catch2
)
# Node.js bundles the report's page; Chromium is what its tests look at it with. Others than Debian's will do.
command -v node >/dev/null && command -v npm >/dev/null || packages+=(nodejs npm)
command -v chromium >/dev/null || packages+=(chromium)
# A cluster of one machine, which a test of studies starts and stops by itself; no daemon needs to run, and Slurm's own
# do not without a configuration. Where there is a Slurm from elsewhere, nothing is put beside it.
[ "${1-}" != slurm ] || command -v sbatch >/dev/null || packages+=(munge slurm-wlm)

missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q '^install ok installed$' || missing+=("$package")
done

if [ ${#missing[@]} -gt 0 ]; then
  as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! sudo -n true 2>/dev/null && ! { [ -t 0 ] && sudo true; }; then
      echo "Missing packages, and no right to install them. As root, run:" >&2
      echo "  apt-get update && apt-get install -y --no-install-recommends ${missing[*]}" >&2
      exit 1
    fi
    as_root=(sudo)
  fi
  echo "Installing: ${missing[*]}" >&2
  "${as_root[@]}" apt-get update -q >&2 &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
      "${missing[@]}" >&2 </dev/null || exit 1
fi
