// Runs a scenario into a directory of its own and holds what came out; the directory goes with the object.
// The validation page and the tests ask for figures by the paths of the contract: run.at("total/pue"),
// run.table("jobs.csv").
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace hubwatt::trial {

// A directory that is gone with the object.
class Scratch {
 public:
  Scratch();
  ~Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  const std::filesystem::path& path() const { return path_; }
  // Writes a file, and returns its path.
  std::filesystem::path write(const std::string& name, const std::string& text) const;

 private:
  std::filesystem::path path_;
};

std::string file_text(const std::filesystem::path& path);

// Rows of a CSV by the names of its header.
using CsvRow = std::map<std::string, std::string>;
std::vector<CsvRow> csv_rows(const std::string& text);

class FinishedRun {
 public:
  explicit FinishedRun(const std::filesystem::path& scenario, const std::vector<std::string>& overrides = {});

  // A number of summary.json; NaN where it is null. Throws where there is none.
  double at(const std::string& path) const;
  std::string text(const std::string& file) const { return file_text(directory_ / file); }
  std::vector<CsvRow> table(const std::string& file) const { return csv_rows(text(file)); }
  bool has(const std::string& file) const { return std::filesystem::exists(directory_ / file); }

 private:
  Scratch scratch_;
  std::filesystem::path directory_;
};

// A [[hub]] without losses: `racks` racks of `servers` servers of the type "box".
std::string plain_hub(const std::string& id, int racks, int servers);
// A platform of the hub "only"; a box has 8 accelerators and draws 2 to 10 kW. `more` follows the rack.
std::string plain_platform(int racks, int servers, const std::string& more = "");
// The head of a scenario on "platform.toml".
std::string plain_scenario(const std::string& duration, const std::string& more);

// The text with the first `what` replaced; throws where it has none.
std::string replaced(std::string text, const std::string& what, const std::string& by);
// One job of this many accelerators at activity 1, submitted as the run begins.
std::string one_job(const std::string& accelerators, const std::string& duration);

// Runs texts: `platform` becomes platform.toml beside the scenario.
FinishedRun run_texts(const std::string& scenario, const std::string& platform,
                      const std::vector<std::string>& overrides = {});

}  // namespace hubwatt::trial
