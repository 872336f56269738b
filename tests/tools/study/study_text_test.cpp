#include "tools/study/study_text.hpp"

#include "tests/support/catch.hpp"
#include "tests/tools/source_words.hpp"
#include "tests/tools/study/study_samples.hpp"

using namespace hubwatt;
using namespace hubwatt::test;

namespace {

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the text of a study tells its points, the best settings and what each level does") {
  const std::string text = study_text(cost_against_carbon());
  INFO(text);
  CHECK(holds(text, "sample: scenario two-hubs.toml, full factorial, 6 settings, 2 seeds, hubwatt 1.2.3"));
  CHECK(holds(text, "12 of 12 points are done, 0 failed, 0 wait"));
  CHECK(holds(text, "axis cooling: air | cold-plate | immersion"));
  CHECK(holds(text, "lowest cost of energy      million CNY  3.000  4.300  immersion  nearest"));
  CHECK(holds(text,
              "from lowest cost of energy to lowest carbon by location: carbon by location -28.57 %, "
              "cost of energy +10.00 %"));
  CHECK(holds(text, "worth a choice: 2 of 6 settings"));
  CHECK(holds(text, "3 of 6 settings keep every limit that is checked"));
  CHECK(holds(text, "cost of energy, million CNY\n  axis     level       points   mean"));
  CHECK(holds(text, "share of the variance"));
  CHECK(holds(text, "standard deviation over seeds"));
  CHECK_FALSE(holds(text, "not known"));
}

TEST_CASE("the text of an unfinished study tells what failed, how to repeat it and how to go on") {
  const std::string text = study_text(unfinished_study());
  INFO(text);
  CHECK(holds(text, "10 of 12 points are done, 1 failed, 1 wait"));
  CHECK(
      holds(text,
            "point 4 (cooling=air, policy=greenest, seed 2)\n    a.toml:3:1: hub.a: <b>no</b> power\n    and "
            "more\n    hubwatt run two-hubs.toml "));
  CHECK(holds(text, "10 of 12 points are done; go on with hubwatt sweep STUDY.toml --resume"));
  CHECK(holds(text, "2 settings have points that failed or wait, and are not judged"));
  CHECK(holds(text, "shares of the variance need every point done"));
}

TEST_CASE("the text of a study without a point done says so and no more") {
  StudyResults study = cost_against_carbon();
  study.figures.clear();
  for (StudyRow& row : study.rows) {
    row.state = StudyRow::State::waiting;
    row.values.clear();
  }
  const std::string text = study_text(study);
  INFO(text);
  CHECK(holds(text, "0 of 12 points are done, 0 failed, 12 wait"));
  CHECK(holds(text, "go on with hubwatt sweep STUDY.toml --resume"));
  CHECK_FALSE(holds(text, "best settings"));
  CHECK_FALSE(holds(text, "one seed"));
}

TEST_CASE("the text of a study is Chinese where that is asked for, but for names") {
  for (const StudyResults& study : {cost_against_carbon(), unfinished_study()}) {
    const std::string text = study_text(study, Language::chinese);
    // Names of the study, units, and what is typed.
    const std::set<std::string> known = {
        "sample",    "two-hubs.toml", "hubwatt",      "air",     "cold-plate",
        "immersion", "nearest",       "greenest",     "cooling", "policy",
        "sweep",     "STUDY.toml",    "resume",       "run",     "set",
        "seed",      "hub.a.cooling", "hub.a.policy", "a.toml",  "hub.a",
        "no",        "power",         "and",          "more",    "b"};
    for (const std::string& word : english_in(text, known)) FAIL_CHECK(word << "\n" << text);
  }
}
