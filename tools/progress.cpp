#include "tools/progress.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <chrono>
#include <cmath>
#include <cstdio>

#include "models/units.hpp"

namespace hubwatt {

namespace {

using Clock = std::chrono::steady_clock;

constexpr Duration at_least = 0.1 * unit::second;  // between two looks of a line on a terminal

Duration since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count() * unit::second;
}

std::string wait_text(Duration wait) {
  if (wait < 10.0 * unit::second) return fmt::format("{:.1f} s", wait / unit::second);
  if (wait < 100.0 * unit::second) return fmt::format("{:.0f} s", wait / unit::second);
  if (wait < 100.0 * unit::minute) return fmt::format("{:.0f} min", wait / unit::minute);
  return fmt::format("{:.1f} h", wait / unit::hour);
}

int percent_of(double share) {
  return static_cast<int>(std::floor(share * 100.0 + 1e-9));
}

// A line that wraps could not be written over: cut before that, between two characters.
std::string one_row(std::string text) {
  winsize window{};
  const bool known = ::ioctl(STDERR_FILENO, TIOCGWINSZ, &window) == 0 && window.ws_col > 1;
  std::size_t end = known ? window.ws_col - 1u : 79u;
  if (text.size() <= end) return text;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

ShareOf on_terminal(std::string name) {
  return
      [name = std::move(name), start = Clock::now(), shown = -at_least](double share, Duration all) mutable {
        const Duration elapsed = since(start);
        if (share >= 1.0) {
          std::fputs("\r\033[K", stderr);
        } else if (elapsed - shown >= at_least) {
          shown = elapsed;
          const std::string text = progress_text(name, percent_of(share), share, all, elapsed);
          std::fprintf(stderr, "\r%s\033[K", one_row(text).c_str());
        }
        std::fflush(stderr);
      };
}

ShareOf by_tenths(std::string name) {
  return [name = std::move(name), start = Clock::now(), shown = 0](double share, Duration all) mutable {
    // A fast run tells several at once.
    while (shown < percent_of(share) / 10)
      std::fprintf(stderr, "%s\n", progress_text(name, ++shown * 10, share, all, since(start)).c_str());
    std::fflush(stderr);
  };
}

}  // namespace

std::string progress_text(const std::string& name, int percent, double share, Duration all,
                          Duration elapsed) {
  std::string text = fmt::format("{}: {:d} %", name, percent);
  if (share <= 0.0 || elapsed <= Duration{}) return text;
  text += fmt::format(", {:.3g} days/s", share * (all / unit::day) / (elapsed / unit::second));
  if (percent >= 100) return text + fmt::format(", took {}", wait_text(elapsed));
  return text + fmt::format(", {} left", wait_text((1.0 - share) / share * elapsed));
}

ShareOf show_progress(std::string name, ProgressMode mode) {
  if (mode == ProgressMode::plain) return by_tenths(std::move(name));
  if (mode == ProgressMode::automatic && ::isatty(STDERR_FILENO) == 1) return on_terminal(std::move(name));
  return {};
}

}  // namespace hubwatt
