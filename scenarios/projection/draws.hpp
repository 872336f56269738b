// Draws of a projection's uncertain inputs, as a table: one row per draw, one value per input. The same seed
// gives the same bytes; the first n of 2n draws are the n draws of that seed. A draw is an even point of the
// unit cube (unit_points.hpp) whose shares are turned into values (joint_distribution.hpp).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "scenarios/projection/draw_settings.hpp"
#include "scenarios/projection/uncertain.hpp"

namespace hubwatt {

class Draws {
 public:
  Draws(std::size_t count, std::size_t inputs, std::vector<double> values);

  std::size_t count() const { return count_; }
  std::size_t inputs() const { return inputs_; }
  Draw operator[](std::size_t i) const { return std::span(values_).subspan(i * inputs_, inputs_); }

 private:
  std::size_t count_, inputs_;
  std::vector<double> values_;
};

// Throws InputError where the correlations contradict each other, or a Sobol sequence has not so many
// columns.
Draws make_draws(std::span<const DrawnInput> inputs, const DrawSettings& settings, std::uint64_t seed,
                 std::size_t count);

// Seed of the k-th of several independent randomisations of one sequence.
std::uint64_t replicate_seed(std::uint64_t seed, std::size_t k);

}  // namespace hubwatt
