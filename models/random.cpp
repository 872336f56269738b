#include "models/random.hpp"

#include <bit>
#include <cmath>
#include <numbers>

#include "models/contract.hpp"

namespace hubwatt {
namespace {

std::uint64_t splitmix64(std::uint64_t& state) {
  state += 0x9e3779b97f4a7c15U;
  std::uint64_t z = state;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
  return z ^ (z >> 31);
}

std::uint64_t fnv1a(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3U;
  }
  return hash;
}

}  // namespace

Random::Random(std::uint64_t seed, std::string_view stream) {
  // The seed is stirred before the name joins it: with a plain exclusive or, two streams of one seed could be
  // the same as two others of another.
  std::uint64_t state = splitmix64(seed) ^ fnv1a(stream);
  for (std::uint64_t& word : state_) word = splitmix64(state);
}

std::uint64_t Random::bits() {
  const std::uint64_t out = std::rotl(state_[1] * 5, 7) * 9;
  const std::uint64_t shifted = state_[1] << 17;
  state_[2] ^= state_[0];
  state_[3] ^= state_[1];
  state_[1] ^= state_[2];
  state_[0] ^= state_[3];
  state_[2] ^= shifted;
  state_[3] = std::rotl(state_[3], 45);
  return out;
}

double Random::uniform() {
  return static_cast<double>(bits() >> 11) * 0x1p-53;
}

double Random::normal() {
  // Box and Muller's cosine half only: no number is kept back, so a stream's state is its four words.
  const double radius = std::sqrt(-2.0 * std::log(1.0 - uniform()));
  return radius * std::cos(2.0 * std::numbers::pi * uniform());
}

double Random::exponential(double mean) {
  HUBWATT_EXPECTS(mean >= 0.0);
  return -mean * std::log(1.0 - uniform());
}

}  // namespace hubwatt
