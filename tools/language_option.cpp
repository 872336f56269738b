#include "tools/language_option.hpp"
#include "tools/named_option.hpp"

#include <CLI/CLI.hpp>
#include <string>


namespace hubwatt {

void add_language_option(CLI::App& command, Language& language) {
  command
      .add_option_function<std::string>(
          "--lang", [&language](const std::string& code) { language = language_of(code).value(); },
          "Language of the report: en or zh (default: en)")
      ->check(one_of({"en", "zh"}))
      ->option_text("en|zh");
}

}  // namespace hubwatt
