// Whole scenarios: the bytes are a scenario file, a line "# platform", and the platform file it names. Reading
// them gives a scenario or refuses with mistakes; no other way out.
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "scenarios/scenario_reader.hpp"
#include "tools/fuzz/fuzz.hpp"

namespace {

void write(const std::filesystem::path& path, std::string_view text) {
  std::ofstream(path, std::ios::binary) << text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hubwatt;
  const std::string_view text = fuzz::text_of(data, size);
  constexpr std::string_view border = "# platform\n";
  const std::size_t middle = std::min(text.find(border), text.size());

  const auto folder = std::filesystem::temp_directory_path() / ("hubwatt-fuzz-" + std::to_string(getpid()));
  std::filesystem::create_directories(folder);
  write(folder / "scenario.toml", text.substr(0, middle));
  write(folder / "platform.toml", text.substr(std::min(middle + border.size(), text.size())));
  try {
    const Scenario scenario = read_scenario(folder / "scenario.toml");
    HUBWATT_ENSURES(!scenario.platform.hubs.empty());
  } catch (const InputError& refused) {
    HUBWATT_ENSURES(!refused.mistakes().empty());
    fuzz::ensure_readable(refused.mistakes());
  }
  std::filesystem::remove_all(folder);
  return 0;
}
