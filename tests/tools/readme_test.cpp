// The manual in two languages: what one shows to type, the other does.
#include <algorithm>
#include <string>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/support/finished_run.hpp"

using namespace hubwatt::test;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

// Lines of code blocks without their comments; of a list of folders the folders.
std::vector<std::string> typed_in(const std::string& manual) {
  std::vector<std::string> out;
  for (const std::string& line : lines_of(manual)) {
    if (line.rfind("    ", 0) != 0) continue;
    std::string code = line.substr(4, line.find(" #") - 4);
    if (const std::size_t space = code.find(' '); space != std::string::npos && code[space - 1] == '/')
      code.resize(space);
    code.erase(code.find_last_not_of(' ') + 1);
    out.push_back(code);
  }
  return out;
}

// What stands in backquotes, line by line as sets: languages order the parts of a sentence as they like.
std::vector<std::vector<std::string>> quoted_in(const std::string& manual) {
  std::vector<std::vector<std::string>> out;
  for (const std::string& line : lines_of(manual)) {
    std::vector<std::string> spans;
    for (std::size_t open = line.find('`'); open != std::string::npos;) {
      const std::size_t close = line.find('`', open + 1);
      spans.push_back(line.substr(open + 1, close - open - 1));
      open = close == std::string::npos ? close : line.find('`', close + 1);
    }
    std::sort(spans.begin(), spans.end());
    if (!spans.empty()) out.push_back(spans);
  }
  return out;
}

}  // namespace

TEST_CASE("both manuals show the same commands, files and keys") {
  const std::string english = file_text("README.md"), chinese = file_text("README.zh.md");
  CHECK(typed_in(english).size() > 10);
  CHECK(typed_in(english) == typed_in(chinese));
  CHECK(quoted_in(english).size() > 20);
  CHECK(quoted_in(english) == quoted_in(chinese));
}

TEST_CASE("each manual leads to the other") {
  CHECK(file_text("README.md").find("[\u4e2d\u6587](README.zh.md)") < 100);
  CHECK(file_text("README.zh.md").find("[English](README.md)") < 100);
}
