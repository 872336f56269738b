#include "models/unit_text.hpp"

#include <cmath>
#include <cstring>
#include <string>

#include "models/random.hpp"
#include "models/units.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

template <class Q>
double read(std::string_view text) {
  const UnitText out = read_quantity(text, Q::dimension);
  INFO(text << ": " << out.problem);
  REQUIRE(out.base.has_value());
  return *out.base;
}

template <class Q>
UnitText refuse(std::string_view text) {
  UnitText out = read_quantity(text, Q::dimension);
  INFO(text);
  REQUIRE_FALSE(out.base.has_value());
  REQUIRE_FALSE(out.problem.empty());
  return out;
}

const Dimension every_dimension[] = {
    Duration::dimension,
    Rate::dimension,
    Energy::dimension,
    Power::dimension,
    Carbon::dimension,
    Water::dimension,
    TemperatureDifference::dimension,
    CarbonIntensity::dimension,
    WaterFlow::dimension,
    Money::dimension,
    WaterIntensity::dimension,
    Price::dimension,
    DataSize::dimension,
    Bandwidth::dimension,
    Work::dimension,
    ComputeRate::dimension,
    Length::dimension,
    Speed::dimension,
    Pressure::dimension,
    Irradiance::dimension,
    Dimension{},
};

// Any finite double, all magnitudes alike.
double any_double(Random& random) {
  while (true) {
    const std::uint64_t bits = random.bits();
    double out = 0.0;
    std::memcpy(&out, &bits, sizeof out);
    if (std::isfinite(out)) return out;
  }
}

}  // namespace

TEST_CASE("the texts of the contract's example files read as what they say") {
  CHECK(read<Power>("12 MW") == 12e6);
  CHECK(read<Duration>("20 ms") == 0.02);
  CHECK(read<Duration>("7 d") == 7 * 86400.0);
  CHECK(read<Energy>("20 MWh") == 20 * 3.6e9);
  CHECK(read<CarbonIntensity>("0.5543 kg/kWh") == Approx(0.5543 / 3.6e6));
  CHECK(read<Price>("0.38 CNY/kWh") / unit::cny_per_kWh.base() == Approx(0.38));
  CHECK(read<Bandwidth>("2 Tbps") == 0.25e12);
  CHECK(read<Bandwidth>("3.35 TB/s") == 3.35e12);
  CHECK(read<DataSize>("500 GB") == 500e9);
  CHECK(read<Length>("1226 m") == 1226.0);
  CHECK(read<TemperatureDifference>("13 K") == 13.0);
  CHECK(read<ComputeRate>("989 TFLOPS") == 989e12);
  CHECK(read<WaterFlow>("3.6 m3/h") == 1.0);
  CHECK(read<CarbonIntensity>("500 g/kWh") == Approx(read<CarbonIntensity>("0.5 kg/kWh")));
  CHECK(read<CarbonIntensity>("500 kg/MWh") == Approx(read<CarbonIntensity>("0.5 kg/kWh")));
  CHECK(read<Irradiance>("800 W/m2") == 800.0);
  CHECK(read<Pressure>("1013.25 hPa") == 101325.0);
}

TEST_CASE("blanks around a number and its unit do not matter") {
  CHECK(read<Power>("12MW") == 12e6);
  CHECK(read<Power>("  1.2e1   MW \t") == 12e6);
  CHECK(read<Power>("-3 W") == -3.0);
}

TEST_CASE("a problem with a unit is told in words, with a way out") {
  CHECK(refuse<Power>("12").problem == "needs a unit (one of W, kW, MW, GW, TW)");
  CHECK(refuse<Power>("12 kWh").problem == "'12 kWh' is an energy, a power is needed");
  CHECK(refuse<Power>("12 kWh").suggestion == "did you mean 'kW'?");
  CHECK(refuse<Power>("12 s").suggestion == "use one of W, kW, MW, GW, TW");
  CHECK(refuse<Power>("12 Mw").problem == "'Mw' is not a known unit");
  CHECK(refuse<Power>("12 Mw").suggestion == "did you mean 'MW'?");
  CHECK(refuse<Price>("0.4 RMB/kWh").suggestion == "did you mean 'CNY/kWh'?");
  CHECK(refuse<CarbonIntensity>("0.5 kg/kwh").suggestion == "did you mean 'kg/kWh'?");
  CHECK(refuse<Duration>("3 hours").suggestion == "did you mean 'h'?");
  CHECK(refuse<TemperatureDifference>("13 degC").suggestion == "did you mean 'K'?");
  CHECK(refuse<Duration>("").problem == "is empty, a number and a unit are needed");
  CHECK(refuse<Duration>("soon").problem == "'soon' does not start with a number");
  CHECK(refuse<Duration>("1/2 h").problem == "'/2 h' is not a known unit");
}

TEST_CASE("a number without bounds is refused") {
  for (const char* text : {"inf W", "-inf W", "nan W", "nan", "1e400 W", "1e308 TW", "infinity kW"})
    refuse<Power>(text);
}

TEST_CASE("shares are bare numbers, not percent") {
  CHECK(read_quantity("0.5", Dimension{}).base == 0.5);
  CHECK(refuse<Quantity<Dimension{}>>("50 %").problem == "'%' is not a known unit");
}

TEST_CASE("temperatures are points: degrees Celsius or kelvin, not below absolute zero") {
  CHECK(*read_temperature("20 degC").base == 293.15);
  CHECK(*read_temperature("293.15 K").base == 293.15);
  CHECK(read_temperature("20").problem == "needs a unit (one of degC, K)");
  CHECK(read_temperature("20 C").suggestion == "use degC or K, as in '20 degC'");
  CHECK(read_temperature("-274 degC").problem == "'-274 degC' is below absolute zero (-273.15 degC)");
  CHECK(to_text(Temperature::celsius(20.0)) == "20 degC");
  CHECK(to_text(Temperature::celsius(-7.3)) == "-7.3 degC");
}

TEST_CASE("quantities are written in the unit people would use") {
  CHECK(to_text(12.0 * unit::MW) == "12 MW");
  CHECK(to_text(0.9 * unit::kW) == "900 W");
  CHECK(to_text(20.0 * unit::ms) == "20 ms");
  CHECK(to_text(2.0 * unit::hour) == "2 h");
  CHECK(to_text(90.0 * unit::minute) == "1.5 h");
  CHECK(to_text(Power{}) == "0 W");
  CHECK(to_text(CarbonIntensity{0.53 / 3.6e6}) == "0.53 kg/kWh");
  CHECK(to_text(Price{0.38 / 3.6e6}) == "0.38 CNY/kWh");
  CHECK(to_text(100.0 * unit::Gbps) == "100 Gbps");
  CHECK(to_text(20.0 * unit::MWh) == "20 MWh");
  CHECK(to_text(-12.0 * unit::MW) == "-12 MW");
}

TEST_CASE("what a user wrote in a unit comes back in as few digits") {
  Random random(11, "digits");
  for (int i = 0; i < 5000; ++i) {
    const double thousandths = std::floor(random.uniform() * 1e5) + 1000.0;  // 1.000 to 100.999
    const double base = read<Power>(std::to_string(thousandths / 1000.0) + " MW");
    CHECK(write_quantity(base, Power::dimension).size() <= std::string("100.999 MW").size());
  }
}

TEST_CASE("every double of every dimension is written so that it reads back the same") {
  Random random(7, "round trip");
  for (const Dimension& dimension : every_dimension) {
    for (int i = 0; i < 1000; ++i) {
      const bool extreme = i % 4 == 0;
      const double base =
          extreme ? any_double(random) : random.normal() * std::pow(10.0, 24 * random.uniform() - 9);
      const std::string text = write_quantity(base, dimension);
      const UnitText back = read_quantity(text, dimension);
      INFO(text << " " << back.problem);
      REQUIRE(back.base.has_value());
      REQUIRE(*back.base == base);
    }
  }
}

TEST_CASE("every temperature is written so that it reads back the same") {
  Random random(7, "temperatures");
  for (int i = 0; i < 20000; ++i) {
    const double kelvin = i % 2 == 0 ? 1000.0 * random.uniform() : std::exp(40.0 * random.normal());
    REQUIRE(read_temperature(write_temperature(kelvin)).base == kelvin);
  }
}

TEST_CASE("no text, however odd, reads as anything but a finite value or a problem") {
  Random random(3, "fuzz");
  const std::string alphabet = "0123456789.-+eE/ WkMGTJhsmindKgLCNYBbpsFLOPan3%\x01\x7f\xc2\xb5";
  for (int i = 0; i < 10000; ++i) {
    std::string text;
    const auto length = static_cast<int>(14.0 * random.uniform());
    for (int j = 0; j < length; ++j)
      text += alphabet[static_cast<std::size_t>(random.uniform() * static_cast<double>(alphabet.size()))];
    const UnitText quantity = read_quantity(text, every_dimension[static_cast<std::size_t>(i) % 21]);
    REQUIRE(quantity.base.has_value() == quantity.problem.empty());
    if (quantity.base) REQUIRE(std::isfinite(*quantity.base));
    const UnitText temperature = read_temperature(text);
    REQUIRE(temperature.base.has_value() == temperature.problem.empty());
  }
  refuse<Power>(std::string(100000, '9'));
  refuse<Power>("1 " + std::string(100000, '/'));
  refuse<Power>("1 W/s/s/s/s/s/s/s/s/s/s/s");
}

TEST_CASE("a text tells what it is a quantity of, where it has a number and a unit") {
  CHECK(dimension_of("1.9 kW") == Power::dimension);
  CHECK(dimension_of("0.53 kg/kWh") == CarbonIntensity::dimension);
  for (const char* text : {"", "12", "2N", "8 x NVIDIA", "kW", "north", "1e999 kW"})
    CHECK_FALSE(dimension_of(text).has_value());
}

}  // namespace hubwatt
