#include "scenarios/server_pool.hpp"

#include <bit>
#include <limits>

#include "models/contract.hpp"

namespace hubwatt {

namespace {
constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
}

void ServerPool::Level::insert(std::uint32_t server) {
  const std::uint32_t word = server / 64;
  words[word] |= std::uint64_t{1} << (server % 64);
  if (word < first_word) first_word = word;
  ++count;
}

void ServerPool::Level::erase(std::uint32_t server) {
  words[server / 64] &= ~(std::uint64_t{1} << (server % 64));
  --count;
}

std::uint32_t ServerPool::Level::next(std::uint32_t from) const {
  if (count == 0) return none;
  std::uint32_t word = from / 64;
  std::uint64_t bits = 0;
  if (word < first_word) {
    word = first_word;
    bits = words[word];
  } else if (word < words.size()) {
    bits = words[word] & (~std::uint64_t{0} << (from % 64));
  }
  const bool from_start = from <= first_word * 64;
  while (bits == 0) {
    if (++word >= words.size()) return none;
    bits = words[word];
  }
  if (from_start) first_word = word;
  return word * 64 + static_cast<std::uint32_t>(std::countr_zero(bits));
}

ServerPool::ServerPool(std::uint32_t servers, std::uint32_t accelerators)
    : width_(accelerators),
      free_total_(servers * accelerators),
      free_(servers, static_cast<std::uint16_t>(accelerators)),
      levels_(accelerators + 1) {
  HUBWATT_EXPECTS(accelerators >= 1 && accelerators < 65536);
  for (Level& level : levels_) level.words.assign(servers / 64 + 1, 0);
  for (std::uint32_t server = 0; server < servers; ++server) levels_[width_].insert(server);
}

std::uint32_t ServerPool::tightest_level(std::uint32_t rest) const {
  for (std::uint32_t level = rest; level < width_; ++level)
    if (levels_[level].count > 0) return level;
  return width_ + 1;
}

bool ServerPool::fits(std::uint32_t accelerators) const {
  const std::uint32_t whole = accelerators / width_;
  const std::uint32_t rest = accelerators % width_;
  const std::uint32_t empty = levels_[width_].count;
  if (empty < whole) return false;
  return rest == 0 || empty > whole || tightest_level(rest) < width_;
}

std::uint32_t ServerPool::count_that_fit(std::uint32_t accelerators) const {
  const std::uint32_t whole = accelerators / width_;
  const std::uint32_t rest = accelerators % width_;
  const std::uint32_t empty = levels_[width_].count;
  if (rest == 0) return empty / whole;
  if (whole == 0) {
    std::uint32_t fit = 0;
    for (std::uint32_t level = rest; level <= width_; ++level) fit += levels_[level].count * (level / rest);
    return fit;
  }
  std::uint32_t part_fit = 0;  // rests that part servers can hold
  for (std::uint32_t level = rest; level < width_; ++level) part_fit += levels_[level].count * (level / rest);
  // Gangs that find their rest on a part server cost `whole` free servers, later ones share an opened one.
  const std::uint32_t per_opened = width_ / rest;
  std::uint32_t fit = 0;
  for (std::uint32_t left = empty; left >= whole; ++fit) {
    left -= whole;
    if (part_fit > 0) {
      --part_fit;
    } else if (left > 0) {
      --left;
      part_fit = per_opened - 1;
    } else {
      break;
    }
  }
  return fit;
}

bool ServerPool::find(std::uint32_t accelerators, Shares& out) const {
  out.clear();
  if (!fits(accelerators)) return false;
  const std::uint32_t whole = accelerators / width_;
  const std::uint32_t rest = accelerators % width_;
  std::uint32_t server = 0;
  for (std::uint32_t i = 0; i < whole; ++i) {
    server = levels_[width_].next(server);
    out.push_back({server, width_});
    ++server;
  }
  if (rest > 0) {
    const std::uint32_t level = tightest_level(rest);
    const std::uint32_t last = level < width_ ? levels_[level].next(0) : levels_[width_].next(server);
    out.push_back({last, rest});
  }
  return true;
}

void ServerPool::move_to(std::uint32_t server, std::uint32_t free_now) {
  levels_[free_[server]].erase(server);
  free_[server] = static_cast<std::uint16_t>(free_now);
  levels_[free_now].insert(server);
}

void ServerPool::take(const Shares& shares) {
  for (const ServerShare& share : shares) {
    HUBWATT_EXPECTS(free_[share.server] >= share.accelerators);
    move_to(share.server, free_[share.server] - share.accelerators);
    free_total_ -= share.accelerators;
  }
}

void ServerPool::give_back(const Shares& shares) {
  for (const ServerShare& share : shares) {
    HUBWATT_EXPECTS(free_[share.server] + share.accelerators <= width_);
    move_to(share.server, free_[share.server] + share.accelerators);
    free_total_ += share.accelerators;
  }
}

}  // namespace hubwatt
