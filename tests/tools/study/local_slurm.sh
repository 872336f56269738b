#!/usr/bin/env bash
# A Slurm of one machine, this one, for a test: sourced, then start_slurm FOLDER, and stop_slurm in any case. It listens
# on free ports of loopback, has a key of its own, touches no Slurm that the machine may have, and needs no right but to
# run programs. Arrays have three tasks at most.
slurm_processes=()

has_slurm() {
  PATH=$PATH:/usr/sbin:/sbin
  local program
  for program in munged slurmctld slurmd sbatch squeue scancel scontrol sinfo; do
    command -v "$program" >/dev/null || return 1
  done
}

port_is_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# Ports below those that the kernel gives to whoever asks for any.
free_port() {
  local port
  while port=$((20000 + RANDOM % 10000)) && ! port_is_free "$port"; do :; done
  echo "$port"
}

# until_true SECONDS COMMAND...
until_true() {
  local tenths=$(($1 * 10))
  shift
  until "$@"; do
    ((tenths-- > 0)) || return 1
    sleep 0.1
  done
}

# Lives two minutes at most, so that a test that is killed leaves nothing behind for long.
in_background() {
  local log=$1
  shift
  timeout -k 2 120 "$@" >"$log" 2>&1 </dev/null &
  slurm_processes+=($!)
}

node_is_idle() { [ "$(sinfo --noheader --format=%T 2>/dev/null)" = idle ]; }

start_slurm() {
  local folder=$1 user host
  user=$(id -un)
  host=$(uname -n)
  host=${host%%.*}
  mkdir -p "$folder/state" "$folder/spool"
  chmod 755 "$folder"
  (umask 077 && head -c 1024 /dev/urandom >"$folder/key")
  export SLURM_CONF=$folder/slurm.conf
  cat >"$SLURM_CONF" <<CONF
ClusterName=test
SlurmctldHost=$host(127.0.0.1)
SlurmUser=$user
SlurmdUser=$user
SlurmctldPort=$(free_port)
SlurmdPort=$(free_port)
AuthType=auth/munge
AuthInfo=socket=$folder/munge.sock
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
ReturnToService=2
MpiDefault=none
SchedulerParameters=batch_sched_delay=0,sched_interval=1
KillWait=2
MaxArraySize=4
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES State=UP
CONF
  in_background "$folder/munged.log" munged --foreground --force --key-file="$folder/key" \
    --socket="$folder/munge.sock" --pid-file="$folder/munged.pid" --log-file="$folder/munged.log" \
    --seed-file="$folder/seed"
  until_true 5 test -S "$folder/munge.sock" || return 1
  in_background "$folder/slurmctld.log" slurmctld -D -f "$SLURM_CONF"
  in_background "$folder/slurmd.log" slurmd -D -f "$SLURM_CONF"
  until_true 15 node_is_idle
}

no_task_left() { [ -z "$(squeue --noheader 2>/dev/null)" ]; }

stop_slurm() {
  [ ${#slurm_processes[@]} -gt 0 ] || return 0
  timeout 5 scancel --user="$(id -un)" 2>/dev/null && until_true 5 no_task_left
  kill "${slurm_processes[@]}" 2>/dev/null
  wait "${slurm_processes[@]}" 2>/dev/null
  slurm_processes=()
}
