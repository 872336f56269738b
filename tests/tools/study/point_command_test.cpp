#include "tools/study/point_command.hpp"

#include "tests/support/catch.hpp"
#include "tests/tools/study/study_samples.hpp"

using namespace hubwatt;
using namespace hubwatt::test;

TEST_CASE("a point's command names its scenario, the settings of its levels and its seed") {
  const StudyResults study = cost_against_carbon();
  CHECK(point_command(study, study.rows[3]) ==
        "hubwatt run two-hubs.toml --set 'hub.a.cooling=\"air\"' --set 'hub.a.policy=\"greenest\"' --seed 2");
}

TEST_CASE("a value within a range is set as a file would write it") {
  StudyResults study = cost_against_carbon();
  study.axes[0] = range_of("power", 1e6, 2e6, "MW");
  study.axes[1] = range_of("share", 0.0, 1.0);
  study.rows[0].levels = {"1.25 MW", "0.5"};
  CHECK(point_command(study, study.rows[0]) ==
        "hubwatt run two-hubs.toml --set 'hub.a.power=\"1.25 MW\"' --set hub.a.share=0.5 --seed 1");
}

TEST_CASE("overrides of all points come before those of levels") {
  StudyResults study = cost_against_carbon();
  study.set = {"duration=\"1 d\""};
  CHECK(point_command(study, study.rows[0])
            .rfind("hubwatt run two-hubs.toml --set 'duration=\"1 d\"' --set 'hub.a", 0) == 0);
}
