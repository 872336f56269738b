// That every value a scenario is read from is told once, with its place, and can be set by the key it is told by.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "scenarios/inputs_json.hpp"
#include "scenarios/platform_reader.hpp"
#include "scenarios/scenario_reader.hpp"
#include "scenarios/toml_document.hpp"
#include "scenarios/toml_text.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {

const std::filesystem::path library = "scenarios/library";

struct Leaf {
  std::string key, value;
  int line = 0;
  bool operator<(const Leaf& other) const {
    return std::tie(key, value, line) < std::tie(other.key, other.value, other.line);
  }
  bool operator==(const Leaf&) const = default;
};

// Written apart from the code under test: whatever holds no table and no further array is one value.
void add_leaves(const Node& at, std::vector<Leaf>& out) {
  if (const Table* members = at.table()) {
    for (const Member& member : *members) add_leaves(member.node, out);
    return;
  }
  bool flat = true;
  if (const Array* elements = at.array())
    for (const Node& element : *elements) flat = flat && !element.table() && !element.array();
  if (flat) return out.push_back({at.path, toml_text(at), at.place.line});
  for (const Node& element : *at.array()) add_leaves(element, out);
}

std::vector<Leaf> leaves_of_file(const std::string& name) {
  std::ifstream in(library / name);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  std::vector<Leaf> out;
  add_leaves(std::get<Node>(parse_toml(text, name)), out);
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<Leaf> told_of_file(const Scenario& scenario, const std::string& file) {
  std::vector<Leaf> out;
  for (const InputUse& use : scenario.inputs)
    if (use.file == file && use.by_default.empty()) out.push_back({use.key, use.value, use.line});
  std::sort(out.begin(), out.end());
  return out;
}

const InputUse* find_input(const Scenario& scenario, const std::string& key) {
  const auto found = std::find_if(scenario.inputs.begin(), scenario.inputs.end(),
                                  [&key](const InputUse& use) { return use.key == key; });
  return found == scenario.inputs.end() ? nullptr : &*found;
}

const InputUse& input(const Scenario& scenario, const std::string& key) {
  const InputUse* found = find_input(scenario, key);
  INFO(key);
  REQUIRE(found != nullptr);
  return *found;
}

// Keys that a platform shares with the scenario: --set takes them for the scenario's.
bool is_settable(const InputUse& use) {
  const bool of_platform = use.file.ends_with(".platform.toml");
  if (use.key.starts_with("basis.")) return false;
  return !(of_platform && (use.key == "schema" || use.key == "name"));
}

std::vector<std::string> keys_and_values(const Scenario& scenario) {
  std::vector<std::string> out;
  for (const InputUse& use : scenario.inputs) out.push_back(use.key + "=" + use.value);
  std::sort(out.begin(), out.end());
  return out;
}

void check_own_values(const std::string& file) {
  const Scenario scenario = read_scenario(library / file);
  const std::vector<std::string> before = keys_and_values(scenario);
  for (const InputUse& use : scenario.inputs) {
    if (!is_settable(use)) continue;
    const std::string change = use.key + "=" + use.value;
    INFO(change);
    Scenario again;
    REQUIRE_NOTHROW(again = read_scenario(library / file, {&change, 1}));
    const auto now = std::find_if(again.inputs.begin(), again.inputs.end(), [&](const InputUse& one) {
      return one.key == use.key && one.file == "--set " + change;
    });
    REQUIRE(now != again.inputs.end());
    CHECK(now->value == use.value);
    CHECK(now->line == 0);
    // What is set where a default stood may bring keys of its own, such as `entry`; nothing else moves.
    const std::vector<std::string> after = keys_and_values(again);
    std::vector<std::string> gone;
    std::set_difference(before.begin(), before.end(), after.begin(), after.end(), std::back_inserter(gone));
    for (const std::string& line : gone)
      CHECK(use.key.starts_with(line.substr(0, line.find('=')) + "."));  // the name became a table
  }
}

}  // namespace

TEST_CASE("every value of a scenario and its platform is told once, with its line") {
  for (const std::string name : {"hello", "plant-july", "training-week"}) {
    const Scenario scenario = read_scenario(library / (name + ".toml"));
    const std::string platform = input(scenario, "platform").value;
    for (const std::string& file : {name + ".toml", platform.substr(1, platform.size() - 2)}) {
      INFO(file);
      const std::vector<Leaf> written = leaves_of_file(file), told = told_of_file(scenario, file);
      REQUIRE(written.size() > 15);
      CHECK(told.size() == written.size());
      CHECK(told == written);
    }
  }
}

TEST_CASE("every figure of a catalogue's entry in use is told with the entry's source and confidence") {
  const Scenario scenario = read_scenario(library / "hello.toml");
  const Node catalogue = read_catalogue();
  const std::map<std::string, std::string> entries{{"cooling.indirect-evaporative", "hub.horinger.cooling"},
                                                   {"tariff.north", "hub.horinger.grid.time_of_use"},
                                                   {"wind_farm.monsoon", "hub.horinger.renewable.0.wind"},
                                                   {"spells.continental", "hub.horinger.climate.day_to_day"},
                                                   {"power_chain.modern", "hub.horinger.power_chain"},
                                                   {"ups.double-conversion", "hub.horinger.power_chain.ups"},
                                                   {"server.hgx-a800", "server.hgx-a800"},
                                                   {"profile.interactive", "inference.chat.profile"},
                                                   {"inference_model.llm-8b", "inference.chat.model"}};
  std::size_t figures = 0;
  for (const auto& [id, at] : entries) {
    const Node* entry = node_at(catalogue, *keys_of_path(id));
    REQUIRE(entry != nullptr);
    std::vector<Leaf> leaves;
    add_leaves(*entry, leaves);
    for (const Leaf& leaf : leaves) {
      if (leaf.key == id + ".source" || leaf.key == id + ".confidence") continue;
      INFO(leaf.key);
      const InputUse& use = input(scenario, at + leaf.key.substr(id.size()));
      CHECK(use.value == leaf.value);
      CHECK(use.line == leaf.line);
      CHECK(use.entry == id);
      CHECK(use.file.starts_with("catalogue/"));
      CHECK(use.source == *entry->find("source")->text());
      CHECK(use.confidence == *entry->find("confidence")->text());
      ++figures;
    }
  }
  const auto of_catalogue =
      std::count_if(scenario.inputs.begin(), scenario.inputs.end(),
                    [](const InputUse& use) { return !use.entry.empty() && use.by_default.empty(); });
  CHECK(static_cast<std::size_t>(of_catalogue) == figures);  // and nothing of entries that are not in use
}

TEST_CASE("a value keeps the meaning of its own key, inside entries and distributions too") {
  const Scenario scenario = read_scenario(library / "hello.toml");
  CHECK(input(scenario, "hub.horinger.cooling.heat_ratio").meaning ==
        "heat to carry over IT power: room-side gains");
  CHECK(input(scenario, "hub.horinger.cooling").meaning == "the cooling plant");
  CHECK(input(scenario, "training.fine-tuning.duration.lognormal.median").meaning ==
        "half of all draws are below");
  CHECK(input(scenario, "hub.horinger.climate.dry_bulb_degc").meaning ==
        "monthly means in degC, January first");
}

TEST_CASE("a default is told with its reason and the file that lacks the key") {
  const Scenario scenario = read_scenario(library / "hello.toml");
  const InputUse& fibre = input(scenario, "network.route_factor");
  CHECK(fibre.value == "1.3");
  CHECK(fibre.by_default == "fibre follows roads and railways: 1.0 to 1.5; estimate");
  CHECK(fibre.confidence == "estimate");
  CHECK(fibre.file == "hello.platform.toml");
  CHECK(input(scenario, "network.latency_per_km").confidence.empty());
  CHECK(input(scenario, "hub.horinger.grid.price").by_default.empty());
}

TEST_CASE("defaults that something else takes the place of are not told") {
  const Scenario plant = read_scenario(library / "plant-july.toml");
  CHECK(input(plant, "training.pretraining.kind.activity").entry == "activity.pretraining");
  CHECK(find_input(plant, "training.pretraining.activity") == nullptr);
  CHECK(find_input(plant, "training.pretraining.keep") == nullptr);  // of lists
  CHECK(find_input(plant, "hub.huailai.renewable.0.wind.cut_in") != nullptr);
  CHECK(find_input(plant, "hub.huailai.renewable.0.pv.losses") == nullptr);
  CHECK(find_input(plant, "hub.qingpu.renewable.0.wind") == nullptr);
  CHECK(find_input(plant, "outage.0.count") != nullptr);
  CHECK(find_input(plant, "outage.1.count") == nullptr);  // a feed is out or not
}

TEST_CASE("a key of hello set to the value told for it changes nothing") {
  check_own_values("hello.toml");
}

TEST_CASE("a key of a platform with all plant set to the value told for it changes nothing") {
  check_own_values("plant-july.toml");
}

TEST_CASE("a setting is told as where its value comes from") {
  const std::vector<std::string> set{"hub.*.grid.price=0.3 CNY/kWh", "server.hgx-a800.idle_power=1 kW",
                                     "hub.horinger.cooling.fans.share=0.1"};
  const Scenario scenario = read_scenario(library / "hello.toml", set, 7);
  const InputUse& price = input(scenario, "hub.horinger.grid.price");
  CHECK(price.value == "\"0.3 CNY/kWh\"");
  CHECK(price.file == "--set hub.*.grid.price=0.3 CNY/kWh");
  CHECK(price.source.empty());
  for (const std::string key : {"server.hgx-a800.idle_power", "hub.horinger.cooling.fans.share"}) {
    CHECK(input(scenario, key).entry.empty());
    CHECK(input(scenario, key).line == 0);
  }
  CHECK(input(scenario, "server.hgx-a800.peak_power").entry == "server.hgx-a800");
  CHECK(input(scenario, "hub.horinger.cooling.fans.floor").entry == "cooling.indirect-evaporative");
  CHECK(input(scenario, "seed").value == "7");
  CHECK(input(scenario, "seed").file == "--seed 7");
}

TEST_CASE("inputs.json names files, sources and meanings by position") {
  const std::vector<InputUse> inputs{
      {.key = "a", .value = "1", .file = "x.toml", .line = 3, .meaning = "what"},
      {.key = "b",
       .value = "\"2 kW\"",
       .file = "catalogue/y.toml",
       .line = 4,
       .entry = "cooling.z",
       .meaning = "what",
       .source = "paper",
       .confidence = "estimate"},
      {.key = "c", .value = "2", .file = "x.toml", .line = 1, .meaning = "more", .by_default = "usual"}};
  CHECK(inputs_json(inputs) ==
        "{\"schema\":1,\n"
        "\"sources\":[\n{\"entry\":\"cooling.z\",\"source\":\"paper\",\"confidence\":\"estimate\"}\n],\n"
        "\"meanings\":[\n\"what\",\n\"more\"\n],\n"
        "\"files\":[\n\"x.toml\",\n\"catalogue/y.toml\"\n],\n"
        "\"inputs\":[\n"
        "{\"key\":\"a\",\"value\":\"1\",\"file\":0,\"line\":3,\"source\":null,\"meaning\":0,\"default\":null}"
        ",\n"
        "{\"key\":\"b\",\"value\":\"\\\"2 kW\\\"\",\"file\":1,\"line\":4,\"source\":0,\"meaning\":0,"
        "\"default\":null},\n"
        "{\"key\":\"c\",\"value\":\"2\",\"file\":0,\"line\":1,\"source\":null,\"meaning\":1,"
        "\"default\":\"usual\"}\n]}\n");
  CHECK(inputs_json(inputs, "{\"tested\":0}").ends_with("],\n\"assumptions\":{\"tested\":0}}\n"));
}
