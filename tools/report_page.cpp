#include "tools/report_page.hpp"

#include "models/contract.hpp"
#include "platforms/markup_text.hpp"
#include "tools/report_page_frame.hpp"

namespace hubwatt {

namespace {

// The frame up to a mark, which it must hold; what follows stays in `rest`.
std::string_view up_to(std::string_view mark, std::string_view& rest) {
  const std::size_t at = rest.find(mark);
  HUBWATT_EXPECTS(at != std::string_view::npos);
  const std::string_view before = rest.substr(0, at);
  rest.remove_prefix(at + mark.size());
  return before;
}

}  // namespace

// In JSON a `<` stands within strings only, where \u003c means the same.
std::string json_for_script(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  for (const char c : json)
    if (c == '<')
      out += "\\u003c";
    else
      out += c;
  return out;
}

std::string report_page(std::string_view title, std::string_view data) {
  std::string_view rest = report_page_frame();
  std::string page;
  page.reserve(rest.size() + data.size() + title.size());
  page += up_to("{{title}}", rest);
  page += markup_text(title);
  page += up_to("{{data}}", rest);
  page += json_for_script(data);
  page += rest;
  return page;
}

}  // namespace hubwatt
