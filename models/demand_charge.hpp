// The second part of a two-part tariff: a price per month on the highest power drawn from the grid in it,
// beside the price of energy. Not here: the alternative charge on transformer capacity, and power factors.
//
// Equation: bill of a month = charge x highest mean grid power of its steps x share of the month metered.
// Validity: China's meters take the mean of 15 minutes; here the step's mean counts, so with steps of an hour
// the peak of a ragged load comes out low (by the ripple within the hour). A step belongs to the month in
// which it begins. A month the run holds only a part of is charged that part by time, which no grid company
// does: it keeps the bills of two half months together equal to one month's at equal peak.
// Source: NDRC price reform 2023-526 (two-part tariff by voltage: capacity or demand charge; 30 to 42 CNY/kW
// month in the provinces' tables). Confidence: official for the rule, estimate for the prorating.
#pragma once

#include <optional>

#include "models/calendar.hpp"
#include "models/quantity.hpp"

namespace hubwatt {

using DemandCharge = decltype(Money{} / Power{});  // per month

class DemandMeter {
 public:
  explicit DemandMeter(DemandCharge charge) : charge_(charge) {}

  // A step of length dt that began in that hour drew this mean power. Returns the bill of the month before
  // where the step is the first of a new one; 0 else. Steps come in order.
  Money add(const LocalHour& begin, Power mean_grid, Duration dt);

  // The bill of what is metered and not yet billed: at the end of a run.
  Money close();

  // Highest step mean of the current calendar month; 0 at its start.
  Power month_peak() const { return peak_; }
  DemandCharge charge() const { return charge_; }

 private:
  struct Month {
    int year = 0, month = 0;
    friend bool operator==(const Month&, const Month&) = default;
  };

  DemandCharge charge_;
  std::optional<Month> month_;
  Power peak_{};
  Duration metered_{};
};

}  // namespace hubwatt
