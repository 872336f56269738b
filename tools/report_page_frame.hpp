// The page but for what it shows: style, script, charts and notices as text, with {{title}} and {{data}} to fill in.
// Built from tools/report/ by build_page.mjs.
#pragma once

#include <string_view>

namespace hubwatt {

std::string_view report_page_frame();

}  // namespace hubwatt
