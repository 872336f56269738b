#include "tools/run_page_jobs.hpp"

#include <nlohmann/json.hpp>

namespace hubwatt {

nlohmann::ordered_json run_page_jobs(const std::filesystem::path& directory) {
  return {{"has_jobs", std::filesystem::exists(directory / "jobs.csv")},
          {"has_inference", std::filesystem::exists(directory / "inference.csv")}};
}

}  // namespace hubwatt
