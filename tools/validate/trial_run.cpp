#include "tools/validate/trial_run.hpp"

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

#include "scenarios/run.hpp"
#include "scenarios/scenario_reader.hpp"

namespace hubwatt::trial {

namespace fs = std::filesystem;

Scratch::Scratch() {
  std::string name = (fs::temp_directory_path() / "hubwatt-trial-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no scratch directory");
  path_ = name;
}

Scratch::~Scratch() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

fs::path Scratch::write(const std::string& name, const std::string& text) const {
  std::ofstream(path_ / name, std::ios::binary) << text;
  return path_ / name;
}

std::string file_text(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error(path.string() + " cannot be read");
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::vector<CsvRow> csv_rows(const std::string& text) {
  const auto cells = [](const std::string& line) {
    std::vector<std::string> out(1);
    for (const char c : line)
      if (c == ',')
        out.emplace_back();
      else
        out.back() += c;
    return out;
  };
  std::istringstream lines(text);
  std::string line;
  std::getline(lines, line);
  const std::vector<std::string> header = cells(line);
  std::vector<CsvRow> rows;
  while (std::getline(lines, line)) {
    const std::vector<std::string> values = cells(line);
    CsvRow& row = rows.emplace_back();
    for (std::size_t i = 0; i < header.size(); ++i) row[header[i]] = values.at(i);
  }
  return rows;
}

FinishedRun::FinishedRun(const fs::path& scenario, const std::vector<std::string>& overrides)
    : directory_(scratch_.path() / "run") {
  run_to_directory(read_scenario(scenario, overrides),
                   {directory_, Overwrite::refuse, {}, {}});
}

double FinishedRun::at(const std::string& path) const {
  const auto summary = nlohmann::json::parse(text("summary.json"));
  const auto& value = summary.at(nlohmann::json::json_pointer("/" + path));
  return value.is_null() ? std::numeric_limits<double>::quiet_NaN() : value.get<double>();
}

std::string plain_hub(const std::string& id, int racks, int servers) {
  return "[[hub]]\nid = \"" + id + R"("
name = "A hub"
side = "west"
location = { latitude = 40.0, longitude = 110.0, altitude = "0 m" }
utc_offset = "8 h"
climate = { kind = "constant", dry_bulb = "20 degC", relative_humidity = 0.5 }
cooling = { kind = "ratio", ratio = 0.25 }
power_chain = "ideal"
grid = { carbon = "0.5 kg/kWh", price = "0.4 CNY/kWh", renewable_share = 0.0 }
[[hub.rack]]
server = "box"
racks = )" +
         std::to_string(racks) + "\nservers_per_rack = " + std::to_string(servers) + "\n";
}

std::string plain_platform(int racks, int servers, const std::string& more) {
  return R"(schema = 1
name = "plain"
[server.box]
accelerators = 8
idle_power = "2 kW"
peak_power = "10 kW"
source = "made up for a trial"
confidence = "estimate"
)" + plain_hub("only", racks, servers) +
         more;
}

std::string plain_scenario(const std::string& duration, const std::string& more) {
  return "schema = 1\nname = \"plain\"\nplatform = \"platform.toml\"\nstart = 2025-01-01T00:00:00\nduration "
         "= \"" +
         duration + "\"\nstep = \"1 h\"\nseed = 1\n" + more;
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const auto at = text.find(what);
  if (at == std::string::npos) throw std::runtime_error("the text has no " + what);
  return text.replace(at, what.size(), by);
}

std::string one_job(const std::string& accelerators, const std::string& duration) {
  return "[[training]]\nname = \"run\"\njobs = [{ submit = \"0 s\", gpus = " + accelerators +
         ", activity = 1.0, duration = \"" + duration + "\" }]\n";
}

FinishedRun run_texts(const std::string& scenario, const std::string& platform,
                      const std::vector<std::string>& overrides) {
  const Scratch files;
  files.write("platform.toml", platform);
  return FinishedRun(files.write("scenario.toml", scenario), overrides);
}

}  // namespace hubwatt::trial
