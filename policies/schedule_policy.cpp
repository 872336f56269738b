#include "policies/schedule_policy.hpp"

#include <exception>
#include <limits>
#include <span>
#include <string>

#include "models/contract.hpp"
#include "policies/message.hpp"

namespace hubwatt {
namespace {

// One call of start_jobs. No exception may cross the policy's frames, which may be C: what goes wrong is kept
// until the policy has returned, and the answers from then on let it end soon.
class Watch {
 public:
  Watch(const hw_queue& queue, const hw_scheduler& scheduler, std::span<std::uint64_t> started_in,
        std::span<std::uint64_t> refused_in, std::uint64_t call)
      : queue_(queue), scheduler_(scheduler), started_in_(started_in), refused_in_(refused_in), call_(call) {}

  hw_scheduler as_seen_by_policy() { return {this, fits_now, start, earliest_start, would_delay}; }

  // Throws what came from behind the real scheduler; returns what the policy did wrong, or nothing.
  const std::string& finish() const {
    if (thrown_) std::rethrow_exception(thrown_);
    return fault_;
  }

 private:
  template <class Answer, class Ask>
  Answer guarded(const char* action, std::uint32_t position, Answer refused, Ask ask) noexcept {
    if (thrown_ || !fault_.empty()) return refused;
    try {
      if (position >= queue_.waiting_count) {
        fault_ = message(action, " position ", position, " of a queue of ", queue_.waiting_count);
        return refused;
      }
      if (started_in_[position] == call_) {
        fault_ = message(action, " position ", position, ", which it has started");
        return refused;
      }
      return ask();
    } catch (...) {
      thrown_ = std::current_exception();
      return refused;
    }
  }

  std::int32_t start_once(std::uint32_t position) {
    if (refused_in_[position] == call_) {
      fault_ = message("starts position ", position, " again, which does not fit");
      return 0;
    }
    const bool done = scheduler_.start(scheduler_.context, position) != 0;
    (done ? started_in_ : refused_in_)[position] = call_;
    return done ? 1 : 0;
  }

  static Watch& self(void* context) { return *static_cast<Watch*>(context); }

  static std::int32_t fits_now(void* context, std::uint32_t position) {
    const hw_scheduler& real = self(context).scheduler_;
    return self(context).guarded("asks about", position, 0,
                                 [&] { return real.fits_now(real.context, position); });
  }
  static std::int32_t start(void* context, std::uint32_t position) {
    return self(context).guarded("starts", position, 0, [&] { return self(context).start_once(position); });
  }
  static double earliest_start(void* context, std::uint32_t position) {
    const hw_scheduler& real = self(context).scheduler_;
    return self(context).guarded("asks about", position, std::numeric_limits<double>::infinity(),
                                 [&] { return real.earliest_start(real.context, position); });
  }
  static std::int32_t would_delay(void* context, std::uint32_t candidate, std::uint32_t head) {
    Watch& watch = self(context);
    const hw_scheduler& real = watch.scheduler_;
    return watch.guarded("asks about", head, 1, [&] {
      return watch.guarded("asks about", candidate, 1, [&]() -> std::int32_t {
        if (candidate == head) {
          watch.fault_ = message("asks whether position ", head, " delays itself");
          return 1;
        }
        return real.would_delay(real.context, candidate, head);
      });
    });
  }

  const hw_queue& queue_;
  const hw_scheduler& scheduler_;
  std::span<std::uint64_t> started_in_;
  std::span<std::uint64_t> refused_in_;
  std::uint64_t call_;
  std::string fault_;
  std::exception_ptr thrown_;
};

}  // namespace

void SchedulePolicy::start_jobs(const hw_queue& queue, const hw_scheduler& scheduler) {
  HUBWATT_EXPECTS(queue.waiting_count > 0);
  if (started_in_.size() < queue.waiting_count) {
    started_in_.resize(queue.waiting_count, 0);
    refused_in_.resize(queue.waiting_count, 0);
  }
  Watch watch(queue, scheduler, started_in_, refused_in_, ++call_);
  const hw_scheduler seen = watch.as_seen_by_policy();
  const auto finish = [&] {
    const std::string& fault = watch.finish();
    if (!fault.empty()) instance_.refuse(queue.now_s, message("on hub ", queue.hub, " it ", fault));
  };
  try {
    instance_.ask(queue.now_s, instance_.functions().start_jobs, &queue, &seen);
  } catch (const PolicyError&) {
    finish();  // what went wrong first says more than that the policy then gave up
    throw;
  }
  finish();
}

}  // namespace hubwatt
