// Water of wet heat rejection: closed forms, and the latent share against a balance of the air itself.
#include "models/water.hpp"

#include "models/random.hpp"
#include "models/units.hpp"
#include "tests/models/catalogue_values.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

using catalogue::degc;

Weather random_weather(Random& random) {
  return weather_at(degc(-25.0 + 70.0 * random.uniform()), 0.05 + 0.95 * random.uniform(),
                    (75000.0 + 27000.0 * random.uniform()) * unit::Pa);
}

double litres_per_hour(WaterFlow flow) {
  return flow * unit::hour / unit::litre;
}

// kg of vapour per kg of dry air.
double vapour(Temperature dew_point, Pressure pressure) {
  const double e = saturation_pressure(dew_point) / unit::Pa, p = pressure / unit::Pa;
  return 0.62198 * e / (p - e);
}
double enthalpy(double celsius, double vapour) {
  return 1.006 * celsius + vapour * (2501.0 + 1.86 * celsius);  // kJ/kg, ASHRAE Fundamentals
}

// Latent part of the heat that air takes which enters as the weather is and leaves saturated, `gain` richer.
double latent_by_balance(const Weather& air, double gain) {
  const double before = vapour(air.dew_point, air.pressure);
  const double wanted = enthalpy(air.dry_bulb.celsius(), before) + gain;
  double low = -40.0, high = 60.0;
  for (int i = 0; i < 60; ++i) {
    const double middle = 0.5 * (low + high);
    (enthalpy(middle, vapour(degc(middle), air.pressure)) < wanted ? low : high) = middle;
  }
  return 2501.0 * (vapour(degc(low), air.pressure) - before) / gain;
}

TEST_CASE("a fixed latent share evaporates and blows down as by hand") {
  const WaterUse use{1.5 * unit::litre_per_kWh, 0.8, 5.0, {}, {}};
  const WaterLoss loss = water_loss(use, 1.0 * unit::MW, weather_at(degc(10.0), 0.5, 101325.0 * unit::Pa));
  CHECK(litres_per_hour(loss.evaporation) == Approx(1200.0));
  CHECK(litres_per_hour(loss.blow_down) == Approx(300.0));
  CHECK(loss.drift == WaterFlow{});
}

TEST_CASE("drift carries salts off, so that make-up over what is not vapour is the cycles of concentration") {
  Random random(3, "drift");
  for (int i = 0; i < 5000; ++i) {
    WaterUse use = catalogue::tower_water();
    use.cycles = 2.0 + 6.0 * random.uniform();
    const WaterLoss loss = water_loss(use, random.uniform() * unit::MW, random_weather(random));
    const WaterFlow lost_wet = loss.blow_down + loss.drift;
    REQUIRE(lost_wet * use.cycles / (loss.evaporation + lost_wet) == Approx(1.0));
  }
}

TEST_CASE("at the reference weather the latent share is the one given") {
  const Weather reference{degc(23.0), degc(20.0), degc(18.6), 0.76, 101325.0 * unit::Pa};
  const WaterLoss loss = water_loss(catalogue::tower_water(), 1.0 * unit::MW, reference);
  CHECK(litres_per_hour(loss.evaporation) == Approx(1000.0 * 0.85 * 1.47));
  CHECK(latent_part(reference, 6.5 * unit::K) == Approx(0.85).margin(0.01));
}

TEST_CASE("the latent part agrees with air that leaves a tower saturated") {
  // 5 K of range at equal flows of air and water, as towers are laid out: 21 kJ per kg of air
  const double range = 21.0;
  for (double wet : {0.0, 5.0, 10.0, 15.0, 20.0, 25.0}) {
    for (double humidity : {0.3, 0.5, 0.7, 0.9}) {
      Temperature dry = degc(wet);
      while (wet_bulb(dry, humidity, 101325.0 * unit::Pa) < degc(wet)) dry = dry + 0.05 * unit::K;
      const Weather air = weather_at(dry, humidity, 101325.0 * unit::Pa);
      CAPTURE(wet, humidity);
      CHECK(latent_part(air, 6.5 * unit::K) ==
            Approx(latent_by_balance(air, range)).margin(humidity < 0.5 ? 0.2 : 0.12));
    }
  }
}

TEST_CASE("drier and warmer air takes more of the heat as vapour") {
  Random random(4, "latent");
  for (int i = 0; i < 5000; ++i) {
    const Weather air = random_weather(random);
    Weather drier = air;
    drier.dry_bulb = air.dry_bulb + 10.0 * random.uniform() * unit::K;
    const TemperatureDifference over = (2.0 + 8.0 * random.uniform()) * unit::K;
    REQUIRE(latent_part(air, over) > 0.0);
    REQUIRE(latent_part(drier, over) >= latent_part(air, over));
    const Temperature warm = air.dry_bulb + 5.0 * unit::K;
    const Weather saturated = weather_at(air.dry_bulb, 1.0, air.pressure);
    REQUIRE(latent_part(weather_at(warm, 1.0, air.pressure), over) >= latent_part(saturated, over));
  }
}

}  // namespace
}  // namespace hubwatt
