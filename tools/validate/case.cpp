#include "tools/validate/case.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace hubwatt::validation {

namespace {

std::string with_unit(std::string number, std::string_view unit) {
  if (!unit.empty()) number.append(" ").append(unit);
  return number;
}

// Below this, what is left is the rounding of the machine: its digits are no figure.
constexpr double rounding = 1e-9;

std::string absolute_error(double expected, double got, std::string_view unit) {
  const double error = got - expected;
  if (std::fabs(error) < rounding) return "< 1e-9";
  return with_unit((error > 0.0 ? "+" : "") + figure(error, 2), unit);
}

// What should be nothing and is no more than rounding shows no digits.
std::string shown(double expected, double got, int digits, std::string_view unit) {
  if (expected == 0.0 && got != 0.0 && std::fabs(got) < rounding) return with_unit("< 1e-9", unit);
  return figure(got, digits, unit);
}

}  // namespace

Tolerance exact() {
  return {1e-9, true, "exact (1e-9)"};
}

Tolerance percent(double percents) {
  return {percents / 100.0, true, figure(percents) + " %"};
}

Tolerance within(double limit, std::string_view unit) {
  return {limit, false, with_unit(figure(limit), unit)};
}

std::string figure(double value, int digits) {
  if (!std::isfinite(value)) return std::isnan(value) ? "none" : (value > 0.0 ? "inf" : "-inf");
  if (value == 0.0) return "0";
  const int exponent = static_cast<int>(std::floor(std::log10(std::fabs(value))));
  if (exponent < -4 || exponent >= 9) return fmt::format("{:.{}e}", value, digits - 1);
  std::string text = fmt::format("{:.{}f}", value, std::clamp(digits - 1 - exponent, 0, 12));
  if (text.find('.') != std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
  }
  return text == "-0" ? "0" : text;
}

std::string figure(double value, int digits, std::string_view unit) {
  return with_unit(figure(value, digits), unit);
}

std::string relative_error(double expected, double got) {
  const double error = expected == 0.0 ? got : got / expected - 1.0;
  if (std::fabs(error) < rounding) return "< 1e-9";
  if (std::fabs(error) < 1e-5) return fmt::format("{:+.0e}", error);
  return (error > 0.0 ? "+" : "") + figure(100.0 * error, 2) + " %";
}

Case compare(Question question, double expected, double got, const Tolerance& tolerance,
             std::string_view unit, int digits) {
  const double error = tolerance.relative ? std::fabs(got / expected - 1.0) : std::fabs(got - expected);
  return {std::move(question),
          figure(expected, digits, unit),
          tolerance.text,
          shown(expected, got, digits, unit),
          tolerance.relative ? relative_error(expected, got) : absolute_error(expected, got, unit),
          error <= tolerance.limit};
}

Case holds(Question question, std::string expected, std::string got, bool pass) {
  return {std::move(question), std::move(expected), "", std::move(got), "", pass};
}

Case at_most(Question question, double limit, double got, std::string_view unit, int digits) {
  return holds(std::move(question), "at most " + figure(limit, digits, unit), figure(got, digits, unit),
               got <= limit);
}

Case at_least(Question question, double limit, double got, std::string_view unit, int digits) {
  return holds(std::move(question), "at least " + figure(limit, digits, unit), figure(got, digits, unit),
               got >= limit);
}

}  // namespace hubwatt::validation
