#include "scenarios/projection/evaluation.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

namespace hubwatt {
namespace {

constexpr std::size_t block_of_draws =
    64;  // enough that threads seldom meet, few enough that they end together

// The draws, handed out in blocks. Blocks go out in ascending order, so that when a draw throws, all before
// it are done or under way, and the first exception by position is the same however threads run.
class Evaluation {
 public:
  Evaluation(const Draws& draws, std::size_t outputs, const Evaluate& evaluate)
      : draws_(draws),
        outputs_(outputs),
        evaluate_(evaluate),
        values_(draws.count() * outputs),
        failed_at_(draws.count()) {}

  void work() {
    for (;;) {
      const std::size_t first = next_.fetch_add(block_of_draws);
      const std::size_t end = std::min(first + block_of_draws, draws_.count());
      for (std::size_t i = first; i < end; ++i) {
        if (i > failed_at_.load()) return;
        evaluate_one(i);
      }
      if (end >= draws_.count()) return;
    }
  }

  std::vector<double> result() && {
    if (exception_) std::rethrow_exception(exception_);
    return std::move(values_);
  }

 private:
  void evaluate_one(std::size_t i) {
    try {
      evaluate_(draws_[i], std::span(values_).subspan(i * outputs_, outputs_));
    } catch (...) {
      const std::lock_guard lock(failing_);
      if (i >= failed_at_.load()) return;
      failed_at_.store(i);
      exception_ = std::current_exception();
    }
  }

  const Draws& draws_;
  std::size_t outputs_;
  const Evaluate& evaluate_;
  std::vector<double> values_;
  std::atomic<std::size_t> next_ = 0;
  std::atomic<std::size_t> failed_at_;  // position of the first draw known to throw, or the number of draws
  std::mutex failing_;
  std::exception_ptr exception_;
};

}  // namespace

std::vector<double> evaluate_all(const Draws& draws, std::size_t outputs, const Evaluate& evaluate,
                                 int threads) {
  Evaluation evaluation(draws, outputs, evaluate);
  const std::size_t blocks = (draws.count() + block_of_draws - 1) / block_of_draws;
  const std::size_t workers = std::min(static_cast<std::size_t>(std::max(threads, 1)), blocks);
  {
    std::vector<std::jthread> others;
    for (std::size_t k = 1; k < workers; ++k) others.emplace_back([&evaluation] { evaluation.work(); });
    evaluation.work();
  }  // all others have ended
  return std::move(evaluation).result();
}

}  // namespace hubwatt
