#include "tools/report_page.hpp"

#include <nlohmann/json.hpp>
#include <random>

#include "tests/support/catch.hpp"
#include "tools/report_page_frame.hpp"

using namespace hubwatt;

namespace {

// Text of letters, markup and other bytes of UTF-8 in random order.
std::string random_text(std::mt19937& random) {
  static constexpr const char* pieces[] = {"a", " ",  "<", ">", "&", "\"", "'",      "</script>", "<!--",
                                           "-", "\\", "/", "{", "}", "\n", "\u00e9", "{{data}}",  "\u4e2d"};
  std::string text;
  for (int i = std::uniform_int_distribution<>(0, 12)(random); i > 0; --i)
    text += pieces[std::uniform_int_distribution<std::size_t>(0, std::size(pieces) - 1)(random)];
  return text;
}

}  // namespace

TEST_CASE("JSON in a script element cannot end it and means the same") {
  std::mt19937 random(2);
  for (int i = 0; i < 5000; ++i) {
    const nlohmann::json said{{random_text(random), {random_text(random), 0.1, nullptr}}};
    const std::string inside = json_for_script(said.dump());
    CHECK(inside.find('<') == std::string::npos);
    CHECK(nlohmann::json::parse(inside) == said);
  }
}

TEST_CASE("a page holds its title and data, whatever they say, and no mark unfilled") {
  const nlohmann::json data{{"kind", "projection"}, {"note", "{{title}} {{data}} </script>"}};
  const std::string page = report_page("<script>{{data}}", data.dump());
  CHECK(page.find("<title>&lt;script&gt;{{data}}</title>") != std::string::npos);
  const std::string open = "<script type=\"application/json\" id=\"data\">";
  const std::size_t begin = page.find(open) + open.size();
  REQUIRE(begin != std::string::npos + open.size());
  CHECK(nlohmann::json::parse(page.substr(begin, page.find("</script>", begin) - begin)) == data);
  CHECK(page.size() < 1'000'000);
}

TEST_CASE("the frame of a page asks for nothing from outside and keeps the notices of what it is made with") {
  const std::string_view frame = report_page_frame();
  for (const char* part : {"<link", "<img", "<iframe", " src=", "@import", "url("}) {
    CAPTURE(part);
    CHECK(frame.substr(0, frame.find("<script type=\"application/json\"")).find(part) ==
          std::string_view::npos);
  }
  CHECK(frame.find("default-src 'none'") != std::string_view::npos);
  for (const char* notice : {"Copyright 2017-2026 The Apache Software Foundation", "Apache License",
                             "Copyright (c) 2017, Baidu Inc.", "Copyright (c) Microsoft Corporation"})
    CHECK(frame.find(notice) != std::string_view::npos);
}
