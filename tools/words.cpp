#include "tools/words.hpp"

#include <map>
#include <nlohmann/json.hpp>

#include "tools/words_files.hpp"

namespace hubwatt {

namespace {

using Dictionary = std::map<std::string, std::string, std::less<>>;

Dictionary read_dictionary() {
  Dictionary all;
  for (const std::string_view file : chinese_words())
    for (const auto& [english, chinese] : nlohmann::json::parse(file).items())
      all.emplace(english, chinese.get<std::string>());
  return all;
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
  static const Dictionary chinese = read_dictionary();
  const auto found = chinese.find(english);
  return found == chinese.end() ? english : std::string_view(found->second);
}

}  // namespace hubwatt
