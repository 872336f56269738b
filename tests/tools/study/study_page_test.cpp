#include "tools/study/study_page.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "models/random.hpp"
#include "tests/support/catch.hpp"
#include "tests/tools/study/study_samples.hpp"

using namespace hubwatt;
using namespace hubwatt::test;

namespace {

nlohmann::json data_of(const std::string& page) {
  const std::string mark = R"(<script type="application/json" id="data">)";
  const std::size_t from = page.find(mark) + mark.size();
  return nlohmann::json::parse(page.substr(from, page.find("</script>", from) - from));
}

// So many points with random figures of twenty digits' length.
StudyResults large_study(std::size_t levels, std::size_t seeds) {
  Random random(1, "large");
  std::vector<std::string> names;
  for (std::size_t i = 0; i < levels; ++i) names.push_back("level-" + std::to_string(i));
  std::vector<std::uint64_t> all(seeds);
  for (std::size_t i = 0; i < seeds; ++i) all[i] = i;
  std::vector<std::string> figures = {"total.cost_cny",
                                      "total.carbon_location_kg",
                                      "total.facility_energy_kwh",
                                      "total.pue",
                                      "total.green_share",
                                      "total.cfe_score",
                                      "total.carbon_market_kg",
                                      "total.water_l",
                                      "total.peak_power_kw",
                                      "total.gpu_allocation",
                                      "jobs.completed",
                                      "jobs.mean_wait_s",
                                      "compliance.kept",
                                      "compliance.missed"};
  for (int hub = 0; hub < 20; ++hub) figures.push_back(fmt::format("hubs.h{}.pue", hub));
  return full_factorial({axis_of("a", names), axis_of("b", names)}, all, figures,
                        [&](const auto&, std::uint64_t) {
                          std::vector<std::optional<double>> out;
                          for (std::size_t i = 0; i < figures.size(); ++i)
                            out.emplace_back(1e6 * random.uniform());
                          return out;
                        });
}

}  // namespace

TEST_CASE("the page of studies holds what its script draws, and the title names them") {
  StudyResults second = unfinished_study();
  second.name = "<script>alert(1)</script>";
  const std::string page = study_page({{"out/first.sqlite", cost_against_carbon()}, {"b.sqlite", second}});
  const nlohmann::json data = data_of(page);
  CHECK(data.at("kind") == "study");
  CHECK(data.at("studies").at(0).at("file") == "first.sqlite");
  CHECK(data.at("studies").at(0).at("all_figures") == 5);
  CHECK(data.at("studies").at(1).at("name") == second.name);
  CHECK(page.find("<script>alert") == std::string::npos);
  CHECK(page.find("<title>sample, &lt;script&gt;alert(1)&lt;/script&gt;</title>") != std::string::npos);
}

TEST_CASE("a page holds headline figures as far as there is room, and those of objectives always") {
  const StudyResults small = large_study(3, 1), large = large_study(100, 1);
  CHECK(figures_of_page(small, analysed(small)).size() == 14);
  const auto held = figures_of_page(large, analysed(large));
  CHECK(held.size() < 14);
  CHECK(held.front() == 0);
  CHECK(study_page({{"a.sqlite", small}}).size() < 1'500'000);
  CHECK(study_page({{"a.sqlite", large}}).size() < 5'000'000);
}
