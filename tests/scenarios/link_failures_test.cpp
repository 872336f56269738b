#include "tests/support/catch.hpp"
#include "tests/support/finished_run.hpp"

using namespace hubwatt::test;

namespace {

// Two hubs, the data in one and the only servers wide enough in the other, and a link that is up half of the time.
FinishedRun run_with(const std::string& network) {
  const std::string more = network + plain_hub("far", 10, 8) +
                           "[[link]]\nbetween = [\"only\", \"far\"]\nbandwidth = \"1 Gbps\"\navailability = 0.5\n";
  return run_texts(plain_scenario("60 d", "[[training]]\nname = \"moved\"\ndataset = \"500 GB\"\ndata_hub = \"only\"\n"
                                          "arrivals_per_day = 5.0\ngpus = 64\nactivity = 0.5\nduration = \"10 min\"\n"),
                   plain_platform(1, 4, more));
}

}  // namespace

TEST_CASE("links fail as often as their availability says, and data wait for the repair") {
  const FinishedRun calm = run_with("");
  const FinishedRun stormy = run_with("[network]\nmean_time_to_repair = \"4 h\"\n");
  CHECK(calm.at("network/only-far/availability") == 0.5);  // as promised: nothing failed
  CHECK(stormy.at("network/only-far/availability") == Approx(0.5).margin(0.08));
  CHECK(stormy.at("jobs/mean_wait_s") > 1.5 * calm.at("jobs/mean_wait_s"));
  CHECK(stormy.at("jobs/submitted") == calm.at("jobs/submitted"));
  CHECK(stormy.at("jobs/completed") > 0.9 * calm.at("jobs/completed"));
  CHECK(stormy.at("ledger/far/relative_error") <= 1e-9);
}
