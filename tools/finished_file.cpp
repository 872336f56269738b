#include "tools/finished_file.hpp"

#include <fmt/format.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "models/error.hpp"

namespace hubwatt {

std::string finished_json(const std::filesystem::path& path, std::string_view made, std::string_view by) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in)
    throw InputError(Diagnostic{path.string(), 0, 0, "",
                                fmt::format("cannot be read, so this is no finished {}", made),
                                fmt::format("name a directory that `hubwatt {}` has written", by)});
  try {
    if (nlohmann::json::parse(text.str()).is_object()) return text.str();
  } catch (const nlohmann::json::exception& problem) {
    throw InputError(Diagnostic{path.string(), 0, 0, "", fmt::format("is damaged ({})", problem.what()),
                                fmt::format("call `hubwatt {}` again", by)});
  }
  throw InputError(
      Diagnostic{path.string(), 0, 0, "", "is no JSON object", fmt::format("call `hubwatt {}` again", by)});
}

}  // namespace hubwatt
