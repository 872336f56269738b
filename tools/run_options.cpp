#include "tools/run_options.hpp"

#include <CLI/CLI.hpp>

namespace hubwatt {

std::vector<std::string> without_output(const std::vector<std::string>& typed) {
  std::vector<std::string> kept{"hubwatt"};
  for (std::size_t i = 1; i < typed.size(); ++i) {
    const std::string& word = typed[i];
    if (word == "-o" || word == "--output" || word == "--progress" || word == "--lang") {
      ++i;
    } else if (word.rfind("--output=", 0) != 0 && word.rfind("-o", 0) != 0 && word != "--force" &&
               word.rfind("--progress=", 0) != 0 && word.rfind("--lang=", 0) != 0) {
      kept.push_back(word);
    }
  }
  return kept;
}

CLI::Validator seed_validator() {
  return CLI::Validator(
      [](const std::string& text) {
        const bool digits = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
        return digits ? std::string() : "'" + text + "' is no whole number from 0 on";
      },
      "", "seed");
}

}  // namespace hubwatt
