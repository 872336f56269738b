#include "policies/search.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <system_error>

#include "models/error.hpp"
#include "models/nearest_name.hpp"
#include "policies/message.hpp"

namespace hubwatt {
namespace {

namespace fs = std::filesystem;

// File by module name; the first directory wins.
std::map<std::string, fs::path> module_files() {
  std::map<std::string, fs::path> files;
  for (const fs::path& directory : policy_directories()) {
    std::error_code unreadable;  // a directory that is not there holds no policies
    for (const fs::directory_entry& entry : fs::directory_iterator(directory, unreadable)) {
      if (entry.path().extension() == ".so") files.emplace(entry.path().stem().string(), entry.path());
    }
  }
  return files;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : ", ") + part;
  return out;
}

[[noreturn]] void refuse_unknown(std::string_view name) {
  std::vector<std::string> names, places;
  for (const auto& [known, file] : module_files()) names.push_back(known);
  for (const fs::path& directory : policy_directories()) places.push_back(directory.string());
  std::string text = message("there is no policy \"", name, "\" in ", joined(places), "; ");
  text += names.empty() ? "these hold no policies" : "there are: " + joined(names);
  if (const auto meant = nearest_name(name, names)) text += message("; did you mean \"", *meant, "\"?");
  throw PolicyError(text);
}

Module open_named(std::string_view name) {
  const auto files = module_files();
  const auto found = files.find(std::string(name));
  if (found == files.end()) refuse_unknown(name);
  Module module = Module::open(found->second);
  if (module.description().name != name) {
    throw PolicyError(message(
        "policy ", found->second.string(), ": calls itself \"", module.description().name,
        "\"; a policy is found by its name, so the file must be called ", module.description().name, ".so"));
  }
  return module;
}

[[noreturn]] void refuse_decision(const Module& module, Decision decision) {
  std::vector<std::string> able;
  for (const PolicyInfo& policy : available_policies()) {
    if (takes(policy.decisions, decision)) able.push_back(policy.name);
  }
  const hw_policy& policy = module.description();
  std::string text = message("policy \"", policy.name, "\" takes no ", to_text(decision), " decisions, only ",
                             decision_names(policy.decisions));
  if (!able.empty()) text += message("; for ", to_text(decision), " there are: ", joined(able));
  throw PolicyError(text);
}

}  // namespace

std::vector<fs::path> policy_directories() {
  std::vector<fs::path> directories;
  std::error_code problem;
  const fs::path program = fs::read_symlink("/proc/self/exe", problem);
  if (!problem) directories.push_back(program.parent_path().parent_path() / "lib/hubwatt/policies");
  if (const char* path = std::getenv("HUBWATT_POLICY_PATH")) {
    std::string_view rest(path);
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(':'), rest.size());
      if (end > 0) directories.emplace_back(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return directories;
}

std::vector<PolicyInfo> available_policies() {
  std::vector<PolicyInfo> policies;
  for (const auto& [name, file] : module_files()) {
    PolicyInfo info;
    info.name = name;
    info.file = file;
    try {
      const Module module = open_named(name);
      const hw_policy& policy = module.description();
      info.version = policy.version;
      info.summary = policy.summary;
      info.decisions = policy.decisions;
    } catch (const PolicyError& error) {
      info.problem = error.what();
    }
    policies.push_back(info);
  }
  return policies;
}

Module find_policy(std::string_view value, Decision decision, const fs::path& directory) {
  const bool is_path = value.find('/') != std::string_view::npos || value.ends_with(".so");
  Module module = is_path ? Module::open(directory / value) : open_named(value);
  if (!takes(module.description().decisions, decision)) refuse_decision(module, decision);
  return module;
}

}  // namespace hubwatt
