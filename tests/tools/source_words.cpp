#include "tests/tools/source_words.hpp"

#include <algorithm>
#include <cctype>
#include <regex>

namespace hubwatt::test {

namespace {

// Moves past spaces and line comments.
std::size_t past_space(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (std::isspace(static_cast<unsigned char>(text[at])) != 0)
      ++at;
    else if (text.substr(at, 2) == "//")
      at = std::min(text.find('\n', at), text.size());
    else
      break;
  }
  return at;
}

// Reads the literals that stand at `at` side by side, and moves behind them.
std::string take_literals(std::string_view text, std::size_t& at) {
  std::string out;
  for (std::size_t next = at; next < text.size() && text[next] == '"'; next = past_space(text, at)) {
    for (at = next + 1; at < text.size() && text[at] != '"'; ++at) {
      if (text[at] != '\\')
        out += text[at];
      else
        out += text[++at] == 'n' ? '\n' : text[at];
    }
    ++at;
  }
  return out;
}

}  // namespace

std::vector<std::filesystem::path> source_files(const std::filesystem::path& folder,
                                                const std::vector<std::string>& endings, Below below) {
  std::vector<std::filesystem::path> out;
  for (auto entry = std::filesystem::recursive_directory_iterator(folder);
       entry != std::filesystem::recursive_directory_iterator(); ++entry) {
    if (entry->is_directory() && below == Below::flat) entry.disable_recursion_pending();
    if (std::find(endings.begin(), endings.end(), entry->path().extension()) != endings.end())
      out.push_back(entry->path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::set<std::string> literals_in(std::string_view cpp) {
  std::set<std::string> out;
  for (std::size_t at = 0; (at = cpp.find_first_of("\"'/", at)) != std::string_view::npos;) {
    if (cpp[at] == '"')
      out.insert(take_literals(cpp, at));
    else if (cpp[at] == '\'' && cpp.substr(at, 3) == "'\"'")
      at += 3;
    else if (cpp.substr(at, 4) == "'\\\"'")
      at += 4;
    else if (cpp.substr(at, 2) == "//")
      at = std::min(cpp.find('\n', at), cpp.size());
    else
      ++at;
  }
  return out;
}

std::set<std::string> spoken_in(std::string_view cpp) {
  static const std::regex call(R"(\bwords(_|\(\))?(\.with|\.all)?\()");
  std::set<std::string> out;
  const std::string text(cpp);
  for (std::sregex_iterator found(text.begin(), text.end(), call), end; found != end; ++found) {
    std::size_t at = past_space(text, static_cast<std::size_t>(found->position() + found->length()));
    if (text[at] == '{') at = past_space(text, at + 1);
    while (text[at] == '"') {
      out.insert(take_literals(text, at));
      at = past_space(text, at);
      if (found->str(2) == ".all" && text[at] == ',') at = past_space(text, at + 1);
    }
  }
  return out;
}

std::vector<std::string> english_in(std::string_view text, const std::set<std::string>& known) {
  std::vector<std::string> out;
  const auto is_part = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.' || c == '-' || c == '/';
  };
  for (std::size_t at = 0; at < text.size();) {
    if (!is_part(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_part(text[end])) ++end;
    std::string word(text.substr(at, end - at));
    while (!word.empty() && std::isalnum(static_cast<unsigned char>(word.front())) == 0) word.erase(0, 1);
    while (!word.empty() && std::isalnum(static_cast<unsigned char>(word.back())) == 0) word.pop_back();
    const bool letters = std::count_if(word.begin(), word.end(), [](char c) {
                           return std::isalpha(static_cast<unsigned char>(c)) != 0;
                         }) > 1;
    const bool name = word.find_first_of("_0123456789") != std::string::npos;
    if (letters && !name && known.count(word) == 0) out.push_back(word);
    at = end;
  }
  return out;
}

}  // namespace hubwatt::test
