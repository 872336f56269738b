// What runs the points of a study: the processes of this machine, or a batch system. An engine runs points and tells
// how each ended; it stores nothing and prints nothing (sweep_run.hpp does).
#pragma once

#include <functional>
#include <span>

#include "scenarios/forked_tasks.hpp"
#include "scenarios/study/point_run.hpp"

namespace hubwatt {

// Told how a point ended, once for each, in the order they end, by the thread that called the engine. What it throws
// (the disk is full) ends the engine, which stops what it has under way.
using PointDone = std::function<void(const StudyPoint& point, const PointOutcome& outcome)>;

// Told now and then how many of the points are done; those under way count by their own share, where it is known.
using PointsReached = std::function<void(double points)>;

enum class EngineEnd { all_ended, interrupted };

// Runs the points, which are some or all of the study's, at most `at_once` at a time. A point that fails is an outcome
// like another, and so is one whose process crashed. Interrupted by the user it stops the points under way, tells
// nothing of them and returns. Throws Error where points cannot be run at all; what was told until then holds.
using RunPoints = std::function<EngineEnd(const Study& study, std::span<const StudyPoint> points, int at_once,
                                          const Interrupts& interrupts, const PointDone& ended,
                                          const PointsReached& reached)>;

// As child processes of this one.
EngineEnd run_points_here(const Study& study, std::span<const StudyPoint> points, int at_once,
                          const Interrupts& interrupts, const PointDone& ended,
                          const PointsReached& reached = {});

}  // namespace hubwatt
