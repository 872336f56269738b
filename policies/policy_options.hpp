// The options of a policy, for its author: the table [policy.options.<decision>] of a scenario, read by key.
// Every reading gives the fallback that holds where the scenario says nothing. A key nobody read, or a value
// that cannot be read, refuses the policy with a message; a scenario's mistake is never passed over.
#pragma once

#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "policies/abi.h"

namespace hubwatt::policy {

class Options {
 public:
  explicit Options(const hw_options& view) : view_(view), read_(view.count, false) {}

  std::string text(std::string_view key, std::string_view fallback) {
    const char* value = find(key);
    return std::string(value != nullptr ? std::string_view(value) : fallback);
  }

  double number(std::string_view key, double fallback, double low = std::numeric_limits<double>::lowest(),
                double high = std::numeric_limits<double>::max()) {
    const char* value = find(key);
    if (value == nullptr) return fallback;
    double result = 0.0;
    if (!leading_number(value, result).empty()) refuse(key, value, "a number");
    if (!(low <= result && result <= high)) refuse(key, value, "between the policy's limits");
    return result;
  }

  // A whole number, at least 0.
  std::uint32_t count(std::string_view key, std::uint32_t fallback) {
    const char* value = find(key);
    if (value == nullptr) return fallback;
    const std::string_view all(value);
    std::uint32_t result = 0;
    const auto [end, error] = std::from_chars(all.data(), all.data() + all.size(), result);
    if (error != std::errc{} || end != all.data() + all.size())
      refuse(key, value, "a whole number from 0 on");
    return result;
  }

  bool flag(std::string_view key, bool fallback) {
    const char* value = find(key);
    if (value == nullptr) return fallback;
    const std::string_view all(value);
    if (all != "true" && all != "false") refuse(key, value, "true or false");
    return all == "true";
  }

  // A duration with its unit (ms, s, min, h, d), in seconds.
  double seconds(std::string_view key, double fallback) {
    const char* value = find(key);
    if (value == nullptr) return fallback;
    double amount = 0.0;
    std::string_view unit = leading_number(value, amount);
    while (!unit.empty() && unit.front() == ' ') unit.remove_prefix(1);
    const double length = unit == "ms"    ? 1e-3
                          : unit == "s"   ? 1.0
                          : unit == "min" ? 60.0
                          : unit == "h"   ? 3600.0
                          : unit == "d"   ? 86400.0
                                          : 0.0;
    if (length == 0.0 || amount < 0.0) refuse(key, value, "a duration such as \"12 h\" (ms, s, min, h, d)");
    return amount * length;
  }

  // Throws when the scenario gives an option that nobody read. Called after the policy is constructed.
  void refuse_unread() const {
    for (std::uint32_t i = 0; i < view_.count; ++i) {
      if (read_[i]) continue;
      throw std::invalid_argument("unknown option \"" + std::string(view_.keys[i]) + "\"; " +
                                  (known_.empty() ? "the policy has no options" : "options are: " + known_));
    }
  }

 private:
  const char* find(std::string_view key) {
    if (!known_.empty()) known_ += ", ";
    known_ += key;
    for (std::uint32_t i = 0; i < view_.count; ++i) {
      if (key != view_.keys[i]) continue;
      read_[i] = true;
      return view_.values[i];
    }
    return nullptr;
  }

  // Reads a finite number from the front and returns what follows it; "?" where there is none.
  static std::string_view leading_number(std::string_view all, double& number) {
    const auto [end, error] = std::from_chars(all.data(), all.data() + all.size(), number);
    if (error != std::errc{} || !std::isfinite(number)) return "?";
    return all.substr(static_cast<std::size_t>(end - all.data()));
  }

  [[noreturn]] static void refuse(std::string_view key, std::string_view value, std::string_view wanted) {
    throw std::invalid_argument("option \"" + std::string(key) + "\" is \"" + std::string(value) +
                                "\", not " + std::string(wanted));
  }

  const hw_options& view_;
  std::vector<bool> read_;
  std::string known_;
};

}  // namespace hubwatt::policy
