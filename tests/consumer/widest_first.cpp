// Starts the widest waiting jobs first, down to `narrowest` accelerators (default 1). Looks at widths and the
// order of arrival; ignores durations, and that narrow jobs may wait for ever.
#include "policies/policy.hpp"

class WidestFirst : public hubwatt::policy::Schedule {
 public:
  explicit WidestFirst(hubwatt::policy::Options& options) : narrowest_(options.count("narrowest", 1)) {}

  void start_jobs(const hubwatt::policy::Queue& queue) override {
    order_.resize(queue.size());
    for (std::uint32_t i = 0; i < queue.size(); ++i) order_[i] = i;
    std::stable_sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
      return queue.waiting[a].accelerators > queue.waiting[b].accelerators;
    });
    for (const std::uint32_t position : order_) {
      if (queue.waiting[position].accelerators >= narrowest_) queue.start(position);
    }
  }

 private:
  std::uint32_t narrowest_;
  std::vector<std::uint32_t> order_;
};

HUBWATT_POLICY(WidestFirst, "widest-first", "1.0", "the widest waiting jobs first (option: narrowest)")
