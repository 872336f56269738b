#include "models/generator.hpp"

#include <algorithm>
#include <cmath>

#include "models/contract.hpp"

namespace hubwatt {
namespace {

GeneratorState running(const Generator& generator, int sets, Power output, Power dumped) {
  const Power power = output + dumped;
  GeneratorState state{.sets_running = sets, .output = output, .dumped = dumped};
  state.fuel = generator.no_load_fuel * (generator.capacity * sets) + generator.marginal_fuel * power;
  state.carbon = state.fuel * generator.fuel_carbon;
  state.cost = state.fuel * generator.fuel_price + power * generator.maintenance;
  return state;
}

bool first_working_day(const LocalHour& hour) {
  constexpr int saturday = 5;
  if (hour.weekday >= saturday) return false;
  // The 1st, or the Monday that follows a 1st at the weekend.
  constexpr int monday = 0;
  return hour.day == 1 || (hour.weekday == monday && hour.day <= 3);
}

}  // namespace

GeneratorState run_generator(const Generator& generator, Power wanted) {
  HUBWATT_EXPECTS(wanted >= Power{} && generator.capacity > Power{} && generator.sets >= 1);
  if (wanted <= Power{}) return {};
  const Power output = std::min(wanted, generator.total_capacity());
  const int sets = std::clamp(static_cast<int>(std::ceil(output / generator.capacity)), 1, generator.sets);
  const Power least = generator.minimum_load * (generator.capacity * sets);
  return running(generator, sets, output, std::max(least - output, Power{}));
}

GeneratorState test_generator(const Generator& generator) {
  return running(generator, generator.sets, Power{}, generator.test_load * generator.total_capacity());
}

GeneratorFlow run_generator(const Generator& generator, Power wanted, Duration since_call, Duration dt) {
  HUBWATT_EXPECTS(since_call >= Duration{} && dt >= Duration{});
  const Duration ready = std::clamp(since_call + dt - generator.start_delay, Duration{}, dt);
  const GeneratorState state = run_generator(generator, wanted);
  return {.output = state.output * ready,
          .dumped = state.dumped * ready,
          .fuel = state.fuel * ready,
          .unmet = wanted * dt - state.output * ready,
          .carbon = state.carbon * ready,
          .cost = state.cost * ready};
}

Price generating_cost(const Generator& generator, Power wanted) {
  HUBWATT_EXPECTS(wanted > Power{});
  const GeneratorState state = run_generator(generator, wanted);
  return state.cost / state.output;
}

bool cheaper_than_grid(const Generator& generator, Power wanted, Price grid) {
  return generator.duty == GeneratorDuty::prime && wanted > Power{} &&
         generating_cost(generator, wanted) < grid;
}

double test_share(const Generator& generator, const LocalHour& hour) {
  constexpr double begin = 10.0;
  if (!first_working_day(hour)) return 0.0;
  const double from = std::max(static_cast<double>(hour.hour_of_day), begin);
  const double to = std::min(hour.hour_of_day + 1.0, begin + generator.test_hours_per_month);
  return std::max(to - from, 0.0);
}

}  // namespace hubwatt
