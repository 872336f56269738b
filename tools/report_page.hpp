// One self-contained HTML file: the frame (report_page_frame.hpp) with a title and data as JSON, which the script in
// it draws. The page opens from disk, asks for nothing from outside, and shows text of files as text.
#pragma once

#include <string>
#include <string_view>

namespace hubwatt {

// JSON as it stands in a script element: nothing in it ends the element or opens a comment. Means the same JSON.
std::string json_for_script(std::string_view json);

// `data`: {"kind": "projection", "language": "en", ...}; tools/report/page.js tells the kinds.
std::string report_page(std::string_view title, std::string_view data);

}  // namespace hubwatt
