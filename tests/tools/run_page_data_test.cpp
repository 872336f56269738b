// What a run's page is made of: sums of series.csv against summary.json, and what is refused.
#include "tools/run_page_data.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <numeric>

#include "models/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/tools/program.hpp"
#include "tests/tools/unpacked_numbers.hpp"
#include "tools/csv_rows.hpp"

using namespace hubwatt;
using namespace hubwatt::test;
using Json = nlohmann::ordered_json;

namespace {

std::string page_data(const std::filesystem::path& run) {
  PageInputs inputs;
  return run_page_data(read_run(run), inputs);
}

// Runs a scenario of the library into "run".
Json data_of(const Scratch& at, const std::string& scenario, const std::string& more = "") {
  const auto file = std::filesystem::absolute("scenarios/library/" + scenario);
  REQUIRE(run_program(at, "run '" + file.string() + "' -o run --quiet " + more).exit_code == 0);
  return Json::parse(page_data(at.path() / "run"));
}

std::vector<double> column(const Json& columns, const std::string& name) {
  if (!columns.contains(name)) return {};
  return unpacked_numbers(columns.at(name).get<std::string>());
}

double summed(const Json& columns, const char* name) {
  const auto numbers = column(columns, name);
  return std::accumulate(numbers.begin(), numbers.end(), 0.0);
}

const std::pair<const char*, const char*> same[] = {
    {"it", "it_energy_kwh"},
    {"facility", "facility_energy_kwh"},
    {"grid", "grid_energy_kwh"},
    {"on_site", "on_site_energy_kwh"},
    {"direct", "direct_energy_kwh"},
    {"generators", "generator_energy_kwh"},
    {"battery_charge", "battery_charge_kwh"},
    {"battery_discharge", "battery_discharge_kwh"},
    {"curtailed", "curtailed_energy_kwh"},
    {"water_l", "water_l"},
};

}  // namespace

TEST_CASE(
    "days, hours of the day and intervals sum up to the figures of the summary, hub by hub and together") {
  const Scratch at;
  const Json data = data_of(at, "training-week.toml");
  const Json& series = data.at("series");
  CHECK(series.at("first_day") == "2025-07-07");
  CHECK(series.at("interval_count") == 168);
  const auto expect_same = [](const Json& sums, const Json& kpis) {
    CHECK(column(sums.at("days"), "it").size() == 7);
    CHECK(column(sums.at("clock"), "it").size() == 24);
    CHECK(column(sums.at("intervals"), "it").size() == 168);
    for (const auto& [sum, kpi] : same) {
      INFO(kpi);
      const double whole = kpis.at(kpi).get<double>();
      CHECK(summed(sums.at("days"), sum) == Approx(whole).epsilon(2e-6));
      CHECK(summed(sums.at("clock"), sum) == Approx(whole).epsilon(2e-6));
      CHECK(summed(sums.at("intervals"), sum) == Approx(whole).epsilon(2e-4));
    }
  };
  expect_same(series.at("total"), data.at("summary").at("total"));
  for (const auto& [id, hub] : series.at("hubs").items())
    expect_same(hub, data.at("summary").at("hubs").at(id));
}

TEST_CASE("what the page shows over time is what the series holds, to the digits shown") {
  const Scratch at;
  const Json data = data_of(at, "training-week.toml");
  CsvRows rows(at.path() / "run/series.csv");
  const std::size_t hub = rows.column("hub"), hours = rows.column("hours"), it = rows.column("it_kw");
  std::vector<double> written;
  while (rows.next())
    if (rows.text(hub) == "qingpu") written.push_back(rows.number(it) * rows.number(hours));
  const auto shown = column(data.at("series").at("hubs").at("qingpu").at("intervals"), "it");
  REQUIRE(shown.size() == written.size());
  for (std::size_t i = 0; i < shown.size(); ++i)
    CHECK(fmt::format("{:.4g}", shown[i]) == fmt::format("{:.4g}", written[i]));
}

TEST_CASE("of a long run, intervals tell supply and demand only") {
  const Scratch at;
  const Json series = data_of(at, "hello.toml", "--set 'duration=\"40 d\"'").at("series").at("total");
  CHECK(series.at("days").contains("facility"));
  CHECK_FALSE(series.at("intervals").contains("facility"));
  CHECK(column(series.at("intervals"), "grid").size() == 960);
}

TEST_CASE("steps of a quarter of an hour make intervals of an hour") {
  const Scratch at;
  const Json series = data_of(at, "hello.toml", "--set 'step=\"15 min\"'").at("series");
  CHECK(series.at("interval_hours") == 1.0);
  CHECK(column(series.at("total").at("intervals"), "it").size() == 48);
}

TEST_CASE("a run that wrote no series has none on its page") {
  const Scratch at;
  CHECK(data_of(at, "hello.toml", "--set output.series=false").at("series").is_null());
}

TEST_CASE("runs of a page share the inputs that are the same") {
  const Scratch at;
  data_of(at, "training-week.toml");
  PageInputs inputs;
  const hubwatt::FinishedRun run = read_run(at.path() / "run");
  const Json first = inputs.add(run);
  const Json alone = inputs.shared();
  CHECK(first.at("rows") == Json{{0, alone.at("rows").size()}});
  CHECK(inputs.add(run) == first);
  CHECK(inputs.shared() == alone);

  Json other = Json::parse(file_text(run.directory / "inputs.json"));
  other.at("inputs").at(5).at("value") = "\"another\"";
  at.write("run/inputs.json", other.dump());
  const int count = static_cast<int>(alone.at("rows").size());
  CHECK(inputs.add(run).at("rows") == Json{{0, 5}, {count, 1}, {6, count - 6}});
  CHECK(inputs.shared().at("rows").size() == alone.at("rows").size() + 1);
}

TEST_CASE("a damaged table is refused with its name and line") {
  const Scratch at;
  data_of(at, "hello.toml");
  const std::string series = file_text(at.path() / "run/series.csv");
  const auto said = [&](const std::string& text) -> std::string {
    at.write("run/series.csv", text);
    try {
      page_data(at.path() / "run");
    } catch (const InputError& problem) {
      return problem.what();
    }
    return "";
  };
  const auto with = [&](const std::string& what, const std::string& by) {
    std::string text = series;
    const std::size_t place = text.rfind(what);
    REQUIRE(place != std::string::npos);
    return text.replace(place, what.size(), by);
  };
  CHECK(said(series).empty());
  CHECK(said(series.substr(0, series.size() / 2)).find("series.csv:") != std::string::npos);
  const std::size_t last = series.rfind('\n', series.size() - 2);
  CHECK(said(series.substr(0, last + 1)).find("cut short") != std::string::npos);
  CHECK(said("").find("has no header") != std::string::npos);
  CHECK(said(series.substr(0, series.find('\n') + 1)).find("series.csv") != std::string::npos);
  CHECK(said(with("horinger", "elsewhere")).find("series.csv:49:0: tells of hub \"elsewhere\"") !=
        std::string::npos);
  CHECK(said(with("2025-01-07T23", "2025-13-07T23")).find("no date") != std::string::npos);
  CHECK(said(with("horinger,1,", "horinger,x,")).find("no number") != std::string::npos);
  CHECK(said(with(",", ",,")).find("fields where the header") != std::string::npos);
}

TEST_CASE("a summary that lacks a figure is refused with the figure's place") {
  const Scratch at;
  const Json summary = data_of(at, "hello.toml").at("summary");
  const auto said = [&](const char* pointer, const Json& value) -> std::string {
    Json other = summary;
    other[Json::json_pointer(pointer)] = value;
    at.write("run/summary.json", other.dump());
    try {
      page_data(at.path() / "run");
    } catch (const InputError& problem) {
      return problem.what();
    }
    return "";
  };
  CHECK(said("/total/pue", nullptr).empty());
  CHECK(said("/total/pue", "low").find("summary.json: total.pue: is no figure") != std::string::npos);
  CHECK(said("/hubs/horinger", Json::object()).find("hubs.horinger.it_energy_kwh: is missing") !=
        std::string::npos);
  CHECK(said("/ledger", Json::object()).find("ledger.horinger: is missing") != std::string::npos);
  CHECK(said("/period/hours", 0).find("period.hours") != std::string::npos);
  CHECK(said("/compliance/0/margin", "none").find("compliance.0.margin: is no number") != std::string::npos);
  CHECK(said("/compliance/0/pass", 1).find("compliance.0.pass: is neither") != std::string::npos);
  CHECK(said("/compliance/0/to_pass", Json::array({1})).find("compliance.0.to_pass.0: is no table") !=
        std::string::npos);
  CHECK(said("/standards/grades", nullptr).find("standards.grades: is no list") != std::string::npos);
  CHECK(said("/standards/grades/0/value", nullptr).find("standards.grades.0.value") != std::string::npos);
  CHECK(said("/standards/reporting/0/told", nullptr).find("standards.reporting.0.told") != std::string::npos);
  CHECK(said("/schema", 2).find("another version") != std::string::npos);
}
