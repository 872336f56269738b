// What the text report says, in the reader's language. The English text is the key of its translation, so code reads
// as the report does; tools/words/*.zh.json hold the translations, inside the program. Names and texts that files
// bring stay as they are, but for what this program or its catalogue wrote into them.
#pragma once

#include <fmt/format.h>

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hubwatt {

enum class Language { english, chinese };

// "en", "zh"
std::string_view to_code(Language language);
std::optional<Language> language_of(std::string_view code);

class Words {
 public:
  explicit Words(Language language = Language::english) : language_(language) {}

  Language language() const { return language_; }

  // The translation; the text itself where there is none.
  std::string_view operator()(std::string_view english) const;

  // The same with values in the place of {}, or of {0}, {1} where another language needs another order.
  template <class... Values>
  std::string with(std::string_view english, const Values&... values) const {
    return fmt::vformat((*this)(english), fmt::make_format_args(values...));
  }

  // Each by itself, as the head of a table.
  std::vector<std::string> all(std::initializer_list<std::string_view> english) const;

  // A text in a file of results: the translation of the whole or, where it was made from a pattern of the catalogue's
  // words ("{of}, the same per year"), of the pattern and of what is in it. What fits none stays as it is.
  std::string of_result(std::string_view text) const;

 private:
  Language language_;
};

}  // namespace hubwatt
