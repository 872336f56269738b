#include "scenarios/toml_text.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cmath>

namespace hubwatt {
namespace {

std::string basic_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    const auto code = static_cast<unsigned char>(c);
    if (code < 0x20 || code == 0x7f)
      out += fmt::format("\\u{:04x}", code);
    else
      out += c;
  }
  return out + '"';
}

std::string text_of(bool truth) {
  return truth ? "true" : "false";
}

std::string text_of(std::int64_t whole) {
  return fmt::format("{}", whole);
}

// A point or an exponent tells it from an integer.
std::string text_of(double real) {
  if (std::isnan(real)) return "nan";
  if (std::isinf(real)) return real > 0.0 ? "inf" : "-inf";
  const std::string digits = fmt::format("{}", real);
  return digits.find_first_of(".e") == std::string::npos ? digits + ".0" : digits;
}

std::string text_of(const std::string& text) {
  return basic_string(text);
}

std::string text_of(const DateTime& moment) {
  using namespace std::chrono;
  const sys_seconds at{seconds(moment.wall_seconds)};
  const sys_days day = floor<days>(at);
  const year_month_day date(day);
  const hh_mm_ss time(at - day);
  std::string out = fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", static_cast<int>(date.year()),
                                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                                time.hours().count(), time.minutes().count(), time.seconds().count());
  if (moment.nanoseconds != 0) out += fmt::format(".{:09}", moment.nanoseconds);
  if (moment.offset_minutes) {
    const int offset = *moment.offset_minutes, size = std::abs(offset);
    out += fmt::format("{}{:02}:{:02}", offset < 0 ? '-' : '+', size / 60, size % 60);
  }
  return out;
}

std::string text_of(TimeOfDay) {
  return "00:00:00";  // no key takes one, so none is kept
}

std::string text_of(const Array& elements) {
  std::string out = "[";
  for (const Node& element : elements) out += (out.size() > 1 ? ", " : "") + toml_text(element);
  return out + "]";
}

std::string text_of(const Table& members) {
  std::string out;
  for (const Member& member : members)
    out += (out.empty() ? "" : ", ") + basic_string(member.key) + " = " + toml_text(member.node);
  return out.empty() ? "{}" : "{ " + out + " }";
}

}  // namespace

std::string toml_text(const Node& value) {
  return std::visit([](const auto& held) { return text_of(held); }, value.value);
}

}  // namespace hubwatt
