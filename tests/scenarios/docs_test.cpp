#include "scenarios/docs.hpp"

#include "scenarios/hub_fields.hpp"
#include "scenarios/inference_fields.hpp"
#include "scenarios/platform_fields.hpp"
#include "scenarios/scenario_fields.hpp"
#include "scenarios/study/study_fields.hpp"
#include "scenarios/supply_fields.hpp"
#include "scenarios/training_fields.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {

void check_page(const std::string& page, const std::vector<FieldText>& fields) {
  for (const FieldText& field : fields) {
    INFO(field.key);
    CHECK(page.find("\n    " + field.key + " ") != std::string::npos);
    CHECK(page.find(field.doc) != std::string::npos);
    CHECK_FALSE(field.doc.empty());
  }
}

}  // namespace

TEST_CASE("the manual has every key of the platform") {
  const std::string page = docs("platform");
  check_page(page, describe(form_of<Platform>()));
  check_page(page, describe(form_of<Hub>()));
  check_page(page, describe(form_of<Grid>()));
  check_page(page, describe(form_of<Battery>()));
  check_page(page, describe(form_of<BatteryAgeing>()));
  check_page(page, describe(form_of<Renewable>()));
  check_page(page, describe(form_of<PvPlant>()));
  check_page(page, describe(form_of<WindFarm>()));
  check_page(page, describe(form_of<Generator>()));
  check_page(page, describe(form_of<Building>()));
  check_page(page, describe(form_of<RackGroup>()));
}

TEST_CASE("the manual has every key of the scenario") {
  const std::string page = docs("scenario");
  check_page(page, describe(form_of<Scenario>()));
  check_page(page, describe_training());
  check_page(page, describe(form_of<InferenceService>()));
}

TEST_CASE("the manual has every key of a study") {
  const std::string page = docs("study");
  check_page(page, describe(form_of<Study>()));
  check_page(page, describe(form_of<AxisTold>()));
  check_page(page, describe(form_of<Level>()));
  check_page(page, describe(form_of<Objective>()));
}

TEST_CASE("limits are shown in the units that are written") {
  CHECK(docs("platform").find("-60 degC to 60 degC") != std::string::npos);
  CHECK(docs("platform").find("-12 h to 14 h") != std::string::npos);
}

TEST_CASE("each topic has a page and no other has") {
  for (const std::string_view topic : docs_topics()) CHECK(docs(topic).size() > 100);
  CHECK(docs("poetry").empty());
}
