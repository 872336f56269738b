// The fast chain against closed forms and conservation, from files as users write them.
#include <cmath>

#include "models/units.hpp"
#include "scenarios/projection/chain.hpp"
#include "scenarios/projection/change_drivers.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/projection_text.hpp"

using namespace hubwatt;
using test::projection_of;

namespace {

constexpr double hours = 8760.0;

const char* const one_place = R"(
[[plant]]
name = "p"
pue = 1.25
[[place]]
name = "here"
plant = "p"
)";

std::string head(const std::string& more) {
  return "schema = 1\nname = \"t\"\nregion = \"x\"\nscope = \"test\"\nscope_note = \"a test\"\nstart = "
         "2024\nend = 2030\n" +
         more;
}

// Servers of 100 W idle and 300 W at full load, 1 TFLOPS each.
std::string servers(const std::string& name, const std::string& keys) {
  return "[[servers]]\nname = \"" + name +
         "\"\nprecision = \"fp32\"\ncounted = \"shipped-devices\"\nlife = { years = 6 }\ncompute = \"1 "
         "TFLOPS\"\n"
         "fp32_per_flops = 1.0\nidle_power = \"100 W\"\npeak_power = \"300 W\"\n" +
         keys;
}

double value(const Projection& projection, const char* key, int year) {
  const Chain chain(projection);
  const auto position = chain.position(key);
  INFO(key);
  REQUIRE(position.has_value());
  return chain.trajectory({}).at(*position, static_cast<std::size_t>(year - projection.first_year));
}

}  // namespace

TEST_CASE("fifteen per cent a year takes 166 TWh in 2024 to 384 TWh in 2030") {
  const Projection p = projection_of(head("energy = { 2024 = \"166 TWh\", growth = 0.15 }\n") + one_place);
  const double expected[] = {166.0, 190.9, 219.535, 252.46525, 290.3350375, 333.885293125, 383.96808709375};
  for (int year = 2024; year <= 2030; ++year) {
    CHECK(value(p, "facility_energy", year) == Approx(expected[year - 2024]).epsilon(1e-12));
    CHECK(value(p, "it_energy", year) == Approx(expected[year - 2024] / 1.25).epsilon(1e-12));
  }
}

TEST_CASE("a path between two years is a line, or a constant rate") {
  const Projection line =
      projection_of(head("energy = { 2024 = \"100 TWh\", 2030 = \"400 TWh\" }\n") + one_place);
  const Projection rate = projection_of(
      head("energy = { 2024 = \"100 TWh\", 2030 = \"400 TWh\", between = \"geometric\" }\n") + one_place);
  CHECK(value(line, "facility_energy", 2027) == Approx(250.0));
  CHECK(value(rate, "facility_energy", 2027) == Approx(200.0));
  CHECK(value(rate, "facility_energy", 2030) == Approx(400.0));
}

TEST_CASE("racks, their rating, occupancy and PUE give the year's energy") {
  const Projection p =
      projection_of(head("[racks]\ninstalled = 8.10e6\nrating = \"2.5 kW\"\noccupancy = 0.60\n") +
                    "[[plant]]\nname = \"p\"\npue = 1.42\n[[place]]\nname = \"here\"\nplant = \"p\"\n");
  CHECK(value(p, "facility_energy", 2024) == Approx(151.13628).epsilon(1e-9));
  CHECK(value(p, "racks", 2024) == Approx(8.10));
  CHECK(value(p, "rack_occupancy", 2024) == Approx(0.60));
}

TEST_CASE("constant shipments are six years of stock, and draw what their activity asks") {
  const Projection p =
      projection_of(head("") + servers("s", "shipments = { 2019 = 1e6 }\nactivity = 0.5\n") + one_place);
  for (int year = 2024; year <= 2030; ++year) {
    CHECK(value(p, "servers.s", year) == Approx(6.0).epsilon(1e-12));
    CHECK(value(p, "it_energy", year) == Approx(6e6 * 0.2 * hours / 1e9).epsilon(1e-12));
    CHECK(value(p, "facility_energy", year) == Approx(1.25 * 6e6 * 0.2 * hours / 1e9).epsilon(1e-12));
    CHECK(value(p, "capacity.s", year) == Approx(6.0).epsilon(1e-12));
  }
}

TEST_CASE("a server told by its chips computes what they do") {
  std::string text = servers("all", "shipments = { 2018 = 1e6, 2030 = 1e6 }\nactivity = 0.5\n");
  const std::string_view told = "compute = \"1 TFLOPS\"";
  text.replace(text.find(told), told.size(),
               "chips = { number = 2, cores = 28, per_cycle = \"64 FLOP\", clock = \"2.2 GHz\" }");
  CHECK(value(projection_of(head(text) + one_place), "capacity.all", 2030) == Approx(6.0 * 7.8848));
}

TEST_CASE("servers keep the figures of the year they shipped in") {
  const Projection p = projection_of(
      head("") + servers("s", "shipments = { 2019 = 0, 2024 = 0, 2025 = 1e6, 2026 = 0 }\nactivity = 1.0\n") +
      one_place);
  CHECK(value(p, "servers.s", 2024) == 0.0);
  CHECK(value(p, "servers.s", 2030) == Approx(1.0));  // shipped in 2025, in its sixth year
  const Projection growing = projection_of(
      head("") +
      "[[servers]]\nname = \"s\"\nprecision = \"fp32\"\ncounted = \"shipped-devices\"\nlife = { years = 6 }\n"
      "compute = { 2019 = \"1 TFLOPS\", growth = 1.0 }\nfp32_per_flops = 1.0\nidle_power = \"0 "
      "W\"\npeak_power = \"1 kW\"\n"
      "shipments = { 2019 = 1e6 }\nactivity = 1.0\n" +
      one_place);
  CHECK(value(growing, "capacity.s", 2024) == Approx(1 + 2 + 4 + 8 + 16 + 32));
  CHECK(value(growing, "capacity.s", 2025) == Approx(2 + 4 + 8 + 16 + 32 + 64));
}

TEST_CASE("a drawn life moves the stock with it, and of half a year half is left") {
  const Projection p = projection_of(
      head("") +
      "[[servers]]\nname = \"s\"\nprecision = \"fp32\"\ncounted = \"shipped-devices\"\ncompute = \"1 "
      "TFLOPS\"\n"
      "fp32_per_flops = 1.0\nidle_power = \"100 W\"\npeak_power = \"300 W\"\nshipments = { 2014 = 1e6 }\n"
      "activity = 0.5\nlife = { years = { uniform = { low = 5, high = 8 } } }\n" +
      one_place);
  REQUIRE(p.inputs.size() == 1);
  const Chain chain(p);
  const std::size_t servers = *chain.position("servers.s");
  CHECK(chain.trajectory({}).at(servers, 0) == Approx(6.5));
  for (const double years : {5.0, 5.25, 6.5, 8.0})
    CHECK(chain.trajectory(std::vector{years}).at(servers, 3) == Approx(years));
}

TEST_CASE("demand drives activity up to its limit, and what is beyond is a gap") {
  const std::string text =
      head("most_utilization = 0.8\n") +
      servers("s", "shipments = { 2019 = 1e6 }\nserves = [\"training\", \"inference\"]\n") +
      "[[demand]]\nname = \"training\"\ncompute = { 2024 = \"1.2 EFLOPS\", growth = 0.5 }\nalgorithms = 0.0\n"
      "[[demand]]\nname = \"inference\"\ncompute = \"0.6 EFLOPS\"\nalgorithms = 0.2\n" +
      one_place;
  const Projection p = projection_of(text);
  CHECK(value(p, "activity.s", 2024) == Approx(1.8 / 6.0));
  CHECK(value(p, "demand.inference", 2026) == Approx(0.6 * 0.64));
  CHECK(value(p, "gap.training", 2024) == 0.0);
  const double need = 1.2 * std::pow(1.5, 6) + 0.6 * std::pow(0.8, 6);
  CHECK(value(p, "activity.s", 2030) == Approx(0.8));
  CHECK(value(p, "gap.training", 2030) + value(p, "gap.inference", 2030) == Approx(need - 4.8));
}

TEST_CASE("a build-out follows steady growth without a gap, whatever its lead time") {
  for (const char* lead : {"0", "1", "3"}) {
    const Projection p = projection_of(
        head("") +
        servers("s", std::string("shipments = { 2019 = 1e5, 2023 = 1e5 }\nserves = [\"d\"]\nbuild_out = { "
                                 "utilization = 0.5, lead_time = ") +
                         lead + " }\n") +
        "[[demand]]\nname = \"d\"\ncompute = { 2015 = \"0.05 EFLOPS\", growth = 0.4 }\nalgorithms = 0.0\n" +
        one_place);
    for (int year = 2024; year <= 2030; ++year) {
      CAPTURE(lead, year);
      CHECK(value(p, "activity.s", year) == Approx(0.5).epsilon(1e-9));
    }
  }
}

TEST_CASE("a build-out counts on the servers of another class that serve the same demand") {
  const Projection p = projection_of(
      head("") + servers("old", "shipments = { 2018 = 1e5, 2024 = 1e5, 2025 = 0 }\nserves = [\"d\"]\n") +
      servers("new",
              "shipments = { 2018 = 0, 2024 = 0 }\nserves = [\"d\"]\nbuild_out = { utilization = 0.5, "
              "lead_time = 1 }\n") +
      "[[demand]]\nname = \"d\"\ncompute = { 2015 = \"0.0344 EFLOPS\", growth = 0.27 }\nalgorithms = 0.0\n" +
      one_place);
  for (int year = 2025; year <= 2030; ++year) {
    CAPTURE(year);
    CHECK(value(p, "activity.new", year) == Approx(0.5).epsilon(1e-9));
    CHECK(value(p, "activity.old", year) == Approx(0.5).epsilon(1e-9));
  }
}

TEST_CASE("old load leaves the old plant as it is refitted, and growth stands in the new one") {
  const Projection p =
      projection_of(head("energy = { 2024 = \"100 TWh\", growth = 0.1 }\n") +
                    "[[plant]]\nname = \"old\"\npue = 2.0\n[[plant]]\nname = \"new\"\npue = 1.2\n"
                    "[[place]]\nname = \"here\"\nplant = \"old\"\nnew_plant = \"new\"\nrefit = 0.2\n");
  CHECK(value(p, "pue", 2024) == Approx(2.0));
  // 50 TWh of IT in 2024, of which 40 stay; 110 = 40 x 2 + (it - 40) x 1.2
  CHECK(value(p, "it_energy", 2025) == Approx(40.0 + 30.0 / 1.2));
  CHECK(value(p, "facility_energy", 2025) == Approx(110.0).epsilon(1e-13));
  CHECK(value(p, "facility_energy", 2030) == Approx(100.0 * std::pow(1.1, 6)).epsilon(1e-13));
}

TEST_CASE("a shrinking place gives up its new plant first") {
  const Projection p =
      projection_of(head("energy = { 2024 = \"100 TWh\", 2025 = \"40 TWh\" }\n") +
                    "[[plant]]\nname = \"old\"\npue = 2.0\n[[plant]]\nname = \"new\"\npue = 1.2\n"
                    "[[place]]\nname = \"here\"\nplant = \"old\"\nnew_plant = \"new\"\n");
  CHECK(value(p, "it_energy", 2025) == Approx(20.0));
  CHECK(value(p, "pue", 2025) == Approx(2.0));
}

TEST_CASE("places share the load and their energies add up") {
  const Projection p = projection_of(
      head("energy = \"100 TWh\"\n") +
      "[[plant]]\nname = \"a\"\npue = 1.5\ngrid_carbon = \"0.6 kg/kWh\"\ngreen_share = 0.25\nwue = \"2 "
      "L/kWh\"\nprice = \"0.5 CNY/kWh\"\n"
      "[[plant]]\nname = \"b\"\ncooling = 0.1\nchain_loss = 0.05\nother = 0.05\ngrid_carbon = \"0.3 "
      "kg/kWh\"\ngreen_share = 0.5\nwue = \"1 L/kWh\"\nprice = \"0.3 CNY/kWh\"\n"
      "[[place]]\nname = \"east\"\nplant = \"a\"\n[[place]]\nname = \"west\"\nshare = 0.4\nplant = \"b\"\n");
  const double it = 100.0 / (0.6 * 1.5 + 0.4 * 1.2);
  CHECK(value(p, "it_energy", 2024) == Approx(it));
  CHECK(value(p, "facility_energy.east", 2024) == Approx(0.6 * 1.5 * it));
  CHECK(value(p, "facility_energy.west", 2024) == Approx(0.4 * 1.2 * it));
  CHECK(value(p, "carbon_location", 2024) == Approx(0.6 * 0.9 * it + 0.3 * 0.48 * it));
  CHECK(value(p, "carbon_market", 2024) == Approx(0.75 * 0.6 * 0.9 * it + 0.5 * 0.3 * 0.48 * it));
  CHECK(value(p, "green_share", 2024) == Approx((0.25 * 0.9 + 0.5 * 0.48) * it / 100.0));
  CHECK(value(p, "water", 2024) == Approx((0.6 * 2.0 + 0.4 * 1.0) * it));
  CHECK(value(p, "cost", 2024) == Approx((0.9 * 0.5 + 0.48 * 0.3) * it));
  CHECK_FALSE(Chain(p).position("cooling_energy").has_value());  // plant a tells no parts of its PUE
}

TEST_CASE("shares as people round them lose no energy") {
  std::string places = "[[plant]]\nname = \"p\"\npue = 1.25\n";
  for (const char* name : {"a", "b", "c"})
    places.append("[[place]]\nname = \"").append(name).append("\"\nplant = \"p\"\nshare = 0.3333333\n");
  const Projection p = projection_of(head("energy = \"166 TWh\"\n") + places);
  CHECK(value(p, "facility_energy", 2024) == Approx(166.0).epsilon(1e-12));
  CHECK(value(p, "it_energy", 2024) == Approx(166.0 / 1.25).epsilon(1e-12));
  CHECK(value(p, "share.a", 2030) == Approx(1.0 / 3.0).epsilon(1e-12));
}

TEST_CASE("energy that is not green is counted at the residual factor where a plant tells one") {
  const Projection p = projection_of(
      head("energy = \"100 TWh\"\n[grid]\ncarbon = { 2024 = \"0.5 kg/kWh\", 2030 = \"0.4 kg/kWh\" }\n") +
      "[[plant]]\nname = \"p\"\npue = 1.2\ngreen_share = 0.6\nresidual_carbon = \"0.58 kg/kWh\"\n"
      "[[place]]\nname = \"here\"\nplant = \"p\"\n");
  CHECK(value(p, "carbon_location", 2030) == Approx(40.0));
  CHECK(value(p, "carbon_market", 2030) == Approx(0.4 * 58.0));
}

TEST_CASE("380 TWh at the grid mean of 2023 and without green power are 201.6 Mt") {
  const Projection p = projection_of(
      head("energy = \"380 TWh\"\n[grid]\ncarbon = \"0.5306 kg/kWh\"\n") +
      "[[plant]]\nname = \"p\"\npue = 1.42\ngreen_share = 0.0\n[[place]]\nname = \"here\"\nplant = \"p\"\n");
  CHECK(value(p, "carbon_location", 2030) == Approx(201.628).epsilon(1e-9));
  CHECK(value(p, "carbon_market", 2030) == Approx(201.628).epsilon(1e-9));
}

TEST_CASE("the drivers' parts add up to the change, by every method") {
  for (const char* method : {"sequential", "lmdi", "shapley"}) {
    const Projection p = projection_of(
        head(std::string("attribution = \"") + method +
             "\"\n[grid]\ncarbon = { 2024 = \"0.5 kg/kWh\", growth = -0.03 }\n") +
        servers("old", "shipments = { 2018 = 1e6 }\nactivity = { 2024 = 0.3, 2030 = 0.6 }\n") +
        servers("new", "shipments = { 2018 = 0, 2024 = 0, 2030 = 2e6 }\nactivity = 0.7\n") +
        "[storage]\nper_compute = \"0.4 TB/TFLOPS\"\npower = { 2024 = \"2 W/TB\", growth = -0.1 }\n"
        "[[plant]]\nname = \"a\"\npue = { 2024 = 1.6, 2030 = 1.4 }\n[[plant]]\nname = \"b\"\npue = 1.15\n"
        "[[place]]\nname = \"east\"\nplant = \"a\"\n[[place]]\nname = \"west\"\nshare = { 2024 = 0.0, 2030 = "
        "0.5 }\nplant = \"b\"\n");
    const auto changes = change_drivers(p);
    REQUIRE(changes.size() == 2);
    for (const ChangeOfQuantity& change : changes) {
      CAPTURE(method, change.quantity);
      const double from = value(p, change.quantity.c_str(), 2024),
                   to = value(p, change.quantity.c_str(), 2030);
      double parts = 0.0, by_year = 0.0;
      for (const DriverPart& part : change.parts) parts += part.change;
      for (const ChangeOfYear& year : change.by_year)
        for (const DriverPart& part : year.parts) by_year += part.change;
      CHECK(parts == Approx(to - from).epsilon(1e-10));
      CHECK(by_year == Approx(to - from).epsilon(1e-10));
      CHECK(change.change == Approx(to - from).epsilon(1e-10));
    }
    const auto part = [&changes](const char* driver) {
      for (const DriverPart& p2 : changes[0].parts)
        if (p2.driver == driver) return p2.change;
      return std::nan("");
    };
    CHECK(part("activity") > 0.0);
    // Shares weighed by logarithms do not cancel: under growth a shift to the better place is a plus by LMDI.
    if (std::string(method) != "lmdi") CHECK(part("place") < 0.0);
    CHECK(part("pue") < 0.0);
  }
}

TEST_CASE("twice the shipments and twice the storage are twice the energy") {
  const auto energy = [](const char* shipments) {
    const Projection p = projection_of(
        head("") + servers("s", std::string("shipments = ") + shipments + "\nactivity = 0.4\n") +
        "[storage]\nper_compute = \"0.4 TB/TFLOPS\"\npower = \"1 W/TB\"\n"
        "[network]\nper_compute = \"0.1 Gbps/TFLOPS\"\npower = \"5 W/Gbps\"\n" +
        one_place);
    return value(p, "facility_energy", 2028);
  };
  CHECK(energy("{ 2019 = 2e6, 2024 = 4e6, growth = 0.1 }") ==
        Approx(2.0 * energy("{ 2019 = 1e6, 2024 = 2e6, growth = 0.1 }")).epsilon(1e-12));
}

TEST_CASE("energy of a mean stock lies between those of two year ends") {
  const auto at = [](const char* which, int year) {
    const Projection p =
        projection_of(head(std::string("stock_year = \"") + which + "\"\n") +
                      servers("s", "shipments = { 2018 = 1e6, growth = 0.2 }\nactivity = 0.4\n") + one_place);
    return value(p, "it_energy", year);
  };
  CHECK(at("mean-of-year", 2026) ==
        Approx(0.5 * (at("year-end", 2025) + at("year-end", 2026))).epsilon(1e-12));
}
