#include "scenarios/override.hpp"

#include "scenarios/toml_document.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {

Node tree() {
  return std::get<Node>(
      parse_toml("seed = 1\ncounts = [1, 2]\n"
                 "[[hub]]\nid = \"zhongwei\"\ncooling = \"chilled-water\"\n"
                 "[[hub.rack]]\nracks = 4\n"
                 "[[hub]]\nid = \"qingpu\"\n"
                 "[[link]]\nbetween = [\"zhongwei\", \"qingpu\"]\nlatency = \"20 ms\"\n",
                 "a.toml"));
}

const Node& hub(const Node& root, std::size_t i) {
  return (*root.find("hub")->array())[i];
}

}  // namespace

TEST_CASE("an override addresses tables of a list by id, by the ends of a link, and by position") {
  Node root = tree();
  CHECK_FALSE(apply_override(root, "hub.zhongwei.rack.0.racks=9").has_value());
  CHECK_FALSE(apply_override(root, "hub.1.side=\"east\"").has_value());
  CHECK_FALSE(apply_override(root, "link.zhongwei-qingpu.latency=5 ms").has_value());
  CHECK_FALSE(apply_override(root, "counts.1=7").has_value());
  CHECK((*hub(root, 0).find("rack")->array())[0].find("racks")->number() == 9.0);
  CHECK(*hub(root, 1).find("side")->text() == "east");
  CHECK(*(*root.find("link")->array())[0].find("latency")->text() == "5 ms");
  CHECK((*root.find("counts")->array())[1].number() == 7.0);
}

TEST_CASE("a value without the quotes that the shell took away is a string") {
  for (const std::string text : {"hub.zhongwei.cooling=cold-plate", "hub.zhongwei.cooling=\"cold-plate\""}) {
    Node root = tree();
    CHECK_FALSE(apply_override(root, text).has_value());
    CHECK(*hub(root, 0).find("cooling")->text() == "cold-plate");
    CHECK(*hub(root, 0).find("cooling")->place.file == "--set " + text);
    CHECK(hub(root, 0).find("cooling")->path == "hub.zhongwei.cooling");
  }
}

TEST_CASE("an override makes the tables on its way") {
  Node root = tree();
  CHECK_FALSE(apply_override(root, "hub.qingpu.battery.capacity=20 MWh").has_value());
  CHECK(*hub(root, 1).find("battery")->find("capacity")->text() == "20 MWh");
}

TEST_CASE("a key below an entry's name changes the entry") {
  Node root = tree();
  CHECK_FALSE(apply_override(root, "hub.zhongwei.cooling.loop.supply=35 degC").has_value());
  CHECK(*hub(root, 0).find("cooling")->find("entry")->text() == "chilled-water");
  CHECK(*hub(root, 0).find("cooling")->find("loop")->find("supply")->text() == "35 degC");
}

TEST_CASE("an override that addresses nothing says what there is") {
  Node root = tree();
  const auto nobody = apply_override(root, "hub.zhongwie.cooling=\"x\"");
  REQUIRE(nobody.has_value());
  CHECK(nobody->suggestion == "did you mean 'zhongwei'?");
  CHECK(apply_override(root, "seed.deep=1").has_value());
  CHECK(apply_override(root, "hub.7.side=east").has_value());
  CHECK(apply_override(root, "seed").has_value());
  CHECK(apply_override(root, "seed=").has_value());
  CHECK(apply_override(root, ".seed=1").has_value());
  CHECK(apply_override(root, "=1").has_value());
}

TEST_CASE("a star addresses every table of a list, and nothing else") {
  Node root = tree();
  CHECK_FALSE(apply_override(root, "hub.*.cooling=cold-plate").has_value());
  for (std::size_t i = 0; i < 2; ++i) CHECK(*hub(root, i).find("cooling")->text() == "cold-plate");
  CHECK(hub(root, 1).find("cooling")->path == "hub.qingpu.cooling");
  CHECK_FALSE(apply_override(root, "hub.*.grid.price=0.5 CNY/kWh").has_value());
  for (std::size_t i = 0; i < 2; ++i) CHECK(*hub(root, i).find("grid")->find("price")->text() == "0.5 CNY/kWh");
  CHECK_FALSE(apply_override(root, "counts.*=7").has_value());
  CHECK((*root.find("counts")->array())[0].number() == 7.0);
  CHECK((*root.find("counts")->array())[1].number() == 7.0);

  // A list inside a list: where one hub has none, that is said and not made.
  const auto no_racks = apply_override(root, "hub.*.rack.*.racks=2");
  REQUIRE(no_racks.has_value());
  CHECK(no_racks->problem == "there is no list 'hub.*.rack'");
  CHECK_FALSE(apply_override(root, "hub.zhongwei.rack.*.racks=2").has_value());
  CHECK((*hub(root, 0).find("rack")->array())[0].find("racks")->number() == 2.0);

  Node empty = std::get<Node>(parse_toml("hub = []\nseed = 1\n[policy]\n", "a.toml"));
  const auto nothing = apply_override(empty, "hub.*.cooling=cold-plate");
  REQUIRE(nothing.has_value());
  CHECK(nothing->key == "hub.*");
  CHECK(nothing->problem == "'hub' is an empty list, so '*' addresses nothing");
  for (const char* text : {"training.*.activity=0.5", "seed.*=1", "policy.*=nearest", "*=1"}) {
    CAPTURE(text);
    CHECK(apply_override(empty, text).has_value());
  }
}

TEST_CASE("a quoted key may hold dots and equal signs") {
  Node root = tree();
  CHECK_FALSE(apply_override(root, "hub.zhongwei.\"a.b=c\"=1").has_value());
  CHECK(hub(root, 0).find("a.b=c")->number() == 1.0);
}

TEST_CASE("a path is quoted where its keys need it, so that an override finds what it names") {
  Node root = std::get<Node>(parse_toml("[[hub]]\nid = \"a.b\"\nseed = 1\n\"c=d\" = 2\n", "a.toml"));
  for (const Member& member : *hub(root, 0).table()) {
    INFO(member.node.path);
    if (member.key == "id") continue;
    CHECK_FALSE(apply_override(root, member.node.path + "=7").has_value());
    CHECK(hub(root, 0).find(member.key)->number() == 7.0);
    CHECK(node_at(root, *keys_of_path(member.node.path)) == hub(root, 0).find(member.key));
  }
}

TEST_CASE("a table over an array of tables changes the elements it names, and keeps the others") {
  const Node base = *parse_toml_value("{ s = [{ name = \"off\", p = 1, w = 5 }, { name = \"low\", p = 2 }] }", "a");
  const Node whole = merged(base, *parse_toml_value("{ s = { low = { p = 3 }, 0 = { p = 4 } } }", "b"));
  const Array& states = *whole.find("s")->array();
  REQUIRE(states.size() == 2);
  CHECK(states[0].find("p")->number() == 4.0);
  CHECK(states[0].find("w")->number() == 5.0);
  CHECK(states[1].find("p")->number() == 3.0);
  const Node other = merged(base, *parse_toml_value("{ s = { none = { p = 3 } } }", "b"));
  CHECK(other.find("s")->table() != nullptr);  // for the reader to refuse
}
