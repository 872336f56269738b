#!/usr/bin/env bash
# hubwatt sweep --engine slurm against a real Slurm of this machine: the same bytes as the engine of this machine makes,
# whatever happens to tasks and to the sweep on the way. Exit status 77 where Slurm's packages are missing.
#   HUBWATT_PROGRAM=.../hubwatt sweep_slurm_test.sh
set -uo pipefail
unset "${!SBATCH_@}" "${!SLURM_@}" "${!SQUEUE_@}"  # habits of who runs this
source "$(dirname "${BASH_SOURCE[0]}")/local_slurm.sh"
cd "$(dirname "${BASH_SOURCE[0]}")/../../.." || exit 1

if ! has_slurm; then
  echo "skipped: a Slurm of one machine needs Debian's slurm-wlm and munge; tools/test.sh installs them"
  exit 77
fi

scratch=$(mktemp -d)
trap 'stop_slurm; rm -rf "$scratch"' EXIT
trap 'exit 1' INT TERM
failures=0
refuse() { echo "FAILED: $*" && failures=$((failures + 1)); }
expect() { "${@:2}" || refuse "$1"; }

# Names that shells and Slurm would take for something else.
work="$scratch/it's 100%a study"
mkdir "$work"
cp scenarios/library/hello* "$work"
study="$work/hello-cooling.study.toml"
sweep() { "$HUBWATT_PROGRAM" sweep "$study" "$@" >"$scratch/output" 2>"$scratch/errors" </dev/null; }
# Leaves its process in $parent.
sweep_beside() {
  "$HUBWATT_PROGRAM" sweep "$study" "$@" >"$scratch/output" 2>"$scratch/errors" </dev/null &
  parent=$!
}
said() { grep -q -- "$1" "$scratch/errors" "$scratch/output" || { cat "$scratch/errors" && false; }; }
said_to() { [ "$1" -eq "$2" ] || { cat "$scratch/errors" && false; }; }

sweep -o "$work/local.sqlite" --quiet || { cat "$scratch/errors" && exit 1; }
same_bytes() { cmp "$work/local.sqlite" "$1"; }

if ! start_slurm "$scratch/slurm"; then
  tail -n 20 "$scratch"/slurm/*.log
  exit 1
fi
submitted() { squeue --noheader --states=all --format=%F | sort -u | wc -l; }
newest_job() { squeue --noheader --states=all --format=%F | sort -n | tail -n 1; }
waiting_tasks() { [ "$(squeue --noheader --array --states=PENDING | wc -l)" -eq "$1" ]; }
a_task_runs() { [ -n "$(squeue --noheader --states=RUNNING)" ]; }
hold() { scontrol update PartitionName=all State=DOWN; }  # submitted tasks wait
go_on() { scontrol update PartitionName=all State=UP; }

# One job of three tasks, since this Slurm allows no more: twelve points, several to a task.
sweep -o "$work/whole.sqlite" --engine slurm --progress=plain
expect "a sweep by Slurm ends well" said_to $? 0
expect "its progress is shown" said "100 %"
expect "it makes the bytes of a local one" same_bytes "$work/whole.sqlite"
expect "it leaves no folder" test ! -e "$work/whole.slurm"
expect "it submits one job" test "$(submitted)" -eq 1

# What the site says comes through the environment; a refusal is passed on.
SBATCH_PARTITION=nowhere sweep -o "$work/refused.sqlite" --engine slurm
expect "a refused sweep fails" said_to $? 1
expect "it tells Slurm's reason" said "invalid partition"
expect "it leaves no folder" test ! -e "$work/refused.slurm"

# A task that is cancelled before it began.
hold
sweep_beside -o "$work/cut.sqlite" --engine slurm
expect "tasks wait" until_true 20 waiting_tasks 3
scancel "$(newest_job)_2"
go_on
wait $parent
expect "a sweep with a task that was cancelled fails" said_to $? 1
expect "its points are told" said "_2 of Slurm ended without an outcome (no longer in its queue"
expect "its logs are kept" test -d "$work/cut.slurm/logs"
sweep -o "$work/cut.sqlite" --engine slurm --quiet --resume
expect "it can be gone on with" said_to $? 0
expect "and is then as if nothing had been" same_bytes "$work/cut.sqlite"
expect "the folder is gone then" test ! -e "$work/cut.slurm"

# A job that is cancelled while points are under way: those of five months by the minute take some seconds each.
sed -i 's/^duration = "2 d"/duration = "150 d"/; s/^step = "1 h"/step = "1 min"/' "$work/hello.toml"
sweep_beside -o "$work/slow.sqlite" --engine slurm
expect "a task runs" until_true 20 a_task_runs
scancel "$(newest_job)"
wait $parent
expect "a sweep whose job was cancelled fails" said_to $? 1
expect "its points are told with Slurm's reason" said "ended without an outcome (CANCELLED"
expect "and with the end of the log" said "CANCELLED AT"
cp scenarios/library/hello.toml "$work"

# A sweep that is killed: its job runs on, and the next takes what it wrote.
hold
sweep_beside -o "$work/killed.sqlite" --engine slurm --quiet
expect "tasks wait" until_true 20 test -e "$work/killed.slurm/job"
kill -KILL $parent
wait $parent 2>/dev/null
jobs=$(submitted)
go_on
sweep -o "$work/killed.sqlite" --engine slurm --quiet --resume
expect "a sweep goes on with the job of one that was killed" said_to $? 0
expect "it submits nothing anew" test "$(submitted)" -eq "$jobs"
expect "it makes the bytes of a local one" same_bytes "$work/killed.sqlite"

# An interrupt.
hold
sweep_beside -o "$work/stopped.sqlite" --engine slurm --quiet
expect "tasks wait" until_true 20 waiting_tasks 3
kill -TERM $parent
wait $parent
expect "a sweep that is interrupted fails" said_to $? 1
expect "it says how to go on" said "--resume"
expect "its job is cancelled" until_true 5 no_task_left
expect "it leaves no folder" test ! -e "$work/stopped.slurm"
go_on
sweep -o "$work/stopped.sqlite" --quiet --resume
expect "another engine goes on with it" said_to $? 0
expect "it makes the bytes of a local one" same_bytes "$work/stopped.sqlite"

[ $failures -eq 0 ]
