#!/usr/bin/env bash
# Measures hubwatt's speed and memory and prints two tables; README.md says what each case is.
#   tools/bench/run.sh [--smoke] [BUILD_DIR [ROUNDS]]
# Smoke: tiny sizes and one round, to see that every case still runs; its figures mean nothing.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/inputs.sh"

size=1
if [ "${1:-}" = --smoke ]; then size=smoke; shift; fi
bin=$(cd "${1:-$here/../../build/release}" && pwd)/bin
rounds=${2:-5}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"

# full SMOKE: a size, or what takes its place in a smoke run.
full() { if [ "$size" = smoke ]; then echo "$2"; else echo "$1"; fi; }
if [ "$size" = smoke ]; then rounds=1; fi

few=$(full 100000 100) many=$(full 1000000 200) least=$(full 10000 50)
hubs=13 days=$(full 365 2) per_day=$(full 211 4)
platform 1000.platform.toml 1 "$(full 250 3)"
platform 720.platform.toml 1 "$(full 180 3)"
platform 10000.platform.toml 1 "$(full 2500 4)"
platform hubs.platform.toml "$hubs" "$(full 193 6)"
trace few.csv "$few"
trace many.csv "$many"
trace least.csv "$least"
listed a.toml 1000.platform.toml few.csv
listed c.toml 10000.platform.toml many.csv
generated b.toml hubs.platform.toml "$days" "$hubs" "$per_day"
generated d.toml hubs.platform.toml "$((3 * days))" "$hubs" "$per_day"
listed e-event.toml 1000.platform.toml least.csv 'engine = "event"'
listed e-exec.toml 1000.platform.toml least.csv 'engine = "exec"'
listed f-fcfs.toml 720.platform.toml few.csv $'[policy]\nschedule = "fcfs"'
listed f-backfill.toml 720.platform.toml few.csv $'[policy]\nschedule = "easy-backfill"'
cp "$here/../../scenarios/library/hello.toml" "$here/../../scenarios/library/hello.platform.toml" .

names=(a b c d e-event e-exec f-fcfs f-backfill hello)
commands=(reference "$bin/bench_reference" "$few" reference.csv)
for name in "${names[@]}"; do
  commands+=(-- "$name" "$bin/hubwatt" run "$name.toml" -o "out-$name" --force --quiet)
done
"$bin/bench_measure" "$rounds" "${commands[@]}" > measured

mv reference.csv out-reference.csv
for name in "${names[@]}"; do mv "out-$name/jobs.csv" "out-$name.csv"; done
for name in reference "${names[@]}"; do echo "jobs $name $(($(wc -l < "out-$name.csv") - 1))"; done > rows

awk '
  $1 == "jobs" { jobs[$2] = $3; next }
  FNR == 1 { print "case              jobs     CPU s    lowest   highest    jobs/CPU s   peak MB" }
  {
    printf "%-12s %9d %9.3f %9.3f %9.3f %13.0f %9.1f\n", $1, jobs[$1], $2, $3, $4, jobs[$1] / $2, $5
    cost[$1] = $2 / jobs[$1]; peak[$1] = $5
  }
  END {
    printf "\n%-62s %6.2f\n", "a over the reference loop, cost per job", cost["a"] / cost["reference"]
    printf "%-62s %6.2f\n", "c over a, cost per job (ten times the servers and jobs)", cost["c"] / cost["a"]
    printf "%-62s %6.2f\n", "d over b, peak memory (three years, one year)", peak["d"] / peak["b"]
    printf "%-62s %6.2f\n", "e: exec engine over event engine, cost", cost["e-exec"] / cost["e-event"]
    printf "%-62s %6.2f\n", "f: easy-backfill over fcfs, cost", cost["f-backfill"] / cost["f-fcfs"]
  }' rows measured

echo
printf '%-14s %9s %12s\n' model calls 'ns/call'
"$bin/bench_models" "$here/../../platforms/catalogue/china-hubs.platform.toml" \
  "$here/../../scenarios/library/china-2030-bottom-up.toml" "$rounds" |
  awk '{ printf "%-14s %9d %12d\n", $1, $2, $3 }'
