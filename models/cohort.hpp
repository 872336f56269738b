// How much of what was shipped is still in service: stock from yearly shipments. Not here: what it computes
// (capacity.hpp), what it draws, what ships next (build_out.hpp).
//
//   Equation   stock of year y = sum over ages a = 0, 1, ... of shipments(y - a) x surviving share(a). Step: 1 for a
//              below the life in years, else 0 (the six-year sum); of a life of 6.5 years half is left at age 6. Weibull: exp(-(a / scale)^shape), and 0 once that
//              is below 1e-6. Retired in year y = sum over a >= 1 of shipments(y - a) x (share(a - 1) - share(a)), so
//              stock(y) = stock(y - 1) + shipments(y) - retired(y).
//   Validity   whole years, figures at the year's end; what ships in a year is whole at its end. Life does not
//              depend on the year of shipment. Shipments older than the first one told are not there: a history
//              shorter than ages_counted() gives too small a stock.
//   Source     step: CAICT, blue book on advanced computing and the computing power index 2025 (2026-03): sum of
//              six years of shipments, so a life of 6 years. Confidence: official. Weibull: common in stock accounts
//              of durables (Oguchi et al., "Lifespan of Commodities, Part II", J. Industrial Ecology 14(4), 2010).
//              Confidence: paper for the form; no figures for servers come with it.
#pragma once

#include <span>
#include <variant>
#include <vector>

namespace hubwatt {

struct StepLife {
  double years = 0.0;  // >= 1
};
struct WeibullLife {
  double scale_years = 0.0;  // > 0; 37 % are left at that age
  double shape = 1.0;        // > 0
};
using Survival = std::variant<StepLife, WeibullLife>;

// Share in service at the end of the year that is `age` years after the one of shipment; age >= 0.
double surviving_share(const Survival& survival, int age);

// Ages from this on count for nothing.
int ages_counted(const Survival& survival);

// The shares of ages 0, 1, ... as long as they count, but of `ages` at most: for sums over many years.
std::vector<double> surviving_shares(const Survival& survival, int ages);

// Stock at the end of the last year of `shipments`; oldest first, one per year.
double stock(const Survival& survival, std::span<const double> shipments);

// What left service in that year.
double retired(const Survival& survival, std::span<const double> shipments);

}  // namespace hubwatt
