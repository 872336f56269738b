// EASY backfilling (Lifka 1995, Mu'alem and Feitelson 2001): starts jobs in the order of arrival until one
// does not fit; that head of the queue is promised the earliest start it could have, and a later job may
// start now only where this does not move that start back. Looks at widths and exact durations, at most
// `depth` (default 1000) jobs behind the head. Ignores all waiting jobs but the head when it promises,
// energy, and how well a hole is filled.
#include "policies/policy.hpp"

namespace {

class EasyBackfill : public hubwatt::policy::Schedule {
 public:
  explicit EasyBackfill(hubwatt::policy::Options& options) : depth_(options.count("depth", 1000)) {}

  void start_jobs(const hubwatt::policy::Queue& queue) override {
    std::uint32_t free = queue.accelerators_free;
    std::uint32_t head = 0;
    while (head < queue.size() && queue.start(head)) free -= queue.waiting[head++].accelerators;
    if (head == queue.size()) return;

    // Where a width does not fit, no wider one does, and starts only take room.
    std::uint32_t too_wide = queue.waiting[head].accelerators;
    const std::uint64_t end = std::min<std::uint64_t>(queue.size(), std::uint64_t{head} + 1 + depth_);
    for (std::uint32_t position = head + 1; position < end && free > 0; ++position) {
      const std::uint32_t width = queue.waiting[position].accelerators;
      if (width >= too_wide || width > free) continue;
      if (!queue.fits_now(position)) {
        too_wide = width;
      } else if (!queue.would_delay(position, head) && queue.start(position)) {
        free -= width;
      }
    }
  }

 private:
  std::uint32_t depth_;
};

}  // namespace

HUBWATT_POLICY(
    EasyBackfill, "easy-backfill", "1.0",
    "order of arrival; later jobs fill holes that do not delay the first waiting one (option: depth)")
