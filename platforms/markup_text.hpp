// Text as it stands between tags and in quotes of XML and HTML: &, <, > and quotes as references.
#pragma once

#include <string>
#include <string_view>

namespace hubwatt {

std::string markup_text(std::string_view text);

}  // namespace hubwatt
