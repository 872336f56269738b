// Random numbers that are the same on every machine. One generator per purpose: a stream is named, and its
// numbers depend on the seed and the name alone, so adding a stream, or drawing more from one, moves no
// other. Not for secrets. The distributions of <random> are not used: the standard fixes their law but not
// their algorithm, and libraries differ.
//
// Algorithm: xoshiro256** (Blackman and Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS
// 47, 2021), state filled by splitmix64 (Steele, Lea, Flood, OOPSLA 2014) from the seed and the FNV-1a hash
// of the stream's name.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace hubwatt {

class Random {
 public:
  Random(std::uint64_t seed, std::string_view stream);

  std::uint64_t bits();
  double uniform();                 // [0, 1), 53 bits
  double normal();                  // mean 0, standard deviation 1; two draws of bits each
  double exponential(double mean);  // mean >= 0

 private:
  std::array<std::uint64_t, 4> state_;
};

}  // namespace hubwatt
