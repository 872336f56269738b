// The local page as text: structure, style and script, with {{nonce}} and {{mark}} to fill in. Built from tools/serve/
// by build_workbench.mjs there.
#pragma once

#include <string_view>

namespace hubwatt {

std::string_view serve_page_frame();

}  // namespace hubwatt
