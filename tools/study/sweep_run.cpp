#include "tools/study/sweep_run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "scenarios/result_directory.hpp"
#include "tools/study/study_file.hpp"
#include "tools/study/study_results.hpp"

namespace hubwatt {

namespace {

constexpr std::size_t most_changes = 5;  // that a message tells

void check_name(const std::filesystem::path& file) {
  if (is_study_file(file)) return;
  throw UsageError(
      fmt::format("{}: the file of a study is known by its name, which ends in .sqlite; use -o {}.sqlite",
                  file.string(), file.string()));
}

void check_unchanged(const StudyFile& file, const Study& study) {
  const std::vector<std::string> changes = file.changes(study, HUBWATT_VERSION);
  if (changes.empty()) return;
  std::string text;
  for (std::size_t i = 0; i < std::min(changes.size(), most_changes); ++i)
    text += (i == 0 ? "" : ", ") + changes[i];
  if (changes.size() > most_changes) text += fmt::format(" and {} more", changes.size() - most_changes);
  throw UsageError(fmt::format(
      "{}: is of another study than this one is now ({}), so --resume cannot go on with it; begin "
      "anew with -o and another file, or with --force in the place of this one",
      file.database().file().string(), text));
}

StudyFile begun_file(const Study& study, std::span<const StudyPoint> points, const SweepOptions& options) {
  check_name(options.file);
  const auto begin = [&] { return StudyFile::create(options.file, study, points, HUBWATT_VERSION); };
  const std::string name = options.file.string();
  switch (StudyFile::kind_of(options.file)) {
    case StudyFile::Kind::missing:
      return begin();
    case StudyFile::Kind::foreign:
      throw UsageError(fmt::format(
          "{} exists and is no file of a study, so nothing is written to it; choose another with -o", name));
    case StudyFile::Kind::study:
      break;
  }
  if (options.existing == Existing::replace) return begin();
  if (options.existing == Existing::refuse)
    throw UsageError(
        fmt::format("{} exists; use --resume to go on with it, --force to begin anew in its "
                    "place, or -o for another file",
                    name));
  StudyFile file(options.file);
  check_unchanged(file, study);
  return file;
}

std::vector<StudyPoint> not_done(const StudyFile& file, std::span<const StudyPoint> points) {
  const std::vector<std::size_t> done = file.done();
  std::vector<StudyPoint> out;
  std::copy_if(points.begin(), points.end(), std::back_inserter(out), [&done](const StudyPoint& point) {
    return !std::binary_search(done.begin(), done.end(), point.number);
  });
  return out;
}

}  // namespace

std::filesystem::path sweep_file(const Study& study) {
  return std::filesystem::path("runs") / (study.name + ".sqlite");
}

SweepEnd run_sweep(const Study& study, const SweepOptions& options) {
  const std::vector<StudyPoint> points = study_points(study);
  StudyFile file = begun_file(study, points, options);
  const std::vector<StudyPoint> left = not_done(file, points);
  PointsDone done;
  done.all = points.size(), done.before = done.ended = points.size() - left.size();
  if (left.empty()) {
    std::move(file).finish();  // where a kill came between the last point and this
    return SweepEnd::nothing_to_do;
  }
  const TellPoints tell = show_points(study.name, options.progress, done);
  const Interrupts interrupts;
  const PointDone ended = [&](const StudyPoint& point, const PointOutcome& outcome) {
    file.store(point.number, outcome);
    ++done.ended;
  };
  PointsReached reached;
  if (tell)
    reached = [&](double count) {
      done.reached = count;
      tell(done);
    };
  if (tell) tell(done);
  const EngineEnd end = options.run_points(study, left, options.at_once, interrupts, ended, reached);
  done.over = true;
  if (end == EngineEnd::interrupted) {
    if (tell) tell(done);
    return SweepEnd::interrupted;
  }
  std::move(file).finish();
  done.reached = static_cast<double>(left.size());
  if (tell) tell(done);
  return SweepEnd::all_ended;
}

}  // namespace hubwatt
