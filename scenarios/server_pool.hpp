// The servers of one kind in one hub and who holds their accelerators. A gang takes whole servers first and the
// rest on one more server; part servers are shared. Pure bookkeeping: no time, no power.
//   Whole servers: those of lowest index. The rest: the part-used server that fits most tightly, else a free one.
// Finding a server costs O(servers / 64) words at worst, O(1) as a rule.
#pragma once

#include <cstdint>
#include <vector>

namespace hubwatt {

// Accelerators taken on one server of a pool.
struct ServerShare {
  std::uint32_t server = 0;
  std::uint32_t accelerators = 0;
};
using Shares = std::vector<ServerShare>;

class ServerPool {
 public:
  // `servers` servers of `accelerators` (>= 1) each, all free.
  ServerPool(std::uint32_t servers, std::uint32_t accelerators);

  std::uint32_t servers() const { return static_cast<std::uint32_t>(free_.size()); }
  std::uint32_t accelerators_per_server() const { return width_; }
  std::uint32_t free_accelerators() const { return free_total_; }
  std::uint32_t free_on(std::uint32_t server) const { return free_[server]; }

  bool fits(std::uint32_t accelerators) const;
  // How many gangs of this width could be placed one after the other.
  std::uint32_t count_that_fit(std::uint32_t accelerators) const;
  // Where a gang would be placed; false, with `out` empty, if it does not fit. Takes nothing.
  bool find(std::uint32_t accelerators, Shares& out) const;
  void take(const Shares& shares);
  void give_back(const Shares& shares);

 private:
  void move_to(std::uint32_t server, std::uint32_t free_now);
  std::uint32_t tightest_level(std::uint32_t rest) const;  // width_ + 1 where no part server has `rest` free

  // The servers with one number of free accelerators, as bits; found by a moving hint.
  struct Level {
    std::vector<std::uint64_t> words;
    std::uint32_t count = 0;
    mutable std::uint32_t first_word = 0;  // no bit is set before this word
    void insert(std::uint32_t server);
    void erase(std::uint32_t server);
    std::uint32_t next(std::uint32_t from) const;  // first server >= from, or UINT32_MAX
  };

  std::uint32_t width_;
  std::uint32_t free_total_;
  std::vector<std::uint16_t> free_;
  std::vector<Level> levels_;  // by free accelerators, 0..width_
};

}  // namespace hubwatt
