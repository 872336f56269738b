// Gives the wrong answer that its option `answer` names; a sound one for any other text.
#include <limits>
#include <stdexcept>
#include <string>

#include "policies/policy.hpp"

namespace {

using namespace hubwatt::policy;
constexpr double nan_value = std::numeric_limits<double>::quiet_NaN();

class Nonsense : public Dispatch, public Schedule, public Cooling, public Supply {
 public:
  explicit Nonsense(Options& options) : answer_(options.text("answer", "sound")) {}

  hw_placement place(const hw_job& job, const Fleet& fleet) override {
    const double late = std::max(job.latest_start_s, fleet.now_s);
    const auto count = static_cast<std::uint32_t>(fleet.hubs.size());
    if (answer_ == "throws") throw std::runtime_error("I would rather not");
    if (answer_ == "throws a number") throw 42;
    if (answer_ == "hub beyond the last") return {count, fleet.now_s};
    if (answer_ == "hold before the run") return {0, -1.0};
    if (answer_ == "hold too long") return {0, late + 1e-3};
    if (answer_ == "hold until nan") return {0, nan_value};
    if (answer_ == "hold as long as allowed") return {0, late};
    return {0, fleet.now_s};
  }

  void spread(const Demand& demand, const Fleet&, std::span<double> share) override {
    if (answer_ == "negative share") share[1] = -0.1;
    if (answer_ == "nan share") share[1] = nan_value;
    if (answer_ == "infinite share") share[1] = std::numeric_limits<double>::infinity();
    if (answer_ == "shares beyond 1") share[0] = share[1] = 0.6;
    if (answer_ == "shares beyond 1 by rounding") share[0] = share[1] = 0.5 + 1e-10;
    if (answer_ == "share where not allowed") {
      for (std::size_t hub = 0; hub < share.size(); ++hub) share[hub] = demand.allowed[hub] != 0 ? 0.0 : 0.1;
    }
  }

  void start_jobs(const Queue& queue) override {
    if (answer_ == "starts beyond the last") queue.start(queue.size());
    if (answer_ == "asks beyond the last") queue.fits_now(queue.size() + 7);
    if (answer_ == "starts one twice") queue.start(0), queue.start(0);
    if (answer_ == "asks about a started one") queue.start(0), queue.earliest_start(0);
    if (answer_ == "insists") queue.start(1), queue.start(1);
    if (answer_ == "asks whether one delays itself") queue.would_delay(1, 1);
    if (answer_ == "gives up after a mistake") {
      queue.start(queue.size());
      throw std::runtime_error("lost the thread");
    }
    if (answer_ == "asks all") queue.would_delay(1, 0);
  }

  std::uint32_t choose(const hw_cooling_view&, std::span<const hw_cooling_point> points) override {
    if (answer_ == "point beyond the last") return static_cast<std::uint32_t>(points.size());
    for (std::uint32_t i = 0; i < points.size(); ++i) {
      if (answer_ == "point that is not allowed" && points[i].allowed == 0) return i;
    }
    return 0;
  }

  hw_supply_rule rule(const hw_supply_view& view) override {
    const double power = view.battery_power_w;
    if (answer_ == "charges too hard") return {power * 1.5, 0.0, 0.0};
    if (answer_ == "charges backwards") return {0.0, -1.0, 0.0};
    if (answer_ == "discharges nan") return {0.0, 0.0, nan_value};
    if (answer_ == "both ways") return {0.0, power, power};
    return {power, 0.0, power};
  }

 private:
  std::string answer_;
};

}  // namespace

HUBWATT_POLICY(Nonsense, "nonsense", "0.1", "gives wrong answers on demand")
