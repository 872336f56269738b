#include "tools/words.hpp"

#include <map>
#include <nlohmann/json.hpp>

#include "tests/support/catch.hpp"
#include "tests/support/finished_run.hpp"
#include "tests/tools/source_words.hpp"
#include "tools/words_files.hpp"

using namespace hubwatt;
using namespace hubwatt::test;

namespace {

const std::set<std::string> of_texts = {"text_report", "projection_text", "study_text",
                                        "sweep"};  // those of this test

std::map<std::string, std::string> dictionary(std::string_view name) {
  for (const WordsFile& file : chinese_words())
    if (file.name == name) return nlohmann::json::parse(file.text);
  FAIL("no such dictionary");
  return {};
}

std::set<std::string> spoken() {
  std::set<std::string> out;
  for (const char* folder : {"tools", "tools/study"})
    for (const auto& file : source_files(folder, {".cpp", ".hpp"}, Below::flat))
      out.merge(spoken_in(file_text(file)));
  return out;
}

// What is in braces: {} as 0, 1, ... in their order.
std::multiset<std::string> places_in(const std::string& text) {
  std::multiset<std::string> out;
  for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1)) {
    const std::string name = text.substr(open + 1, text.find('}', open) - open - 1);
    out.insert(name.empty() ? std::to_string(out.size()) : name);
  }
  return out;
}

}  // namespace

TEST_CASE("English is what the code says") {
  const Words words;
  CHECK(words("hub") == "hub");
  CHECK(words.with("{}: {}", "a", 2) == "a: 2");
  CHECK(words.of_result("GDP of other cities, the same per year") ==
        "GDP of other cities, the same per year");
}

TEST_CASE("Chinese is what the dictionary says, and values may change places") {
  const Words words(Language::chinese);
  CHECK(words("hub") == "\u67a2\u7ebd");
  CHECK(words("a text nobody translated") == "a text nobody translated");
  CHECK(words.with("plant {}: {} weeks of {}", "x", 8, "y").find("x\uff1a") != std::string::npos);
  CHECK(words.with("plant {}: {} weeks of {}", "x", 8, "y").find("y \u7684 8 ") != std::string::npos);
  CHECK(words.all({"hub", "nobody"}) == std::vector<std::string>{"\u67a2\u7ebd", "nobody"});
}

TEST_CASE("languages have codes, and no others do") {
  for (const Language language : {Language::english, Language::chinese})
    CHECK(language_of(to_code(language)) == language);
  CHECK_FALSE(language_of("de"));
  CHECK_FALSE(language_of(""));
}

TEST_CASE("every text that goes through Words has a translation") {
  std::set<std::string> known;
  for (const WordsFile& file : chinese_words())
    for (const auto& entry : dictionary(file.name)) known.insert(entry.first);
  const std::set<std::string> texts = spoken();
  CHECK(texts.size() > 100);
  for (const std::string& text : texts) {
    INFO(text);
    CHECK(known.count(text) == 1);
  }
}

TEST_CASE("a translation has the places of its text") {
  for (const WordsFile& file : chinese_words())
    for (const auto& [english, chinese] : dictionary(file.name)) {
      INFO(english << " | " << chinese);
      CHECK(places_in(english) == places_in(chinese));
      CHECK_FALSE(chinese.empty());
      // Where one place is numbered all are.
      CHECK((chinese.find("{}") == std::string::npos || chinese.find("{0}") == std::string::npos));
    }
}

TEST_CASE("the dictionaries of the text reports hold nothing that is not said") {
  const std::set<std::string> texts = spoken();
  std::set<std::string> literals;
  std::string tables;
  for (const char* folder : {"models", "platforms", "scenarios"}) {
    for (const auto& file : source_files(folder, {".cpp", ".hpp"}))
      literals.merge(literals_in(file_text(file)));
    for (const auto& file : source_files(folder, {".toml"})) tables += file_text(file);
  }
  for (const std::string& name : of_texts)
    for (const auto& [english, chinese] : dictionary(name)) {
      INFO(name << ": " << english);
      const std::string bare = english.front() == '[' ? english.substr(1, english.size() - 2) : english;
      const bool in_result = literals.count(bare) == 1 || tables.find('.' + bare) != std::string::npos ||
                             tables.find("name = \"" + bare + '"') != std::string::npos;
      CHECK((texts.count(english) == 1 || in_result));
    }
}
