#include "tests/tools/unpacked_numbers.hpp"

#include <cmath>
#include <cstdint>
#include <cstdlib>

namespace hubwatt::test {

std::vector<double> unpacked_numbers(const std::string& text) {
  const std::string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const std::size_t first = text.find(','), second = text.find(',', first + 1);
  const int digits = std::stoi(text), lowest = std::stoi(text.substr(first + 1));
  const auto least = static_cast<std::int64_t>(std::llround(std::pow(10.0, digits - 1)));
  std::vector<double> out;
  std::int64_t rank = 0, distance = 0, weight = 1;
  for (const char letter : text.substr(second + 1)) {
    const auto place = static_cast<std::int64_t>(letters.find(letter));
    distance += place % 32 * weight;
    weight *= 32;
    if (place >= 32) continue;
    rank += distance % 2 == 1 ? -(distance / 2) : distance / 2;
    distance = 0, weight = 1;
    const std::int64_t above = std::abs(rank) - 1;
    const double whole = static_cast<double>(least + above % (9 * least)) * (rank < 0 ? -1.0 : 1.0);
    const auto shift = static_cast<int>(lowest + above / (9 * least) - (digits - 1));
    const double power = std::pow(10.0, std::abs(shift));
    out.push_back(rank == 0 ? 0.0 : shift >= 0 ? whole * power : whole / power);
  }
  return out;
}

}  // namespace hubwatt::test
