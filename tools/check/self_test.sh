#!/usr/bin/env bash
# Each check passes on a small clean tree, and fails on that tree with one breach planted in it.
checks=$(cd "$(dirname "$0")" && pwd)
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
failures=0

clean_tree() {
  rm -rf "${tree:?}"/*
  mkdir -p "$tree"/{models,platforms,policies/modules,scenarios,tools,tests/models}
  cd "$tree" || exit 2
  echo '#include <vector>
inline std::vector<int> cells() { return {}; }' > models/battery.hpp
  echo '#include "models/battery.hpp"
#include <fmt/format.h>' > models/battery.cpp
  echo 'int tides();' > models/tides.hpp
  echo '#include <string>
#include "models/tides.hpp"' > models/tides.cpp
  echo '#include "models/battery.hpp"
TEST_CASE("a battery has cells, and no more")' > tests/models/battery_test.cpp
  echo '#include "policies/policy.hpp"' > policies/modules/fcfs.cpp
  echo '#include <boost/graph/adjacency_list.hpp>' > platforms/wan.cpp
  echo '#include <stdint.h>
typedef struct hw_hub { uint32_t count; } hw_hub;' > policies/abi.h
  echo 'add_library(models battery.cpp tides.cpp)' > models/CMakeLists.txt
  echo 'add_library(platforms wan.cpp)' > platforms/CMakeLists.txt
  echo 'set(policies fcfs)
foreach(policy IN LISTS policies)
  add_library(policy-${policy} MODULE modules/${policy}.cpp)
endforeach()' > policies/CMakeLists.txt
  echo 'hubwatt_test(models_test models SOURCES battery_test.cpp)' > tests/models/CMakeLists.txt
}

passes() {
  clean_tree
  bash "$checks/$1.sh" "$tree" || { echo "$1 refuses a clean tree"; failures=$((failures + 1)); }
}

# refuses CHECK FILE TEXT: with the line TEXT added to FILE, the check fails and names the file.
refuses() {
  clean_tree
  mkdir -p "$(dirname "$2")"
  printf '%s\n' "$3" >> "$2"
  local said
  if said=$(bash "$checks/$1.sh" "$tree" 2>&1); then
    echo "$1 lets pass: $2: $3"; failures=$((failures + 1))
  elif ! grep -qF "${4:-$2}" <<< "$said"; then
    echo "$1 does not name ${4:-$2}: $said"; failures=$((failures + 1))
  fi
}

passes layers
refuses layers models/battery.cpp '#include "platforms/hub.hpp"'
refuses layers models/battery.cpp '#include "battery.hpp"'
refuses layers policies/host.cpp '#include "platforms/hub.hpp"'
refuses layers scenarios/run.cpp '#include "tools/report.hpp"'
refuses layers policies/modules/fcfs.cpp '#include "models/job.hpp"'
refuses layers platforms/hub.cpp '#include <boost/graph/adjacency_list.hpp>'
refuses layers scenarios/kpi.cpp '  #  include <simgrid/s4u.hpp>'
refuses layers scenarios/kpi.cpp '#include <toml++/toml.h>'
refuses layers models/battery.hpp '#include <fmt/format.h>'
refuses layers tools/main.cpp '#include <sqlite3.h>'

passes file_size
refuses file_size models/battery.hpp "$(yes '//' | head -n 499)"

passes file_names
refuses file_names platforms/battery.cpp '#include "models/battery.hpp"'

passes listed_sources
refuses listed_sources models/solar.cpp 'int panels;'
refuses listed_sources policies/modules/nearest.cpp 'int hub;'
refuses listed_sources models/CMakeLists.txt 'add_library(more wind.cpp)' models/wind.cpp

passes machine_paths
refuses machine_paths scenarios/library/week.toml "weather = \"/ho""me/someone/weather.csv\""

passes test_names
refuses test_names tests/models/battery_test.cpp 'TEST_CASE("it charges; it discharges") {}'
refuses test_names tests/models/battery_test.cpp 'TEST_CASE("it stays in [0, 1)") {}'
refuses test_names tests/models/battery_test.cpp 'TEST_CASE(
    "it stays; in two lines") {}'

passes headers
refuses headers models/solar.hpp 'std::string name();'
refuses headers models/tides.hpp 'std::string name();'
refuses headers policies/abi.h 'namespace hubwatt {}'

echo "$failures checks of checks failed"
exit $((failures > 0))
