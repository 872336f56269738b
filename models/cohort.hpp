// How much of what was shipped is still in service: stock from yearly shipments. Not here: what it computes
// (capacity.hpp), what it draws.
//
//   Equation   stock of year y = sum over ages a = 0, 1, ... of shipments(y - a) x surviving share(a). Step: 1 for a
//              below the life in years, else 0 (the six-year sum). Weibull: exp(-(a / scale)^shape).
//   Validity   whole years, figures at the year's end; what ships in a year is whole at its end.
//   Source     step: CAICT, Blue Book of the Advanced Computing and Computing Power Development Index, 2025 (2026-03),
//              six-year sum of shipments. Weibull: usual in stock accounts of electronics, e.g. Oguchi et al., "Lifespan of
//              consumer durables", J. Japan Soc. Civil Eng. 2006.
#pragma once

#include <span>
#include <variant>

namespace hubwatt {

struct StepLife {
  int years = 0;  // >= 1
};
struct WeibullLife {
  double scale_years = 0.0;  // > 0; 37 % are left at that age
  double shape = 1.0;        // > 0
};
using Survival = std::variant<StepLife, WeibullLife>;

// Share in service at the end of the year that is `age` years after the one of shipment; age >= 0.
double surviving_share(const Survival& survival, int age);

// Ages from this on count for nothing (below 1e-6 of a shipment).
int ages_counted(const Survival& survival);

// Stock at the end of the last year of `shipments`; oldest first, one per year.
double stock(const Survival& survival, std::span<const double> shipments);

}  // namespace hubwatt
