#include "models/units.hpp"
#include "scenarios/server_fields.hpp"
#include "scenarios/supply_fields.hpp"

namespace hubwatt {
namespace {

void check_generator(const Generator& set, const Node& node, Reading& reading) {
  if (set.embodied > CarbonPerPower{} && set.life <= Duration{}) {
    reading.mistake_at_key(node, "embodied_carbon", "needs a life to be spread over",
                           "add life = \"9125 d\"");
  }
  if (set.test_hours_per_month > 0.0 && set.test_load < set.minimum_load) {
    reading.mistake_at_key(node, "test_load", "is below minimum_load, so the test cannot be run");
  }
}

}  // namespace

template <>
Form<Generator> form_of() {
  return {"a generator",
          {field("duty", &Generator::duty, "standby: in tests and outages; prime: also when it is cheaper")
               .defaults("\"standby\"", "what data centers keep"),
           field("capacity", &Generator::capacity, "electrical, of one set").within(positive),
           field("sets", &Generator::sets, "equal sets that share the load")
               .within(between(1.0, 10'000.0))
               .defaults("1", "one set"),
           field("start_delay", &Generator::start_delay, "from the call to full power")
               .within(between(0.0 * unit::second, 1.0 * unit::hour)),
           field("no_load_fuel", &Generator::no_load_fuel, "fuel power of an idle set over its capacity")
               .within(between(0.0, 3.0)),
           field("marginal_fuel", &Generator::marginal_fuel, "fuel power per electrical power beyond that")
               .within(between(1.0, 20.0)),
           field("minimum_load", &Generator::minimum_load, "share of a set's capacity; the rest is dumped")
               .within(share)
               .defaults("0.3", "diesel sets foul below it: NFPA 110 tests at 30 % or more"),
           field("fuel_carbon", &Generator::fuel_carbon, "per fuel energy, lower heating value")
               .within(at_least_zero),
           field("fuel_price", &Generator::fuel_price, "per fuel energy").within(at_least_zero),
           field("maintenance", &Generator::maintenance, "per electrical energy")
               .within(at_least_zero)
               .defaults("\"0 CNY/kWh\"", "paid by contract, whatever it runs"),
           field("test_hours_per_month", &Generator::test_hours_per_month,
                 "from 10:00 of the month's first working day on")
               .within(between(0.0, 14.0))
               .defaults("0.0", "no tests are counted"),
           field("test_load", &Generator::test_load, "share of capacity in tests, into a load bank")
               .within(share)
               .defaults("0.3", "the least of NFPA 110, 8.4.2"),
           field("embodied_carbon", &Generator::embodied, "of making it, per electrical capacity")
               .within(at_least_zero)
               .else_means("not counted"),
           field("life", &Generator::life, "over which that is spread")
               .within(positive)
               .else_means("not counted"),
           field("source", &Generator::source, "where the figures come from").else_means("not told"),
           field("confidence", &Generator::confidence, "how well they are founded")
               .defaults("\"estimate\"", "nothing better is claimed unless said")},
          check_generator};
}

template <>
Form<Building> form_of() {
  return {"a building",
          {field("embodied_carbon", &Building::embodied, "of building it, per design IT power")
               .within(at_least_zero),
           field("life", &Building::life, "over which that is spread")
               .within(between(365.0 * unit::day, 73'000.0 * unit::day)),
           field("source", &Building::source, "where the figures come from").else_means("not told"),
           field("confidence", &Building::confidence, "how well they are founded")
               .defaults("\"estimate\"", "nothing better is claimed unless said")},
          {}};
}

}  // namespace hubwatt
