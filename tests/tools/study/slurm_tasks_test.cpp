#include "tools/study/slurm_tasks.hpp"

#include <algorithm>
#include <random>

#include "tests/support/catch.hpp"

using namespace hubwatt;

TEST_CASE("tasks of Slurm hold every point once, in order and evenly") {
  std::mt19937_64 random(7);
  for (int round = 0; round < 5000; ++round) {
    std::vector<std::size_t> points(random() % 60);
    std::size_t last = 0;
    for (std::size_t& point : points) point = last += 1 + random() % 5;
    const std::size_t most = 1 + random() % 40;
    const SlurmTasks tasks = slurm_tasks(points, most);

    CHECK(tasks.size() == std::min(points.size(), most));
    std::vector<std::size_t> joined;
    std::size_t fewest = points.size(), greatest = 0;
    for (const auto& one : tasks) {
      joined.insert(joined.end(), one.begin(), one.end());
      fewest = std::min(fewest, one.size());
      greatest = std::max(greatest, one.size());
    }
    REQUIRE(joined == points);
    if (!tasks.empty()) REQUIRE((fewest >= 1 && greatest - fewest <= 1));
    REQUIRE(slurm_tasks_of_text(slurm_tasks_text(tasks)) == tasks);
  }
}

TEST_CASE("a task of Slurm has one line of points") {
  const std::vector<std::size_t> points{4, 7, 8, 12};
  CHECK(slurm_tasks_text(slurm_tasks(points, 2)) == "4 7\n8 12\n");
  CHECK(slurm_tasks_text(slurm_tasks(points, 1000)) == "4\n7\n8\n12\n");
}

TEST_CASE("a damaged list of Slurm's tasks is none") {
  CHECK(slurm_tasks_of_text("").empty());
  CHECK(slurm_tasks_of_text("1 2\n3 x\n").empty());
  CHECK(slurm_tasks_of_text("1 2\n3 4").size() == 1);  // cut short: the last line is not whole
}
