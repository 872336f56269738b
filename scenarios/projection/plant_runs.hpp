// Simulations of parts of a scenario's year, by the sums of their hubs: run in processes of their own, each part once
// however often it is asked for. Not here: what the sums are asked for (simulated_plant.hpp).
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "scenarios/forked_tasks.hpp"
#include "scenarios/scenario.hpp"
#include "scenarios/tally.hpp"

namespace hubwatt {

class PlantRuns {
 public:
  // The scenario of that file and these overrides; read once. Throws InputError.
  const Scenario& scenario(const std::filesystem::path& path, const std::vector<std::string>& overrides);

  // Asks for the sums of `length` from `start` on, after a warm-up that begins with the scenario at the earliest.
  // Returns where `sums` will have them.
  std::size_t ask(const Scenario& scenario, std::int64_t start, Duration length, Duration warm_up);

  void run(int at_once, const ShareDone& progress);
  std::span<const Tally> sums(std::size_t part) const { return sums_[part]; }  // by hub
  std::size_t parts() const { return parts_.size(); }
  Duration length() const;  // of all parts, warm-up included

 private:
  struct Part {
    const Scenario* scenario;
    Period period;
    Duration warm_up;
  };

  using FileAndOverrides = std::pair<std::filesystem::path, std::vector<std::string>>;
  std::map<FileAndOverrides, std::unique_ptr<Scenario>> scenarios_;
  std::map<std::tuple<const Scenario*, std::int64_t, double>, std::size_t> known_;
  std::vector<Part> parts_;
  std::vector<std::vector<Tally>> sums_;
};

}  // namespace hubwatt
