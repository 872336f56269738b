# shellcheck shell=bash
# Sourced by run.sh: writes the platforms, traces and scenarios of the benchmarks, the same everywhere. awk's
# own rand() differs between awks, so the traces draw from Park and Miller's generator (CACM 31, 1988).

# platform FILE HUBS RACKS_PER_HUB: racks of four servers of eight accelerators; an origin beside each hub.
platform() {
  {
    cat << EOF
schema = 1
name = "benchmark"
[server.box]
accelerators = 8
idle_power = "2 kW"
peak_power = "10 kW"
source = "round figures for a benchmark"
confidence = "estimate"
EOF
    for ((hub = 0; hub < $2; hub++)); do
      cat << EOF
[[origin]]
id = "city$hub"
location = { latitude = $((30 + hub)), longitude = $((105 + hub)) }
[[hub]]
id = "hub$hub"
name = "Hub $hub"
side = "west"
location = { latitude = $((30 + hub)), longitude = $((105 + hub)), altitude = "500 m" }
utc_offset = "8 h"
cooling = "chilled-water-economizer"
power_chain = "modern"
[hub.climate]
kind = "normals"
dry_bulb_degc = [-6.5, -2.5, 4.5, 12.0, 17.9, 22.0, 23.9, 22.1, 17.0, 9.9, 2.3, -4.9]
relative_humidity = [0.51, 0.46, 0.43, 0.42, 0.47, 0.54, 0.61, 0.66, 0.66, 0.61, 0.59, 0.55]
diurnal_range = "13 K"
[hub.grid]
carbon = "0.55 kg/kWh"
price = "0.4 CNY/kWh"
time_of_use = "northwest"
renewable_share = 0.3
[[hub.rack]]
server = "box"
racks = $3
servers_per_rack = 4
EOF
    done
  } > "$1"
}

# trace FILE JOBS: submitted over seven days; half of one accelerator, the widest of 64; 2.5 h on average.
trace() {
  awk -v jobs="$2" '
    function draw() { seed = (seed * 16807) % 2147483647; return seed / 2147483647 }
    BEGIN {
      seed = 20261120
      print "submit_s,gpus,duration_s"
      for (job = 0; job < jobs; job++) {
        submit += -log(draw()) * 604000 / jobs
        share = draw()
        gpus = share < 0.5 ? 1 : share < 0.7 ? 2 : share < 0.8 ? 4 : share < 0.95 ? 8 : share < 0.99 ? 16 : 64
        printf "%d,%d,%d\n", submit, gpus, 60 - 9000 * log(draw())
      }
    }' > "$1"
}

# scenario FILE PLATFORM DAYS: its head. What follows on standard input is the rest.
scenario() {
  { printf 'schema = 1\nname = "benchmark"\nplatform = "%s"\n' "$2"
    printf 'start = 2025-01-01T00:00:00\nduration = "%d d"\nstep = "1 h"\nseed = 1\n' "$3"
    cat; } > "$1"
}

# listed FILE PLATFORM TRACE [MORE]: seven days of a trace; MORE goes before the workload.
listed() {
  scenario "$1" "$2" 7 << EOF
${4:-}
[[training]]
name = "trace"
trace = "$3"
activity = 0.8
EOF
}

# generated FILE PLATFORM DAYS HUBS JOBS_PER_DAY: so many of each hub's origin, which keep 70 % of it at work.
generated() {
  for ((hub = 0; hub < $4; hub++)); do
    cat << EOF
[[training]]
name = "jobs$hub"
origin = "city$hub"
arrivals_per_day = $5
gpus = { choice = [1, 8, 16, 32, 64, 128], weight = [0.2, 0.35, 0.2, 0.15, 0.07, 0.03] }
duration = { lognormal = { median = "6 h", p95 = "100 h" } }
activity = 0.8
EOF
  done | scenario "$1" "$2" "$3"
}
