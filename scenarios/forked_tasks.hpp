// Work that needs a process of its own, since a process can hold one SimGrid engine in its life. Children are forked,
// so they see everything the parent has; what a task returns comes back through a pipe. Nothing outlives the call: an
// interrupt stops the children and is reported, and children go with a parent that is killed.
#pragma once

#include <csignal>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "models/error.hpp"

namespace hubwatt {

// Told now and then the share that is done, 0..1.
using ShareDone = std::function<void(double)>;

struct ForkedTask {
  std::function<std::string(const ShareDone& report)>
      work;           // in the child; returns what the parent is to have
  double size = 1.0;  // relative to other tasks, for the share done
};

// While one of these lives, an interrupt is something to read and no end of the process, so that children can be
// stopped and files tidied up. Children do not hear it at all: a terminal tells them too, and SimGrid would end them
// its own way.
class Interrupts {
 public:
  Interrupts();
  ~Interrupts();
  Interrupts(const Interrupts&) = delete;
  Interrupts& operator=(const Interrupts&) = delete;
  int descriptor() const { return descriptor_; }
  // Whether one has come since the last question.
  bool heard() const;

 private:
  sigset_t before_{};
  int descriptor_ = -1;
};

// The user ended what runs.
class Interrupted : public Error {
 public:
  using Error::Error;
};

// Runs the tasks, at most `at_once` at a time, and returns what they returned, in their order. Throws what a child
// threw (PolicyError, InvariantError, Error), or Interrupted, and stops the others.
std::vector<std::string> run_forked(std::span<const ForkedTask> tasks, int at_once,
                                    const Interrupts& interrupts, const ShareDone& progress = {});

struct TaskEnd {
  std::size_t number = 0;  // which task, from 0
  std::string text;        // what it returned
  std::string problem;     // why it failed, as by a signal; empty where it did not
};
using TaskEnded = std::function<void(const TaskEnd&)>;

// The same for tasks that have nothing to do with each other: each is told of as it ends, and one that fails, in
// whatever way, leaves the others alone. Throws Interrupted, and what `ended` throws; both stop all that run.
void run_forked_apart(std::span<const ForkedTask> tasks, int at_once, const Interrupts& interrupts,
                      const TaskEnded& ended, const ShareDone& progress = {});

}  // namespace hubwatt
