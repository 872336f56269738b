// A run as a text report tells it: its summary, the reader's words, and what places are called - in English by the ids
// that files and --set know, in Chinese by the names that the platform file gives hubs, which are Chinese as a rule.
#pragma once

#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "tools/words.hpp"

namespace hubwatt {

class ReportedRun {
 public:
  // The summary outlives this.
  ReportedRun(const nlohmann::ordered_json& summary, Words words = Words())
      : summary_(summary), words_(words) {}

  const nlohmann::ordered_json& summary() const { return summary_; }
  const Words& words() const { return words_; }

  std::string hub(const std::string& id) const;
  // "[east]"
  std::string group(const std::string& name) const;
  // A place of a rule: a hub, the total, or a link or service, whose names stay.
  std::string of_scope(const std::string& scope, const std::string& id) const;

  // Hubs in the order of the platform, then sides that have hubs, then all.
  void for_all_places(
      const std::function<void(const std::string& shown, const nlohmann::ordered_json& kpis)>& each) const;

 private:
  const nlohmann::ordered_json& summary_;
  Words words_;
};

}  // namespace hubwatt
