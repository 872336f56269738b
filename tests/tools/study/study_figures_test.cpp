#include "tools/study/study_figures.hpp"

#include "scenarios/kpi_terms.hpp"
#include "tests/support/catch.hpp"
#include "tests/tools/study/study_samples.hpp"

using namespace hubwatt;
using namespace hubwatt::test;

TEST_CASE("the kind of a figure agrees with the unit that its declaration has") {
  const auto unit = [](FigureKind kind) {
    switch (kind) {
      case FigureKind::energy:
        return "kWh";
      case FigureKind::power:
        return "kW";
      case FigureKind::mass:
        return "kg";
      case FigureKind::water:
        return "L";
      case FigureKind::money:
        return "CNY";
      case FigureKind::seconds:
        return "s";
      case FigureKind::hours:
        return "h";
      case FigureKind::share:
      case FigureKind::plain:
        break;
    }
    return "";
  };
  int told = 0;
  for (const KpiTerms& terms : kpi_terms()) {
    const std::string root = terms.table == KpiTable::ledger ? "ledger.a." : "total.";
    const FigureKind kind = kind_of_figure(root + std::string(terms.key));
    INFO(terms.key);
    if (kind == FigureKind::share) CHECK(terms.unit.empty());
    if (kind == FigureKind::plain || kind == FigureKind::share) continue;
    CHECK(terms.unit == unit(kind));
    ++told;
  }
  CHECK(told > 30);
}

TEST_CASE("the headline begins with the objectives, holds nothing twice and nothing that no point has") {
  StudyResults study = cost_against_carbon();
  CHECK(headline_figures(study) == std::vector<std::size_t>{0, 1, 2, 3, 4});
  study.objectives = {{"total.green_share", Objective::Best::highest}};
  CHECK(headline_figures(study) == std::vector<std::size_t>{2, 1, 0, 3, 4});
  for (StudyRow& row : study.rows) row.values[1] = std::nullopt;
  CHECK(headline_figures(study) == std::vector<std::size_t>{2, 0, 3, 4});
}

TEST_CASE("a figure is told in the greatest unit of which there is one, in Chinese by ten thousands") {
  const Words english, chinese(Language::chinese);
  CHECK(figure_unit(english, FigureKind::energy, 2.5e7).name == "GWh");
  CHECK(figure_unit(english, FigureKind::energy, 0.5).name == "kWh");
  CHECK(figure_unit(english, FigureKind::money, -3e6).name == "million CNY");
  CHECK(figure_unit(chinese, FigureKind::money, 3e6).per_unit == 1e-4);
  CHECK(figure_unit(english, FigureKind::share, 0.1).per_unit == 100.0);
  CHECK(figure_unit(english, FigureKind::plain, 1e9).name.empty());
  CHECK(figure_head(english, "total.cost_cny", {"CNY", 1.0}) == "cost of energy, CNY");
  CHECK(figure_head(english, "hubs.a.pue", {}) == "hubs.a.pue");
}
