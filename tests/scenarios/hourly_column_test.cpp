#include "scenarios/hourly_column.hpp"

#include <string>
#include <vector>

#include "models/units.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {

constexpr Range any{-1e9, 1e9};

InputFile rows_of(const std::string& header, std::size_t rows, const std::string& row) {
  InputFile file{"grid.csv", header + "\n"};
  for (std::size_t i = 0; i < rows; ++i) file.text += row + "\n";
  return file;
}

}  // namespace

TEST_CASE("a column's name may end in its unit") {
  CHECK(unit_of_column("carbon_kg_per_kwh", CarbonIntensity::dimension) == unit::kg_per_kWh.base());
  CHECK(*unit_of_column("carbon_g_per_kWh", CarbonIntensity::dimension) ==
        Approx(1e-3 * unit::kg_per_kWh.base()));
  CHECK(*unit_of_column("price_cny_per_mwh", Price::dimension) == Approx(1e-3 * unit::cny_per_kWh.base()));
  CHECK(unit_of_column("p_hpa", Pressure::dimension) == 100.0);
  CHECK(unit_of_column("share_pct", Dimension{}) == 0.01);
  CHECK(unit_of_column("share_ratio", Dimension{}) == 1.0);
  CHECK(!unit_of_column("carbon", CarbonIntensity::dimension));
  CHECK(!unit_of_column("carbon_kg_per_kwh", Price::dimension));
}

TEST_CASE("the same figure in two units is the same series") {
  std::vector<Diagnostic> mistakes;
  const auto plain = read_hourly<Price>(rows_of("price", 24, "0.4"), "price", "CNY/kWh", any, mistakes);
  const auto mega =
      read_hourly<Price>(rows_of("p_cny_per_mwh", 24, "400"), "p_cny_per_mwh", "CNY/kWh", any, mistakes);
  CHECK(mistakes.empty());
  REQUIRE(plain);
  REQUIRE(mega);
  CHECK(plain->at({5, false}) / unit::cny_per_kWh == Approx(0.4));
  CHECK(mega->at({5, false}) / unit::cny_per_kWh == Approx(0.4));
}

TEST_CASE("an hourly figure has the rows of an hour, a day or a year") {
  for (const std::size_t rows : {1, 24, 8760, 8784}) {
    std::vector<Diagnostic> mistakes;
    CHECK(read_hourly_column(rows_of("x", rows, "1"), "x", Dimension{}, "", any, mistakes));
    CHECK(mistakes.empty());
  }
  for (const std::size_t rows : {0, 2, 23, 365, 8759, 8761, 52584}) {
    std::vector<Diagnostic> mistakes;
    CHECK(!read_hourly_column(rows_of("x", rows, "1"), "x", Dimension{}, "", any, mistakes));
    REQUIRE(mistakes.size() == 1);
    CHECK(mistakes[0].problem ==
          "has " + std::to_string(rows) + " rows (an hourly figure has 1, 24, 8760 or 8784)");
  }
}

TEST_CASE("missing, unreadable and impossible hours are named, never filled") {
  InputFile file = rows_of("carbon", 21, "0.5");
  file.text += "\"\"\nn/a\n-0.1\n";
  std::vector<Diagnostic> mistakes;
  const Range range{0.0, 3.0 * unit::kg_per_kWh.base()};
  CHECK(!read_hourly_column(file, "carbon", CarbonIntensity::dimension, "kg/kWh", range, mistakes));
  REQUIRE(mistakes.size() == 3);
  CHECK(mistakes[0].text() == "grid.csv:23:2: row 22: carbon is missing");
  CHECK(mistakes[1].text() == "grid.csv:24:1: row 23: carbon is n/a (not a number)");
  CHECK(mistakes[2].text() == "grid.csv:25:1: row 24: carbon is -0.1 (0 to 3 kg/kWh)");
}

TEST_CASE("a 9999 among small figures stands for a missing one") {
  for (const std::string written : {"9999", "-9999", "99999"}) {
    InputFile file = rows_of("price", 23, "0.4");
    file.text += written + "\n";
    std::vector<Diagnostic> mistakes;
    CHECK(!read_hourly_column(file, "price", Price::dimension, "CNY/kWh", any, mistakes));
    REQUIRE(mistakes.size() == 1);
    CHECK(mistakes[0].problem == "row 24: price is missing (" + written + ")");
  }
  std::vector<Diagnostic> mistakes;
  CHECK(read_hourly_column(rows_of("load", 24, "9999"), "load", Power::dimension, "kW", {0.0, 1e9}, mistakes));
  CHECK(mistakes.empty());
}

TEST_CASE("rows of parts of an hour get told what to do") {
  const std::pair<std::size_t, std::string> cases[] = {
      {17520, "rows of 30 min: average every 2 of them to an hour"},
      {35040, "rows of 15 min: average every 4 of them to an hour"},
      {35136, "rows of 15 min: average every 4 of them to an hour"},
      {105120, "rows of 5 min: average every 12 of them to an hour"},
      {52584, "cut one calendar year from it"},
      {8759, "an hour is missing; write the local standard time, 24 hours each day"},
      {8761, "there is an hour too many; write the local standard time, 24 hours each day"},
      {168, "7 days: a whole calendar year is due"},
  };
  for (const auto& [rows, advice] : cases) {
    std::vector<Diagnostic> mistakes;
    CHECK(!read_hourly_column(rows_of("x", rows, "1"), "x", Dimension{}, "", any, mistakes));
    REQUIRE(mistakes.size() == 1);
    CHECK(mistakes[0].suggestion == advice);
  }
}
