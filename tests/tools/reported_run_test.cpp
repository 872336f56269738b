#include "tools/reported_run.hpp"

#include <nlohmann/json.hpp>

#include "tests/support/catch.hpp"

using namespace hubwatt;

TEST_CASE("Chinese calls hubs by their names, with the id where two have the same or one has none") {
  const nlohmann::ordered_json summary{{"hubs",
                                        {{"one", {{"name", "A"}}},
                                         {"two", {{"name", "B"}}},
                                         {"three", {{"name", "B"}}},
                                         {"four", nlohmann::json::object()}}}};
  const ReportedRun chinese(summary, Words(Language::chinese)), english(summary);
  CHECK(chinese.hub("one") == "A");
  CHECK(chinese.hub("two") == "B two");
  CHECK(chinese.hub("three") == "B three");
  CHECK(chinese.hub("four") == "four");
  CHECK(chinese.hub("gone") == "gone");
  for (const char* id : {"one", "two", "three", "four"}) CHECK(english.hub(id) == id);
}

TEST_CASE("places of a rule are hubs, the total, or names that stay") {
  const nlohmann::ordered_json summary{{"hubs", {{"one", {{"name", "A"}}}}}};
  const ReportedRun chinese(summary, Words(Language::chinese)), english(summary);
  CHECK(chinese.of_scope("hub", "one") == "A");
  CHECK(chinese.of_scope("service", "one") == "one");
  CHECK(chinese.of_scope("link", "one-two") == "one-two");
  CHECK(chinese.of_scope("total", "total") == "[\u5408\u8ba1]");
  CHECK(english.of_scope("total", "total") == "total");
  CHECK(english.group("east") == "[east]");
}
