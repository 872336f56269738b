// What the local page's script asks for, as JSON texts, and the reports it opens, as pages. Throws what the command of
// the same name throws; NotServed for what may not be seen. Knows nothing of HTTP.
#pragma once

#include <string>
#include <vector>

#include "tools/serve_folder.hpp"
#include "tools/serve_works.hpp"
#include "tools/words.hpp"

namespace hubwatt {

// {"folder", "results": [{"directory", "kind", "name", "written"}], "files": [{"path", "kind"}]}
std::string listing_json(const ServedFolder& folder);

// [{"number", "file", "directory", "state", "percent", "progress", "messages", "exit_code"}], the latest first
std::string works_json(const std::vector<ServedWork>& works);

// {"mistakes": [{"line", "column", "key", "problem", "suggestion", "text"}]}; a line is 0 where the mistake is in
// another file or has no place.
std::string check_json(const std::filesystem::path& origin, std::string_view text);

// A page of one result, or of several of the same kind.
std::string result_page(const ServedFolder& folder, const std::vector<std::string>& directories,
                        Language language = Language::english);

// {"text": what `hubwatt compare` prints}.
std::string compare_answer(const ServedFolder& folder, const std::string& a, const std::string& b);

// {"problem": ...}
std::string problem_json(std::string_view problem);

}  // namespace hubwatt
