// Messages put together from texts and numbers; a number is written as the shortest text that reads back to
// it.
#pragma once

#include <array>
#include <charconv>
#include <concepts>
#include <string>
#include <string_view>

namespace hubwatt {

template <class Part>
void append(std::string& out, const Part& part) {
  if constexpr (std::integral<Part> || std::floating_point<Part>) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), part).ptr;
    out.append(digits.data(), end);
  } else {
    out += std::string_view(part);
  }
}

template <class... Parts>
std::string message(const Parts&... parts) {
  std::string out;
  (append(out, parts), ...);
  return out;
}

}  // namespace hubwatt
