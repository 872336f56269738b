// Runs and projections that the local page has started: child processes of this very program, their progress and
// what they said, in memory only. They end with this object.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace hubwatt {

enum class WorkState { running, done, failed, stopped };

struct ServedWork {
  int number = 0;
  std::string file;       // as the user would type it
  std::string directory;  // of the result, relative to the folder
  WorkState state = WorkState::running;
  int percent = 0;
  std::string progress;  // the last line of it
  std::string messages;  // what else came to standard error
  int exit_code = -1;    // once it ended; 128 and more: a signal
};

class ServedWorks {
 public:
  // `program` is what to start; results go below `results`.
  ServedWorks(std::filesystem::path program, std::filesystem::path results);
  // Stops what still runs: asked to first, so that it tidies up; killed after some seconds.
  ~ServedWorks();
  ServedWorks(const ServedWorks&) = delete;
  ServedWorks& operator=(const ServedWorks&) = delete;

  // `command`: "run" or "project". Returns its number. Throws UsageError where too many run already, NotServed where
  // the directory's name is none, Error where the system refuses.
  int start(std::string_view command, const std::filesystem::path& file, std::string_view directory);
  // Does nothing where it has ended. Throws NotServed where there is none of that number.
  void stop(int number);
  // The latest first.
  std::vector<ServedWork> list() const;

 private:
  struct Child;
  void follow(Child& child);
  void take_line(Child& child, std::string_view line);
  void signal_all(int signal);

  std::filesystem::path program_, results_;
  mutable std::mutex mutex_;  // over all below
  std::vector<std::unique_ptr<Child>> children_;
};

}  // namespace hubwatt
