#include "tools/packed_numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

#include "models/contract.hpp"

namespace hubwatt {

namespace {

constexpr double smallest = 1e-280;  // so that every power stays a number

struct Decimal {
  std::int64_t digits = 0;  // with a sign; nought has none
  int exponent = 0;         // of the first digit
};

double power_of_ten(int exponent) {
  // Exact up to the 22nd, so that the product or quotient of a number is rounded once.
  static constexpr std::array<double, 23> exact{1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                                1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
  const auto at = static_cast<std::size_t>(exponent);
  return at < exact.size() ? exact[at] : std::pow(10.0, exponent);
}

Decimal decimal_of(double number, int digits) {
  HUBWATT_EXPECTS(std::isfinite(number));
  if (std::abs(number) < smallest) return {};
  const auto with = [&](int exponent) {
    const int shift = digits - 1 - exponent;
    return std::llrint(shift >= 0 ? number * power_of_ten(shift) : number / power_of_ten(-shift));
  };
  int exponent = static_cast<int>(std::floor(std::log10(std::abs(number))));
  std::int64_t whole = with(exponent);
  // Rounded up to one digit more, or by a logarithm that was.
  if (std::abs(whole) >= std::llrint(power_of_ten(digits))) whole = with(++exponent);
  if (std::abs(whole) < std::llrint(power_of_ten(digits - 1))) whole = with(--exponent);
  return {whole, exponent};
}

void append(std::string& to, std::int64_t distance) {
  static constexpr std::string_view letters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  auto rest = static_cast<std::uint64_t>(std::abs(distance)) << 1 | (distance < 0 ? 1U : 0U);
  for (; rest >= 32; rest >>= 5) to += letters[rest % 32 + 32];
  to += letters[rest];
}

}  // namespace

std::string packed_numbers(std::span<const double> numbers, int digits) {
  HUBWATT_EXPECTS(digits >= 1 && digits <= 12);
  std::vector<Decimal> decimals;
  decimals.reserve(numbers.size());
  int lowest = 0;
  bool any = false;
  for (const double number : numbers) {
    decimals.push_back(decimal_of(number, digits));
    if (decimals.back().digits == 0) continue;
    lowest = any ? std::min(lowest, decimals.back().exponent) : decimals.back().exponent;
    any = true;
  }
  const std::int64_t least = std::llrint(power_of_ten(digits - 1));
  std::string out = fmt::format("{},{},", digits, lowest);
  std::int64_t before = 0;
  for (const Decimal& each : decimals) {
    const std::int64_t size = std::abs(each.digits);
    const std::int64_t rank = size == 0 ? 0 : 1 + size - least + (each.exponent - lowest) * 9 * least;
    const std::int64_t with_sign = each.digits < 0 ? -rank : rank;
    append(out, with_sign - before);
    before = with_sign;
  }
  return out;
}

}  // namespace hubwatt
