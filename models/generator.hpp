// Generating sets that burn fuel on the site: diesel sets that stand by for an outage, and gas turbines that
// also run when that is cheaper than the grid. What they burn, emit and cost at a load, when they are ready,
// when they are tested. Not here: who decides, how often they fail to start, heat from their exhaust.
//
// Equation: as many sets run as the load needs, sharing it equally, each at no less than minimum_load (what
// nobody wants goes to a load bank); fuel power = no_load_fuel x capacity of the sets that run
// + marginal_fuel x their power; carbon = fuel x fuel_carbon; cost = fuel x fuel_price + power x maintenance.
// Efficiency at full load is 1 / (no_load_fuel + marginal_fuel). Ready start_delay after the call.
// Validity: 20 to 100 % of a set's capacity at 15 to 25 degC; fuel of the start itself is not counted.
// Source: the linear fuel curve is Willans' law as in HOMER's generator model (Lambert, Gilman, Lilienthal,
// 2006); carbon of fuels IPCC 2006, vol. 2, table 2.2. Figures: catalogue/generators.toml. Confidence: paper.
#pragma once

#include <string>

#include "models/calendar.hpp"
#include "models/confidence.hpp"
#include "models/quantity.hpp"

namespace hubwatt {

// Carbon and money per time.
using CarbonFlow = decltype(Power{} * CarbonIntensity{});
using MoneyFlow = decltype(Power{} * Price{});
using CarbonPerPower = decltype(Carbon{} / Power{});

enum class GeneratorDuty {
  standby,  // in tests and outages
  prime,    // whenever it costs less than the grid, too
};

struct Generator {
  std::string id;
  GeneratorDuty duty = GeneratorDuty::standby;
  Power capacity{};  // of one set, electrical
  int sets = 1;
  Duration start_delay{};             // from the call to full power
  double no_load_fuel = 0.0;          // fuel power of a set that runs idle, over its capacity
  double marginal_fuel = 1.0;         // fuel power per electrical power beyond that, at least 1
  double minimum_load = 0.0;          // share of a set's capacity, 0..1
  CarbonIntensity fuel_carbon{};      // per fuel energy (lower heating value)
  Price fuel_price{};                 // per fuel energy
  Price maintenance{};                // per electrical energy
  double test_hours_per_month = 0.0;  // 0..14
  double test_load = 0.0;             // share of capacity in tests, 0..1
  CarbonPerPower embodied{};          // of making it, per electrical capacity
  Duration life{};                    // over which that is spread
  std::string source;
  Confidence confidence = Confidence::estimate;

  Power total_capacity() const { return capacity * sets; }
  double efficiency_at_full_load() const { return 1.0 / (no_load_fuel + marginal_fuel); }
};

// Of all sets together, at one moment.
struct GeneratorState {
  int sets_running = 0;
  Power output{};  // of use: at most what was wanted
  Power dumped{};  // into the load bank, where the sets may not run lower
  Power fuel{};
  CarbonFlow carbon{};
  MoneyFlow cost{};

  Power generated() const { return output + dumped; }
};

// wanted >= 0; beyond total_capacity it is met as far as that goes. Nothing runs for 0.
GeneratorState run_generator(const Generator& generator, Power wanted);

// A test: all sets at test_load, into the load bank.
GeneratorState test_generator(const Generator& generator);

// What the sets do in an interval dt that begins `since_call` after they were called; both >= 0. However it
// is cut, an interval gives the same energies.
struct GeneratorFlow {
  Energy output{}, dumped{}, fuel{};
  Energy unmet{};  // wanted, but not yet ready or beyond the capacity
  Carbon carbon{};
  Money cost{};
};
GeneratorFlow run_generator(const Generator& generator, Power wanted, Duration since_call, Duration dt);

// Fuel and upkeep per electrical energy at that load; wanted > 0. Falls with the load of a single set.
Price generating_cost(const Generator& generator, Power wanted);

// Whether sets of prime duty make what is wanted for less than the grid asks.
bool cheaper_than_grid(const Generator& generator, Power wanted, Price grid);

// Share of that hour (0..1) that is tested in: from 10:00 of the month's first working day on.
double test_share(const Generator& generator, const LocalHour& hour);

}  // namespace hubwatt
