// What the text report says, in the reader's language. The English text is the key of its translation, so code reads
// as the report does; tools/words/*.zh.json hold the translations, inside the program. Names and texts that files
// bring stay as they are.
#pragma once

#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>

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

 private:
  Language language_;
};

}  // namespace hubwatt
