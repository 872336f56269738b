#include "scenarios/study/study_reader.hpp"

#include <string_view>

#include "scenarios/platform_reader.hpp"
#include "scenarios/scenario_reader.hpp"
#include "scenarios/study/study_fields.hpp"
#include "scenarios/study/study_trials.hpp"
#include "scenarios/toml_document.hpp"

namespace hubwatt {
namespace {

struct OtherKind {
  FileKind kind;
  const char *noun, *instead;
};
constexpr OtherKind other_kinds[] = {
    {FileKind::scenario, "is a scenario", "run it with `hubwatt run`"},
    {FileKind::platform, "is a platform", "name a scenario that runs on it"},
    {FileKind::projection, "is a projection", "carry it out with `hubwatt project`"},
    {FileKind::study, "is a study", "name the scenario that it runs"},
};

const OtherKind& described(FileKind kind) {
  return other_kinds[static_cast<std::size_t>(kind)];
}

// Whether there is such a file, and it is a scenario as far as its keys tell.
bool is_scenario(const Study& study, const Node& root, Reading& reading) {
  const Node& named = *root.find("scenario");
  const std::size_t before = reading.mistakes.size();
  InputFiles files;  // of the scenario's own reading
  files.read(*named.text(), reading.folder, reading.place_of(named), reading.mistakes);
  if (reading.mistakes.size() != before) return false;
  const auto kind = kind_of_file(study.scenario);
  if (!kind || kind == FileKind::scenario) return true;
  reading.mistake(named, std::string(described(*kind).noun) + ", and a scenario is due",
                  described(*kind).instead);
  return false;
}

}  // namespace

Study read_study(const std::filesystem::path& path) {
  InputFiles files;
  Reading reading{.files = files, .folder = path.parent_path()};
  const Diagnostic named_at{path.string(), 0, 0, "", "", ""};
  const auto root = read_document(path.filename(), reading.folder, named_at, files, reading.mistakes);
  if (!root) throw InputError(std::move(reading.mistakes));
  if (const auto kind = kind_of_file(path); kind && kind != FileKind::study)
    throw InputError(Diagnostic{path.string(), 1, 1, "",
                                std::string(described(*kind).noun) + ", and a study is due",
                                described(*kind).instead});
  Study study = read_form(*root, form_of<Study>(), reading).value_or(Study{});
  study.path = path;
  study.files = files.digests();
  if (reading.mistakes.empty() && is_scenario(study, *root, reading)) try_levels(study, *root, reading);
  if (!reading.mistakes.empty()) throw InputError(in_order_of_place(std::move(reading.mistakes)));
  return study;
}

}  // namespace hubwatt
