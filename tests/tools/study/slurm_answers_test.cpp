#include "tools/study/slurm_answers.hpp"

#include "tests/support/catch.hpp"

using namespace hubwatt;

TEST_CASE("the number of a submitted job is read, and its cluster") {
  REQUIRE(submitted_job("4711\n"));
  CHECK(submitted_job("4711\n")->number == "4711");
  CHECK(submitted_job("4711\n")->cluster.empty());
  CHECK(submitted_job("4711;east\n")->cluster == "east");
  CHECK(to_text(*submitted_job("4711;east")) == "4711;east");
  CHECK(submitted_job("sbatch: Welcome to the east\n12\n")->number == "12");
  CHECK_FALSE(submitted_job(""));
  CHECK_FALSE(submitted_job("Submitted batch job 12"));
  CHECK_FALSE(submitted_job(";east"));
}

TEST_CASE("states of Slurm's tasks are read line by line") {
  const auto tasks = task_states(
      "CLUSTER: east\n3 PENDING Resources\n2 RUNNING None\n1 NODE_FAIL ReqNodeNotAvail, UnavailableNodes:n1\n"
      "[4-9] PENDING Resources\nN/A RUNNING None\n5\n");
  REQUIRE(tasks.size() == 3);
  CHECK(tasks[0].task == 3);
  CHECK(tasks[0].state == "PENDING");
  CHECK(tasks[0].reason == "Resources");
  CHECK(tasks[1].reason.empty());
  CHECK(tasks[2].state == "NODE_FAIL");
  CHECK(tasks[2].reason == "ReqNodeNotAvail, UnavailableNodes:n1");
  CHECK(task_states("").empty());
}

TEST_CASE("a task of Slurm has ended only in a state that is known for an end") {
  for (const char* state : {"COMPLETED", "CANCELLED", "FAILED", "TIMEOUT", "OUT_OF_MEMORY", "NODE_FAIL"})
    CHECK(has_ended(state));
  for (const char* state : {"PENDING", "RUNNING", "COMPLETING", "SUSPENDED", "REQUEUED", "SOMETHING_NEW", ""})
    CHECK_FALSE(has_ended(state));
}

TEST_CASE("the greatest array of a cluster is one less than it says") {
  CHECK(most_array_tasks("MailProg = /bin/mail\nMaxArraySize            = 501\nMaxJobCount = 10\n") == 500);
  CHECK(most_array_tasks("MaxArraySize=2") == 1);
  CHECK(most_array_tasks("MaxArraySize = 0") == 1);
  CHECK(most_array_tasks("scontrol: error") == 1000);
}
