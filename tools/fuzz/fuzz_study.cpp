// Studies: the bytes are a study file, a line "# scenario", the file scenario.toml, a line "# platform", and the file
// platform.toml. Reading gives a study or refuses with mistakes, no other way out; one that was read has points.
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "scenarios/study/study_points.hpp"
#include "scenarios/study/study_reader.hpp"
#include "tools/fuzz/fuzz.hpp"

namespace {

using namespace hubwatt;

// The text up to the border; the rest is left in `text`.
std::string_view cut_at(std::string_view& text, std::string_view border) {
  const std::size_t at = std::min(text.find(border), text.size());
  const std::string_view part = text.substr(0, at);
  text.remove_prefix(std::min(at + border.size(), text.size()));
  return part;
}

void write(const std::filesystem::path& path, std::string_view text) {
  std::ofstream(path, std::ios::binary) << text;
}

void check_points(const Study& study) {
  HUBWATT_ENSURES(!study.seeds.empty() && !study.objectives.empty() && study.files.size() >= 3);
  const std::vector<StudyPoint> points = study_points(study);
  HUBWATT_ENSURES(points.size() >= 2 && points.size() <= 100'000 * study.seeds.size());
  for (std::size_t i = 0; i < points.size(); ++i) {
    HUBWATT_ENSURES(points[i].number == i + 1);
    HUBWATT_ENSURES(points[i].levels.size() == study.axes.size());
    for (const std::string& level : points[i].levels) HUBWATT_ENSURES(!level.empty());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view text = fuzz::text_of(data, size);
  const auto folder = std::filesystem::temp_directory_path() / ("hubwatt-fuzz-" + std::to_string(getpid()));
  std::filesystem::create_directories(folder);
  write(folder / "fuzz.study.toml", cut_at(text, "# scenario\n"));
  write(folder / "scenario.toml", cut_at(text, "# platform\n"));
  write(folder / "platform.toml", text);
  try {
    check_points(read_study(folder / "fuzz.study.toml"));
  } catch (const InputError& refused) {
    HUBWATT_ENSURES(!refused.mistakes().empty());
    fuzz::ensure_readable(refused.mistakes());
  }
  std::filesystem::remove_all(folder);
  return 0;
}
