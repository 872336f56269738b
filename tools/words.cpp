#include "tools/words.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "tools/words_files.hpp"
#include "tools/words_pattern.hpp"

namespace hubwatt {

namespace {

struct TranslatedPattern {
  WordsPattern english;
  std::string chinese;
};

struct Dictionary {
  std::map<std::string, std::string, std::less<>> texts;
  std::vector<TranslatedPattern> patterns;  // those that say most come first
};

Dictionary read_dictionary() {
  Dictionary all;
  for (const WordsFile& file : chinese_words()) {
    const nlohmann::json entries = nlohmann::json::parse(file.text);
    for (const auto& [english, chinese] : entries.items()) {
      all.texts.emplace(english, chinese.get<std::string>());
      const bool of_results = file.name == "catalogue";
      if (of_results && english.find('{') != std::string::npos)
        all.patterns.push_back({WordsPattern(english), chinese.get<std::string>()});
    }
  }
  std::stable_sort(all.patterns.begin(), all.patterns.end(),
                   [](const TranslatedPattern& a, const TranslatedPattern& b) {
                     return a.english.letters() > b.english.letters();
                   });
  return all;
}

const Dictionary& chinese_dictionary() {
  static const Dictionary dictionary = read_dictionary();
  return dictionary;
}

}  // namespace

std::string_view to_code(Language language) {
  return language == Language::chinese ? "zh" : "en";
}

std::optional<Language> language_of(std::string_view code) {
  for (const Language language : {Language::english, Language::chinese})
    if (to_code(language) == code) return language;
  return std::nullopt;
}

std::string_view Words::operator()(std::string_view english) const {
  if (language_ == Language::english) return english;
  const auto& texts = chinese_dictionary().texts;
  const auto found = texts.find(english);
  return found == texts.end() ? english : std::string_view(found->second);
}

std::vector<std::string> Words::all(std::initializer_list<std::string_view> english) const {
  std::vector<std::string> out;
  for (const std::string_view text : english) out.emplace_back((*this)(text));
  return out;
}

std::string Words::of_result(std::string_view text) const {
  if (language_ == Language::english) return std::string(text);
  const auto& [texts, patterns] = chinese_dictionary();
  if (const auto found = texts.find(text); found != texts.end()) return found->second;
  for (const TranslatedPattern& pattern : patterns)
    if (auto pieces = pattern.english.pieces_of(text)) {
      for (auto& [name, piece] : *pieces) piece = of_result(piece);
      return filled(pattern.chinese, *pieces);
    }
  return std::string(text);
}

}  // namespace hubwatt
