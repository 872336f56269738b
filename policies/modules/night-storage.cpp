// Fills the cold store in the hours of the night with the lowest wet bulb, when chillers lift heat least, and empties
// it in the hours of the day with the highest. One cycle a day at most: by night the store only fills, by day it only
// empties, so it is full each morning. By day cold is spent only where the electricity it saves is worth more than that
// of the last whole filling; where plants cool freely by day the store rests, full. `hours` is the night in local time,
// from-to. Runs the plant as designed otherwise. Looks at the forecast of the wet bulb, the present price and its own
// memory of the last filling. Ignores coming prices and carbon (see price-aware-storage), and the store's standing loss.
#include <charconv>
#include <cmath>
#include <stdexcept>
#include <string>
#include <vector>

#include "policies/modules/cold_store.hpp"
#include "policies/policy.hpp"

namespace {

using namespace hubwatt::policy;

constexpr double hour_s = 3600.0;

// Hours of the local day from `begin` up to `end`, over midnight where end < begin.
struct Night {
  double begin, end;

  bool holds(double hour) const {
    return begin < end ? begin <= hour && hour < end : hour >= begin || hour < end;
  }
};

Night night_from(const std::string& text) {
  Night night{};
  const char* const last = text.data() + text.size();
  const auto begin = std::from_chars(text.data(), last, night.begin);
  const bool dash = begin.ec == std::errc{} && begin.ptr != last && *begin.ptr == '-';
  const auto end = dash ? std::from_chars(begin.ptr + 1, last, night.end) : begin;
  const auto is_hour = [](double hour) { return 0.0 <= hour && hour <= 24.0; };
  const bool fine =
      dash && end.ec == std::errc{} && end.ptr == last && is_hour(night.begin) && is_hour(night.end);
  const double length = fine ? std::fmod(night.end - night.begin + 24.0, 24.0) : 0.0;
  if (length <= 0.0) {
    throw std::invalid_argument("option \"hours\" is \"" + text +
                                "\", not two different hours of the day such as \"23-7\"");
  }
  return {std::fmod(night.begin, 24.0), night.end};
}

class NightStorage : public Cooling {
 public:
  NightStorage(Options& options, std::uint32_t hub_count)
      : night_(night_from(options.text("hours", "23-7"))), fillings_(hub_count) {}

  std::uint32_t choose(const hw_cooling_view& view, std::span<const hw_cooling_point> points) override {
    const StoreChoices choices = store_choices(points);
    Filling& filling = fillings_[view.hub];
    if (night_.holds(view.hour_of_day)) return fill(view, points, choices, filling);
    filling.over = true;
    return empty(view, points, choices, filling);
  }

 private:
  // What the last night put in that had more to do than a top-up, as sums over its decisions. A top-up is cheap: the
  // first kilowatts of cold cost chillers and pumps least.
  struct Filling {
    bool over = true;
    double cold = 0.0, cost = 0.0;

    double cost_by_cold() const { return cold > 0.0 ? cost / cold : 0.0; }
  };

  std::uint32_t fill(const hw_cooling_view& view, std::span<const hw_cooling_point> points,
                     const StoreChoices& choices, Filling& filling) const {
    constexpr double not_worth_a_start = 0.05, top_up = 0.25;  // of the capacity
    const double missing = view.storage_capacity_j - view.storage_stored_j;
    if (!choices.charge || missing <= not_worth_a_start * view.storage_capacity_j) return choices.rest;
    const hw_cooling_point& charge = points[*choices.charge];
    const double hours_needed = missing / (charge.storage_w * hour_s);
    if (hours_ahead(view, -1.0) >= hours_needed) return choices.rest;
    if (filling.over && missing < top_up * view.storage_capacity_j) return *choices.charge;
    if (filling.over) filling = {.over = false};
    filling.cold += charge.storage_w;
    filling.cost += view.price_cny_per_kwh * charge.storage_w * power_by_cold(charge, points[choices.rest]);
    return *choices.charge;
  }

  std::uint32_t empty(const hw_cooling_view& view, std::span<const hw_cooling_point> points,
                      const StoreChoices& choices, const Filling& filling) const {
    if (!choices.discharge) return choices.rest;
    const hw_cooling_point& discharge = points[*choices.discharge];
    const double worth = view.price_cny_per_kwh * power_by_cold(discharge, points[choices.rest]);
    if (worth <= filling.cost_by_cold()) return choices.rest;
    const double hours_stored = view.storage_stored_j / (-discharge.storage_w * hour_s);
    return hours_ahead(view, 1.0) < hours_stored ? *choices.discharge : choices.rest;
  }

  // How many of the coming hours of this night (day) are better than this one: have a lower (higher) wet bulb.
  double hours_ahead(const hw_cooling_view& view, double sign) const {
    const bool night_now = night_.holds(view.hour_of_day);
    double better = 0.0;
    for (int h = 1; h < HW_FORECAST_HOURS; ++h) {
      if (night_.holds(std::fmod(view.hour_of_day + h, 24.0)) != night_now) break;
      if (sign * view.wet_bulb_forecast_degc[h] > sign * view.wet_bulb_forecast_degc[0]) better += 1.0;
    }
    return better;
  }

  Night night_;
  std::vector<Filling> fillings_;  // by hub
};

}  // namespace

HUBWATT_POLICY(NightStorage, "night-storage", "1.0",
               "fills the cold store in the coolest hours of the night, empties it by day (option: hours)")
