#include "tools/progress.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
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

// By the unit of time that makes it one or more.
std::string rate_text(double points, Duration elapsed) {
  if (points >= elapsed / unit::second)
    return fmt::format("{:.3g} points/s", points / (elapsed / unit::second));
  if (points >= elapsed / unit::minute)
    return fmt::format("{:.3g} points/min", points / (elapsed / unit::minute));
  return fmt::format("{:.3g} points/h", points / (elapsed / unit::hour));
}

int percent_of(double share) {
  return static_cast<int>(std::floor(share * 100.0 + 1e-9));
}

// A point at its end still has its figures to tell, so all of them are done when all have ended, and not before.
double share_of(const PointsDone& done) {
  const double share = (static_cast<double>(done.before) + done.reached) / static_cast<double>(done.all);
  return done.ended < done.all ? std::min(share, 0.999) : share;
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

enum class Stage { under_way, over };
// What a line says at a percentage, that long after the beginning.
using TextAt = std::function<std::string(int percent, Duration elapsed)>;
// Told the share that is done; asks for a text when it shows one.
using Line = std::function<void(double share, Stage stage, const TextAt& text)>;

Line on_terminal() {
  return [start = Clock::now(), shown = -at_least](double share, Stage stage, const TextAt& text) mutable {
    const Duration elapsed = since(start);
    if (share >= 1.0 || stage == Stage::over) {
      std::fputs("\r\033[K", stderr);
    } else if (elapsed - shown >= at_least) {
      shown = elapsed;
      std::fprintf(stderr, "\r%s\033[K", one_row(text(percent_of(share), elapsed)).c_str());
    }
    std::fflush(stderr);
  };
}

Line by_tenths(double from) {
  return
      [start = Clock::now(), shown = percent_of(from) / 10](double share, Stage, const TextAt& text) mutable {
        // Fast work tells several at once.
        while (shown < percent_of(share) / 10)
          std::fprintf(stderr, "%s\n", text(++shown * 10, since(start)).c_str());
        std::fflush(stderr);
      };
}

// `from` is the share that is done already.
Line line_for(ProgressMode mode, double from) {
  if (mode == ProgressMode::plain) return by_tenths(from);
  if (mode == ProgressMode::automatic && ::isatty(STDERR_FILENO) == 1) return on_terminal();
  return {};
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
  const Line line = line_for(mode, 0.0);
  if (!line) return {};
  return [name = std::move(name), line](double share, Duration all) {
    line(share, Stage::under_way,
         [&](int percent, Duration elapsed) { return progress_text(name, percent, share, all, elapsed); });
  };
}

std::string points_text(const std::string& name, int percent, const PointsDone& done, Duration elapsed) {
  std::string text = fmt::format("{}: {:d} %, {} of {} points", name, percent, done.ended, done.all);
  if (done.reached <= 0.0 || elapsed <= Duration{}) return text;
  text += ", " + rate_text(done.reached, elapsed);
  if (percent >= 100) return text + fmt::format(", took {}", wait_text(elapsed));
  const double left = static_cast<double>(done.all - done.before) - done.reached;
  return text + fmt::format(", {} left", wait_text(left / done.reached * elapsed));
}

TellPoints show_points(std::string name, ProgressMode mode, const PointsDone& begin) {
  const Line line = line_for(mode, share_of(begin));
  if (!line) return {};
  return [name = std::move(name), line](const PointsDone& done) {
    line(share_of(done), done.over ? Stage::over : Stage::under_way,
         [&](int percent, Duration elapsed) { return points_text(name, percent, done, elapsed); });
  };
}

}  // namespace hubwatt
