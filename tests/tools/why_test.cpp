// hubwatt report DIR --why PATH: terms, inputs and assumptions of a figure.
#include "tools/why.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <regex>

#include "models/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/tools/program.hpp"
#include "tools/command.hpp"
#include "tools/words.hpp"

using namespace hubwatt;
using namespace hubwatt::test;
using Json = nlohmann::ordered_json;

namespace {

// A few inputs of hello and of a hub that it does not have.
constexpr const char* few_inputs = R"({"schema": 1,
  "sources": [{"entry": "cooling.indirect-evaporative", "source": "as sold <b>", "confidence": "estimate"},
              {"entry": "server.hgx-a800", "source": "data sheet", "confidence": "paper"}],
  "meanings": ["what stands in the racks", "its own fans"],
  "files": ["hello.platform.toml", "catalogue/cooling.toml", "catalogue/servers.toml"],
  "inputs": [
    {"key": "hub.horinger.side", "value": "\"west\"", "file": 0, "line": 12, "source": null, "meaning": null, "default": null},
    {"key": "hub.horinger.rack.0.server", "value": "\"hgx-a800\"", "file": 0, "line": 30, "source": null, "meaning": 0, "default": null},
    {"key": "hub.horinger.rack.0.represents", "value": "1", "file": null, "line": 0, "source": null, "meaning": null, "default": "every rack is simulated"},
    {"key": "hub.horinger.cooling.fans.share", "value": "0.11", "file": 1, "line": 31, "source": 0, "meaning": 1, "default": null},
    {"key": "hub.horinger.rack_positions", "value": "10", "file": 0, "line": 23, "source": null, "meaning": null, "default": null},
    {"key": "hub.horinger.grid.price", "value": "\"0.37 CNY/kWh\"", "file": 0, "line": 22, "source": null, "meaning": null, "default": null},
    {"key": "hub.horinger.grid.carbon", "value": "\"0.6361 kg/kWh\"", "file": 0, "line": 21, "source": null, "meaning": null, "default": null},
    {"key": "hub.horinger_2.cooling.fans.share", "value": "0.2", "file": 1, "line": 31, "source": 0, "meaning": 1, "default": null},
    {"key": "server.hgx-a800.idle_power", "value": "\"1.5 kW\"", "file": 2, "line": 70, "source": 1, "meaning": null, "default": null},
    {"key": "server.hgx-h100.idle_power", "value": "\"1.9 kW\"", "file": 2, "line": 40, "source": 1, "meaning": null, "default": null},
    {"key": "inference.chat.response_target", "value": "\"2 s\"", "file": 0, "line": 40, "source": null, "meaning": null, "default": null},
    {"key": "duration", "value": "\"2 d\"", "file": 0, "line": 5, "source": null, "meaning": null, "default": null}],
  "assumptions": {"tested": 61, "not_tested": ["x", "a", "b", "c", "d", "e", "service.limit"], "not_tested_why": [
                    "", "limits", "limits", "limits", "limits", "limits", "places"], "threshold": 0.01, "moves": [
    {"name": "cooling.indirect-evaporative.fans.share", "value": "0.11", "change": "+10 %", "source": 0, "file": 1,
     "line": 31, "effects": {"facility_energy_kwh": 0.031, "pue": -0.002, "cost_cny": 0.012}}]}})";

// hello with these inputs, in "run".
std::filesystem::path run_hello(const Scratch& at) {
  const auto file = std::filesystem::absolute("scenarios/library/hello.toml");
  REQUIRE(run_program(at, "run '" + file.string() + "' --quiet -o run").exit_code == 0);
  return at.write("run/inputs.json", few_inputs);
}

ExplainedRun explained(const Scratch& at) {
  run_hello(at);
  return {Json::parse(file_text(at.path() / "run" / "summary.json")), read_run_inputs(at.path() / "run")};
}

std::vector<std::string> keys_feeding(const ExplainedRun& run, const std::string& path) {
  std::vector<std::string> out;
  for (const std::size_t at : run.explain(path).inputs) out.push_back(run.inputs().inputs[at].key);
  return out;
}

bool holds(const std::vector<std::string>& keys, const std::string& key) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

double value_of(const WhyTerm& term) {
  return std::get<std::optional<double>>(term.figure->value).value();
}

// Every formula of the tree holds for the values that it shows.
int check_tree(const WhyTerm& term) {
  int checked = 0;
  double above = 0.0, below = 1.0;
  for (const WhyTerm& part : term.parts) {
    if (part.role == TermRole::summand) above += part.factor * value_of(part);
    if (part.role == TermRole::divisor) below *= value_of(part);
    checked += check_tree(part);
  }
  if (term.parts.empty() || term.parts.front().role != TermRole::summand) return checked;
  INFO(term.figure->path);
  CHECK(value_of(term) == Approx(above / below).epsilon(1e-9));
  return checked + 1;
}

}  // namespace

TEST_CASE("a figure is explained down to terms that no others make") {
  const Scratch at;
  const ExplainedRun run = explained(at);
  const Why why = run.explain("hubs.horinger.pue");
  CHECK(check_tree(why.term) == 3);
  REQUIRE(why.term.parts.size() == 2);
  CHECK(why.term.parts[0].figure->path == "hubs.horinger.facility_energy_kwh");
  CHECK((why.term.parts[1].role == TermRole::divisor && why.term.parts[1].told_above));
  const WhyTerm& it = why.term.parts[0].parts.at(0);
  CHECK(it.parts.at(0).figure->path == "ledger.horinger.it.idle");
  double shares = 0.0;
  for (const WhyTerm& part : why.term.parts[0].parts) shares += part.share.value();
  CHECK(shares == Approx(1.0));
}

TEST_CASE("figures over hubs are told hub by hub") {
  const Scratch at;
  const ExplainedRun run = explained(at);
  for (const std::string place : {"total", "sides.west"}) {
    const Why why = run.explain(place + ".cooling_energy_kwh");
    REQUIRE(why.hubs.size() == 1);
    CHECK(why.hubs[0].figure->path == "hubs.horinger.cooling_energy_kwh");
    CHECK(why.hubs[0].share == Approx(1.0));
  }
  CHECK(run.explain("sides.east.cooling_energy_kwh").hubs.empty());
  CHECK_FALSE(run.explain("total.pue").hubs.at(0).share);
}

TEST_CASE(
    "inputs that feed a figure are those of its terms, of its own hub and of the servers that stand there") {
  const Scratch at;
  const ExplainedRun run = explained(at);
  const auto pue = keys_feeding(run, "hubs.horinger.pue");
  CHECK(holds(pue, "hub.horinger.cooling.fans.share"));
  CHECK(holds(pue, "hub.horinger.rack.0.server"));
  CHECK(holds(pue, "server.hgx-a800.idle_power"));
  CHECK_FALSE(holds(pue, "server.hgx-h100.idle_power"));
  CHECK_FALSE(holds(pue, "hub.horinger_2.cooling.fans.share"));
  CHECK_FALSE(holds(pue, "hub.horinger.rack_positions"));
  CHECK_FALSE(holds(pue, "hub.horinger.grid.carbon"));
  CHECK_FALSE(holds(pue, "hub.horinger.grid.price"));  // there is no battery that it could charge
  CHECK(holds(keys_feeding(run, "total.carbon_location_kg"), "hub.horinger.grid.carbon"));
  CHECK(holds(keys_feeding(run, "total.cost_cny"), "hub.horinger.grid.price"));
  CHECK(keys_feeding(run, "inference.chat.response_target_ms") ==
        std::vector<std::string>{"inference.chat.response_target"});
  // What a figure follows from, what it is divided by, and hubs of a service, feed it, too.
  CHECK(holds(keys_feeding(run, "hubs.horinger.water_l"), "hub.horinger.cooling.fans.share"));
  CHECK(holds(keys_feeding(run, "hubs.horinger.erf"), "hub.horinger.rack.0.server"));
  CHECK(holds(keys_feeding(run, "inference.chat.mean_latency_ms"), "hub.horinger.rack.0.server"));
  CHECK(run.explain("hubs.horinger.pue").estimates == std::vector<std::size_t>{0});
}

TEST_CASE(
    "terms have their signs and shares, hubs their order, and what is no sum of hubs has none of theirs") {
  const Json summary = Json::parse(R"({
    "total": {"grid_energy_kwh": 30, "facility_energy_kwh": 35, "it_fans_energy_kwh": 3, "cooling_energy_kwh": 7,
              "it_energy_kwh": 20, "pue_kind": "PUE"},
    "hubs": {"small": {"grid_energy_kwh": 10, "facility_energy_kwh": 15, "it_fans_energy_kwh": 1, "pue_kind": "PUE"},
             "large": {"grid_energy_kwh": 20, "facility_energy_kwh": 20, "it_fans_energy_kwh": 2, "pue_kind": "PUE"}},
    "sides": {"east": {"grid_energy_kwh": 10}, "west": {"grid_energy_kwh": 20}},
    "jobs": {}, "inference": {}, "network": {}, "period": {},
    "ledger": {"small": {"sources": {"on_site": 5}, "it": {"fans": 1}}, "large": {"it": {"fans": 2}}}})");
  RunInputs inputs;
  inputs.inputs = {{"hub.small.side", "\"east\"", "", 0, {}, "", ""},
                   {"hub.large.side", "\"west\"", "", 0, {}, "", ""}};
  const ExplainedRun run(summary, inputs);

  const Why small = run.explain("hubs.small.grid_energy_kwh");
  REQUIRE(small.term.parts.size() == 2);
  CHECK(small.term.parts[0].share == Approx(1.5));
  CHECK(small.term.parts[1].factor == -1.0);
  CHECK(small.term.parts[1].share == Approx(-0.5));
  CHECK_FALSE(run.explain("hubs.small.it_fans_energy_kwh").term.parts.at(0).share);

  const Why total = run.explain("total.grid_energy_kwh");
  CHECK(total.term.parts.empty());
  REQUIRE(total.hubs.size() == 2);
  CHECK(total.hubs[0].figure->path == "hubs.large.grid_energy_kwh");
  CHECK(total.hubs[1].share == Approx(1.0 / 3.0));
  CHECK(run.explain("sides.east.grid_energy_kwh").hubs.at(0).figure->path == "hubs.small.grid_energy_kwh");
  CHECK(run.explain("total.pue_kind").hubs.empty());
  CHECK(run.explain("total.cooling_energy_kwh").term.parts.at(0).role == TermRole::followed);
}

TEST_CASE("every figure of a run can be explained") {
  const Scratch at;
  const ExplainedRun run = explained(at);
  const auto paths = run.figures().paths();
  CHECK(paths.size() > 200);
  for (const std::string& path : paths) CHECK(run.explain(path).term.figure->path == path);
}

TEST_CASE(
    "all that the command tells: value, definition, terms, inputs with their places, and estimates that "
    "weigh") {
  const Scratch at;
  run_hello(at);
  const Said said = run_program(at, "report run --why hubs.horinger.pue --why-all");
  CHECK(said.exit_code == 0);
  for (const char* piece :
       {"hubs.horinger.pue = 1.16969\n  facility / IT energy (ISO/IEC 30134-2)\n",
        "it_energy_kwh                    1702.86 kWh   85.5 %  sum of", "models/cooling.hpp",
        "Inputs that feed it: 6 of 12",
        "fans.share = 0.11  (catalogue/cooling.toml:31)  its own fans  "
        "[cooling.indirect-evaporative, estimate]",
        "represents = 1  (default: every rack is simulated)", "cooling.indirect-evaporative: as sold <b>",
        "Estimates that move the headline by more than 1 %",
        "+10 %: pue -0.2 %, facility_energy_kwh +3.1 %, cost_cny +1.2 %", "Not tested: x",
        "a limit refuses both more and less: a, b, c, d and 1 more\n",
        "only places, dates and latencies, which stayed as they were: service.limit\n"}) {
    INFO(piece);
    CHECK(said.output.find(piece) != std::string::npos);
  }
  const Said two = run_program(at, "report run --why total.pue --why jobs.submitted --why-all");
  CHECK(two.output.find("total.pue = ") == 0);
  CHECK(two.output.find("\njobs.submitted = 63\n") != std::string::npos);
}

TEST_CASE("an answer fits a screen, and the hubs that weigh less stand in one line") {
  const Scratch at;
  const auto file = std::filesystem::absolute("scenarios/library/national-2025.toml");
  REQUIRE(run_program(at, "run '" + file.string() + "' --quiet -o run --set 'duration=\"1 d\"'").exit_code ==
          0);
  const Json hubs = Json::parse(file_text(at.path() / "run" / "summary.json")).at("hubs");

  // Of those that use most energy the PUE, of the others together theirs.
  std::vector<std::pair<double, std::string>> by_energy;
  for (const auto& [id, kpis] : hubs.items())
    by_energy.emplace_back(-kpis.at("facility_energy_kwh").get<double>(), id);
  std::sort(by_energy.begin(), by_energy.end());
  double facility = 0.0, it = 0.0;
  for (std::size_t i = 4; i < by_energy.size(); ++i) {
    facility -= by_energy[i].first;
    it += hubs.at(by_energy[i].second).at("it_energy_kwh").get<double>();
  }
  const std::string pue = run_program(at, "report run --why total.pue").output;
  INFO(pue);
  CHECK(std::count(pue.begin(), pue.end(), '\n') <= 40);
  CHECK(pue.find("total.pue = ") == 0);
  CHECK(pue.find("cooling_energy_kwh") < pue.find("Over the hubs"));
  CHECK(pue.find("models/cooling.hpp") == std::string::npos);
  double all = 0.0;
  for (const auto& [energy, id] : by_energy) all += energy;
  const auto& [most, first] = by_energy.front();
  CHECK(std::regex_search(
      pue, std::regex(fmt::format("hubs.{}.pue +{:.6g} +{:.1f} %", first,
                                  hubs.at(first).at("pue").get<double>(), 100.0 * most / all))));
  CHECK(std::regex_search(pue, std::regex("\n  10 further hubs +" + fmt::format("{:.6g}", facility / it))));
  CHECK(std::regex_search(pue, std::regex("hub\\.\\* \\(14\\): .*estimate")));
  CHECK(pue.find("--why-all") != std::string::npos);

  const std::string cost = run_program(at, "report run --why total.cost_cny").output;
  INFO(cost);
  double share = 0.0;
  const std::regex of_hub("\n  (?:hubs\\.\\w+\\.cost_cny|10 further hubs) +[\\d.]+ CNY +([\\d.]+) %");
  for (std::sregex_iterator each(cost.begin(), cost.end(), of_hub), end; each != end; ++each)
    share += std::stod((*each)[1]);
  CHECK(share == Approx(100.0).margin(0.3));
  const std::string mean = run_program(at, "report run --why total.rack_occupancy").output;
  CHECK(std::regex_search(mean, std::regex("10 further hubs +[\\d.]+ to [\\d.]+")));
}

TEST_CASE("an answer on a screen goes two steps deep, all of it to the end") {
  const Scratch at;
  run_hello(at);
  const auto told = [&](const std::string& more) {
    return run_program(at, "report run --why hubs.horinger.pue" + more)
               .output.find("ledger.horinger.it.idle") != std::string::npos;
  };
  CHECK_FALSE(told(""));
  CHECK(told(" --why-all"));
}

TEST_CASE("an answer on a screen tells the estimates that move the figure, the greatest effect first") {
  const Scratch at;
  const auto file = run_hello(at);
  std::string text = file_text(file);
  const std::string more = R"({"name": "another", "value": "1", "change": "-10 %", "source": null, "file": 1,
     "line": 31, "effects": {"pue": 0.004}}, )";
  text.insert(text.find(R"({"name": "cooling.indirect)"), more);
  at.write("run/inputs.json", text);
  const Said said = run_program(at, "report run --why total.pue");
  CHECK(said.exit_code == 0);
  CHECK(said.output.find("Estimates that move it, of all hubs\n  another = 1, -10 %: +0.4 %\n"
                         "  cooling.indirect-evaporative.fans.share = 0.11, +10 %: -0.2 %\n") !=
        std::string::npos);
  CHECK(run_program(at, "report run --why total.wue").output.find("Estimates that") == std::string::npos);
  CHECK(run_program(at, "report run --why-all").exit_code == exit_usage);
}

TEST_CASE("the command explains as JSON what it explains as text") {
  const Scratch at;
  run_hello(at);
  const Said said = run_program(at, "report run --why hubs.horinger.pue --json");
  CHECK(said.exit_code == 0);
  const Json figure = Json::parse(said.output).at("figures").at(0);
  const Json summary = Json::parse(file_text(at.path() / "run" / "summary.json"));
  const Json& hub = summary.at("hubs").at("horinger");
  CHECK(figure.at("value") == hub.at("pue"));
  CHECK(figure.at("terms").at("formula") == "facility_energy_kwh / it_energy_kwh");
  CHECK(figure.at("terms").at("parts").at(0).at("value") == hub.at("facility_energy_kwh"));
  CHECK(figure.at("inputs").size() == 6);
  const Json assumptions = Json::parse(said.output).at("assumptions");
  CHECK(assumptions.at("moves").at(0).at("effects").at("pue") == -0.002);
  CHECK(assumptions.at("not_tested").at(6) == "service.limit");
  CHECK(assumptions.at("not_tested_why").at(6) == "places");
  CHECK(assumptions.at("not_tested_why").at(0).is_null());
}

TEST_CASE("a path that no figure has is refused with the nearest that one has") {
  const Scratch at;
  run_hello(at);
  const auto refused = [&](const std::string& arguments, int code, const std::string& piece) {
    const Said said = run_program(at, "report " + arguments);
    INFO(said.errors);
    CHECK(said.exit_code == code);
    CHECK(said.errors.find(piece) != std::string::npos);
    CHECK(said.output.empty());
  };
  refused("run --why hubs.horinger.peu", exit_usage,
          "'hubs.horinger' holds no figure 'peu'; did you mean 'hubs.horinger.pue'?");
  refused("run --why hub.horinger.pue", exit_usage, "did you mean 'hubs.horinger.pue'?");
  refused("run --why nothing.at.all", exit_usage, "as in 'total.pue'");
  refused("run run --why total.pue", exit_usage, "one directory");
  refused("run --why total.pue -o page.html", exit_usage, "on the page a click");
  std::filesystem::create_directory(at.path() / "projection");
  at.write("projection/trajectory.json", "{}");
  refused("projection --why total.pue", exit_usage, "holds a projection");
}

TEST_CASE("a run that does not tell its inputs is refused") {
  const Scratch at;
  const auto file = run_hello(at);
  const auto said = [&](const std::string& text) {
    at.write("run/inputs.json", text);
    return run_program(at, "report run --why total.pue").errors;
  };
  CHECK(said(few_inputs).empty());
  CHECK(said("{").find("inputs.json: is damaged") != std::string::npos);
  CHECK(said("{}").find("inputs.json: is not what this version writes") != std::string::npos);
  std::string text = few_inputs;
  text.replace(text.find("\"source\": 1"), 11, "\"source\": 7");
  CHECK(said(text).find("names a source that is not listed") != std::string::npos);
  std::filesystem::remove(file);
  const Said gone = run_program(at, "report run --why total.pue");
  CHECK(gone.exit_code == 3);
  CHECK(gone.errors.find("inputs.json: is missing") != std::string::npos);
  CHECK(gone.errors.find("run the scenario again") != std::string::npos);
}

TEST_CASE("what is said of every figure is said in Chinese, too") {
  const Words chinese(Language::chinese);
  for (const KpiTerms& terms : kpi_terms())
    for (const std::string_view text : {definition_of(terms), terms.how}) {
      INFO(text);
      CHECK((text.empty() || chinese(text) != text));
    }
  const Scratch at;
  run_hello(at);
  const Said said = run_program(at, "report run --why total.pue --why-all --lang zh");
  CHECK(said.exit_code == 0);
  for (const char* piece : {"计算方法", "影响该值的输入：6项（共12项）", "共有61项估计值被逐项改动"})
    CHECK(said.output.find(piece) != std::string::npos);
}
