#include "scenarios/projection/unit_points.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <boost/random/sobol.hpp>
#include <numeric>

#include "models/contract.hpp"
#include "models/error.hpp"
#include "models/random.hpp"
#include "scenarios/projection/standard_normal.hpp"

namespace hubwatt {
namespace {

// In the middle of one of 2^52 equal parts: never 0 or 1, and doubling it is exact.
double inner_part(std::uint64_t bits) {
  return (static_cast<double>(bits >> 12) + 0.5) * 0x1p-52;
}

template <class T>
void shuffle(std::span<T> values, Random& random) {
  for (std::size_t left = values.size(); left > 1; --left) {
    std::swap(values[left - 1], values[random.bits() % left]);
  }
}

// One column of a Latin hypercube that grows by doubling.
class Strata {
 public:
  Strata(std::size_t count, Random random) : random_(random), stratum_(count), within_(count) {
    std::iota(stratum_.begin(), stratum_.end(), std::size_t{0});
    shuffle(std::span(stratum_), random_);
    for (double& part : within_) part = inner_part(random_.bits());
  }

  void grow_to_double() {
    const std::size_t count = stratum_.size();
    std::vector<std::size_t> empty(count);
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t half = within_[i] < 0.5 ? 0 : 1;
      empty[stratum_[i]] = 2 * stratum_[i] + (1 - half);
      stratum_[i] = 2 * stratum_[i] + half;
      within_[i] = 2.0 * within_[i] - static_cast<double>(half);
    }
    shuffle(std::span(empty), random_);
    stratum_.insert(stratum_.end(), empty.begin(), empty.end());
    for (std::size_t i = 0; i < count; ++i) within_.push_back(inner_part(random_.bits()));
  }

  double at(std::size_t i) const {
    return inner_share((static_cast<double>(stratum_[i]) + within_[i]) /
                       static_cast<double>(stratum_.size()));
  }

 private:
  Random random_;
  std::vector<std::size_t> stratum_;
  std::vector<double> within_;  // 0..1 across the stratum
};

std::vector<double> latin_hypercube(std::span<const std::string> names, std::uint64_t seed,
                                    std::size_t count) {
  std::vector<double> out(count * names.size());
  if (count == 0) return out;
  const int doublings = std::countr_zero(count);
  for (std::size_t column = 0; column < names.size(); ++column) {
    Strata strata(count >> doublings, Random(seed, "latin hypercube/" + names[column]));
    for (int k = 0; k < doublings; ++k) strata.grow_to_double();
    for (std::size_t i = 0; i < count; ++i) out[i * names.size() + column] = strata.at(i);
  }
  return out;
}

constexpr std::size_t most_columns = 3667;  // of Boost's table
using Bits = std::uint64_t;                 // of a share, the most significant one for halves

// Point i is point i - 1 with the directions of i's lowest set bit flipped. [bit * columns + column]
std::vector<Bits> sobol_directions(std::size_t columns, std::size_t bits) {
  boost::random::sobol engine(columns);
  std::vector<Bits> out(bits * columns);
  for (std::size_t bit = 0; bit < bits; ++bit) {
    const std::span<Bits> direction = std::span(out).subspan(bit * columns, columns);
    if (bit > 0) {  // Boost counts from our point 1
      engine.seed((Bits{1} << bit) - 2);
      for (Bits& x : direction) x = engine();
    }
    for (Bits& x : direction) x ^= engine();
  }
  return out;
}

// A random lower triangular matrix over the bits of a share, and a shift.
class Scramble {
 public:
  explicit Scramble(Random random) : shift_(random.bits()) {
    for (std::size_t k = 0; k < rows_.size(); ++k) {
      const Bits diagonal = Bits{1} << (63 - k);
      const Bits above = k == 0 ? 0 : ~Bits{0} << (64 - k);  // more significant bits
      rows_[k] = diagonal | (random.bits() & above);
    }
  }

  Bits shift() const { return shift_; }
  Bits mixed(Bits direction) const {
    Bits out = 0;
    for (std::size_t k = 0; k < rows_.size(); ++k) {
      out |= static_cast<Bits>(std::popcount(rows_[k] & direction) & 1) << (63 - k);
    }
    return out;
  }

 private:
  Bits shift_;
  std::array<Bits, 64> rows_;
};

std::vector<double> sobol_points(std::span<const std::string> names, std::uint64_t seed, std::size_t count) {
  const std::size_t columns = names.size();
  std::vector<double> out(count * columns);
  if (out.empty()) return out;
  const auto bits = static_cast<std::size_t>(std::bit_width(count - 1));
  std::vector<Bits> directions = sobol_directions(columns, bits);
  std::vector<Bits> point(columns);
  for (std::size_t column = 0; column < columns; ++column) {
    const Scramble scramble(Random(seed, "sobol/" + names[column]));
    point[column] = scramble.shift();
    for (std::size_t bit = 0; bit < bits; ++bit) {
      Bits& direction = directions[bit * columns + column];
      direction = scramble.mixed(direction);
    }
  }
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t first = static_cast<std::size_t>(std::countr_zero(i)) * columns;
    for (std::size_t column = 0; column < columns; ++column) {
      if (i > 0) point[column] ^= directions[first + column];
      out[i * columns + column] = inner_part(point[column]);
    }
  }
  return out;
}

}  // namespace

std::vector<double> unit_points(DrawSequence sequence, std::span<const std::string> names, std::uint64_t seed,
                                std::size_t count) {
  if (sequence == DrawSequence::latin_hypercube) return latin_hypercube(names, seed, count);
  if (names.size() > most_columns) {
    Diagnostic mistake;
    mistake.problem = "a Sobol sequence has at most " + std::to_string(most_columns) + " columns, not " +
                      std::to_string(names.size());
    mistake.suggestion = "take the Latin hypercube";
    throw InputError(std::move(mistake));
  }
  return sobol_points(names, seed, count);
}

}  // namespace hubwatt
