#include "tools/study/point_command.hpp"

#include <cstdio>
#include <memory>

#include "tests/support/catch.hpp"
#include "tests/tools/study/study_samples.hpp"

using namespace hubwatt;
using namespace hubwatt::test;

namespace {

// What a shell hands to a program.
std::string as_shell_reads(const std::string& word) {
  const std::string command = "printf %s " + word;
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  REQUIRE(pipe);
  std::string out;
  for (int c = std::fgetc(pipe.get()); c != EOF; c = std::fgetc(pipe.get())) out += static_cast<char>(c);
  return out;
}

}  // namespace

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

TEST_CASE("a shell reads a word as it was meant, whatever is in it") {
  for (const std::string text :
       {"plain.toml", "a b", "it's", "$(rm x) `ls` \"q\" \\ * ? ; & | < > #~!", "", "\n-", "\xe4\xb8\xad"})
    CHECK(as_shell_reads(shell_word(text)) == text);
}
