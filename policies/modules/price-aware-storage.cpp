// Fills the cold store when the electricity for it is cheap and empties it when it is dear, by the plan of least cost
// for the coming 24 hours that the store's capacity and rates allow; its first hour is done, and the next one plans
// anew. What is left after 24 hours counts as much as it costs to make in the cheapest hour, so that no plan sells
// the store. Cold is dear or cheap by the price, by the carbon (`carbon_price`, CNY/kg), and by how much power the
// plant needs for it at that hour of the day, remembered from the day before. A unit used must save `least_gain` more
// than it cost; where filling or emptying for an hour gains nothing, the store rests. Runs the plant as designed
// otherwise. Ignores the standing loss, the demand charge, and that the load may change.
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <vector>

#include "policies/modules/cold_store.hpp"
#include "policies/policy.hpp"

namespace {

using namespace hubwatt::policy;

constexpr std::size_t hours = HW_FORECAST_HOURS;

// By hour from now: cost of a unit of cold when it is made, and what it saves when it is used, at most the cost.
// Rates are shares of the capacity per hour.
struct Outlook {
  std::array<double, hours> cost{}, saving{};
  double charge_rate = 0.0, discharge_rate = 0.0;
};

// Worth of the store's content at the begin of an hour, a concave function of the level 0..1 kept as pieces of falling
// slope. One hour earlier, the level may have been up to charge_rate lower at `cost` each, or up to discharge_rate
// higher with `saving` each: the best of all these is the same pieces with those two sorted in (the supremal
// convolution of concave functions), cut to the levels there are.
class WorthOfLevel {
 public:
  explicit WorthOfLevel(double slope) {
    pieces_.reserve(2 * hours + 1);
    pieces_.push_back({slope, 1.0});
  }

  void go_back_an_hour(const Outlook& outlook, std::size_t h) {
    sort_in({outlook.cost[h], outlook.charge_rate});
    sort_in({outlook.saving[h], outlook.discharge_rate});
    cut(outlook.charge_rate);
  }

  // Mean worth of a unit between two levels, low < high.
  double mean_slope(double low, double high) const {
    double sum = 0.0, begin = 0.0;
    for (const Piece& piece : pieces_) {
      const double end = begin + piece.length;
      sum += piece.slope * std::max(0.0, std::min(end, high) - std::max(begin, low));
      begin = end;
    }
    return sum / (high - low);
  }

 private:
  struct Piece {
    double slope, length;
  };

  void sort_in(Piece piece) {
    const auto steeper = [](const Piece& a, const Piece& b) { return a.slope > b.slope; };
    pieces_.insert(std::upper_bound(pieces_.begin(), pieces_.end(), piece, steeper), piece);
  }

  // Leaves out so much at the front, and what is beyond 1 from there.
  void cut(double front) {
    double begin = -front;
    for (Piece& piece : pieces_) {
      const double end = begin + piece.length;
      piece.length = std::max(0.0, std::min(end, 1.0) - std::max(begin, 0.0));
      begin = end;
    }
    std::erase_if(pieces_, [](const Piece& piece) { return piece.length <= 0.0; });
  }

  std::vector<Piece> pieces_;
};

// Gain of an hour of charging and of an hour of discharging against a rest, both by unit of cold.
struct Gain {
  double charge, discharge;
};

Gain gain_now(const Outlook& outlook, double level) {
  WorthOfLevel next_hour(std::max(0.0, *std::min_element(outlook.cost.begin(), outlook.cost.end())));
  for (std::size_t h = hours - 1; h > 0; --h) next_hour.go_back_an_hour(outlook, h);
  const double fuller = std::min(1.0, level + outlook.charge_rate);
  const double emptier = std::max(0.0, level - outlook.discharge_rate);
  Gain gain{0.0, 0.0};
  if (fuller > level) gain.charge = next_hour.mean_slope(level, fuller) - outlook.cost[0];
  if (emptier < level) gain.discharge = outlook.saving[0] - next_hour.mean_slope(emptier, level);
  return gain;
}

// Electric power by cold at each hour of the day, as last seen.
class DayOfPlant {
 public:
  DayOfPlant() { seen_.fill(std::numeric_limits<double>::quiet_NaN()); }
  void see(std::size_t hour, double power) { seen_[hour] = latest_ = power; }
  bool any() const { return !std::isnan(latest_); }
  double at(std::size_t hour) const { return std::isnan(seen_[hour]) ? latest_ : seen_[hour]; }

 private:
  std::array<double, hours> seen_{};
  double latest_ = std::numeric_limits<double>::quiet_NaN();
};

// The first kilowatts cost least: an hour that ends with the store full or empty tells too little of a whole one.
bool tells_enough(double flow_w, double full_w) {
  return flow_w >= 0.5 * full_w;
}

class PriceAwareStorage : public Cooling {
 public:
  PriceAwareStorage(Options& options, std::uint32_t hub_count)
      : carbon_price_(options.number("carbon_price", 0.0, 0.0)),
        least_gain_(options.number("least_gain", 0.05, 0.0, 1.0)),
        hubs_(hub_count) {}

  std::uint32_t choose(const hw_cooling_view& view, std::span<const hw_cooling_point> points) override {
    const StoreChoices choices = store_choices(points);
    if (view.storage_capacity_j <= 0.0 || (!choices.charge && !choices.discharge)) return choices.rest;
    const std::optional<Outlook> outlook = look_ahead(view, points, choices);
    if (!outlook) return choices.rest;
    const Gain gain = gain_now(*outlook, view.storage_stored_j / view.storage_capacity_j);
    const double rounding = 1e-9 * std::abs(*std::max_element(outlook->cost.begin(), outlook->cost.end()));
    if (choices.charge && gain.charge > rounding && gain.charge >= gain.discharge) return *choices.charge;
    if (choices.discharge && gain.discharge > rounding) return *choices.discharge;
    return choices.rest;
  }

 private:
  struct Hub {
    DayOfPlant making, using_up;
  };

  // Nothing as long as nothing is known of the plant.
  std::optional<Outlook> look_ahead(const hw_cooling_view& view, std::span<const hw_cooling_point> points,
                                    const StoreChoices& choices) {
    Hub& hub = hubs_[view.hub];
    const auto now = static_cast<std::size_t>(view.hour_of_day) % hours;
    const hw_cooling_point& rest = points[choices.rest];
    const double charge_w = view.storage_charge_w;
    const double discharge_w = std::min(view.storage_discharge_w, view.heat_w);
    if (choices.charge && tells_enough(points[*choices.charge].storage_w, charge_w))
      hub.making.see(now, power_by_cold(points[*choices.charge], rest));
    if (choices.discharge && tells_enough(-points[*choices.discharge].storage_w, discharge_w))
      hub.using_up.see(now, power_by_cold(points[*choices.discharge], rest));
    const DayOfPlant& making = hub.making.any() ? hub.making : hub.using_up;
    const DayOfPlant& using_up = hub.using_up.any() ? hub.using_up : hub.making;
    if (!making.any()) return std::nullopt;

    Outlook outlook;
    for (std::size_t h = 0; h < hours; ++h) {
      const std::size_t hour = (now + h) % hours;
      const double price =
          view.price_forecast_cny_per_kwh[h] + carbon_price_ * view.carbon_forecast_kg_per_kwh[h];
      outlook.cost[h] = price * making.at(hour);
      outlook.saving[h] = std::min(price * using_up.at(hour) * (1.0 - least_gain_), outlook.cost[h]);
    }
    constexpr double hour_s = 3600.0;
    outlook.charge_rate = charge_w * hour_s / view.storage_capacity_j;
    outlook.discharge_rate = discharge_w * hour_s / view.storage_capacity_j;
    return outlook;
  }

  double carbon_price_, least_gain_;
  std::vector<Hub> hubs_;
};

}  // namespace

HUBWATT_POLICY(
    PriceAwareStorage, "price-aware-storage", "1.0",
    "fills the cold store in cheap hours, empties it in dear ones (options: carbon_price, least_gain)")
