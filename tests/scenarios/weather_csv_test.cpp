#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "models/psychrometrics.hpp"
#include "models/units.hpp"
#include "scenarios/weather_file.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {

const Length sea_level = 0.0 * unit::metre;

InputFile day(const std::string& header, const std::string& row) {
  InputFile file{"weather.csv", header + "\n"};
  for (int hour = 0; hour < 24; ++hour) file.text += row + "\n";
  return file;
}

}  // namespace

TEST_CASE("the same weather in other units is the same weather") {
  struct Form {
    std::string header, row;
    WeatherColumns columns;
  };
  const std::vector<Form> forms = {
      {"temp_c,rh_pct,p_hpa", "20,60,1013.25", {"temp_c", "rh_pct", "", "p_hpa"}},
      {"t_k,rh_ratio,p_pa", "293.15,0.6,101325", {"t_k", "rh_ratio", "", "p_pa"}},
      {"t,rh,p", "20,60,101.325", {"t", "rh", "", "p"}},
      {"t,rh,p", "20,0.6,1013.25", {"t", "rh", "", "p"}},
  };
  for (const Form& form : forms) {
    std::vector<Diagnostic> mistakes;
    const auto weather = read_weather_csv(day(form.header, form.row), form.columns, sea_level, mistakes);
    INFO(form.header << " " << form.row);
    REQUIRE(mistakes.empty());
    REQUIRE(weather);
    CHECK(weather->dry_bulb.at({3, false}).celsius() == Approx(20.0));
    CHECK(weather->relative_humidity.at({3, false}) == Approx(0.6));
    REQUIRE(weather->pressure);
    CHECK(weather->pressure->at({3, false}) / unit::Pa == Approx(101325.0));
  }
}

TEST_CASE("humidity from a dew point is that of the psychrometrics, saturated where rounding puts it above") {
  std::vector<Diagnostic> mistakes;
  const WeatherColumns columns{"t", "", "dew", ""};
  const auto dry = read_weather_csv(day("t,dew", "20,12"), columns, sea_level, mistakes);
  const auto fog = read_weather_csv(day("t,dew", "4.8,5"), columns, sea_level, mistakes);
  CHECK(mistakes.empty());
  REQUIRE(dry);
  REQUIRE(fog);
  CHECK(dry->relative_humidity.at({0, false}) ==
        Approx(relative_humidity(Temperature::celsius(20.0), Temperature::celsius(12.0))));
  CHECK(fog->relative_humidity.at({0, false}) == Approx(1.0));
  CHECK(!dry->pressure);

  CHECK(!read_weather_csv(day("t,dew", "4,5"), columns, sea_level, mistakes));
  REQUIRE(!mistakes.empty());
  CHECK(mistakes[0].problem == "row 1: dew point is 5.0 degC (above the dry bulb, 4.0 degC)");
}

TEST_CASE("pressure reduced to sea level is refused where the site is high") {
  const WeatherColumns columns{"t", "rh_pct", "", "p_hpa"};
  const InputFile file = day("t,rh_pct,p_hpa", "20,60,1016");
  std::vector<Diagnostic> mistakes;
  CHECK(read_weather_csv(file, columns, 44.0 * unit::metre, mistakes));
  CHECK(mistakes.empty());
  CHECK(!read_weather_csv(file, columns, 538.0 * unit::metre, mistakes));
  REQUIRE(mistakes.size() == 1);
  CHECK(mistakes[0].problem == "mean of p_hpa is 101600 Pa, but 95027 Pa is due at 538 m");
}

TEST_CASE("gaps, sentinels and wrong shapes are mistakes with their row") {
  const WeatherColumns columns{"temp_c", "rh_pct", "", ""};
  const std::vector<std::pair<InputFile, std::string>> cases = {
      {day("temp_c,rh_pct", "20,"), "row 1: relative humidity is missing"},
      {day("temp_c,rh_pct", "-9999,60"), "row 1: dry bulb is missing (-9999)"},
      {day("temp_c,rh_pct", "20,101"), "row 1: relative humidity is 101 (0 to 1 of saturation)"},
      {day("temp_c,rh_pct", "x,60"), "row 1: dry bulb is x (not a number)"},
      {day("temp,rh_pct", "20,60"), "has no column \"temp_c\""},
      {InputFile{"weather.csv", "temp_c,rh_pct\n1,2\n3,4\n"},
       "has 2 rows (hourly weather has 1, 24, 8760 or 8784)"},
  };
  for (const auto& [file, problem] : cases) {
    std::vector<Diagnostic> mistakes;
    CHECK(!read_weather_csv(file, columns, sea_level, mistakes));
    REQUIRE(!mistakes.empty());
    CHECK(mistakes[0].problem == problem);
  }
  std::vector<Diagnostic> mistakes;
  CHECK(!read_weather_csv(day("t,rh,dew", "1,2,3"), {"t", "rh", "dew", ""}, sea_level, mistakes));
  CHECK(!read_weather_csv(day("t,rh,dew", "1,2,3"), {"t", "", "", ""}, sea_level, mistakes));
  REQUIRE(mistakes.size() == 2);
  CHECK(mistakes[1].problem == "needs a column for relative_humidity or for dew_point, and not both");
}

TEST_CASE("Beijing's weather of 2014 has its published mean and no gap") {
  std::ifstream in("scenarios/library/data/beijing-2014.csv", std::ios::binary);
  const InputFile file{"beijing-2014.csv", std::string(std::istreambuf_iterator<char>(in), {})};
  std::vector<Diagnostic> mistakes;
  const auto weather =
      read_weather_csv(file, {"temp_c", "rel_humidity_pct", "", ""}, 44.0 * unit::metre, mistakes);
  REQUIRE(mistakes.empty());
  REQUIRE(weather);
  const auto& hours = weather->dry_bulb.rows();
  REQUIRE(hours.size() == 8760);
  double sum = 0.0;
  for (const Temperature t : hours) sum += t.celsius();
  CHECK(sum / 8760.0 == Approx(13.68).margin(0.005));

  const auto by_dew_point =
      read_weather_csv(file, {"temp_c", "", "dewpoint_c", ""}, 44.0 * unit::metre, mistakes);
  REQUIRE(by_dew_point);
  double difference = 0.0;
  for (std::size_t h = 0; h < 8760; ++h) {
    difference += by_dew_point->relative_humidity.rows()[h] - weather->relative_humidity.rows()[h];
  }
  CHECK(difference / 8760.0 == Approx(0.0).margin(0.01));
}
