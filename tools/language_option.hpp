// --lang, which every command takes that says something to a reader at its end.
#pragma once

#include "tools/words.hpp"

namespace CLI {
class App;
}

namespace hubwatt {

void add_language_option(CLI::App& command, Language& language);

}  // namespace hubwatt
