// What the catalogue, the library and the program write into results can be told in Chinese.
#include <nlohmann/json.hpp>

#include "scenarios/kpi.hpp"
#include "scenarios/projection/chain_quantities.hpp"
#include "scenarios/projection/contradictions.hpp"
#include "scenarios/projection/economy_result.hpp"
#include "scenarios/projection/projection_reader.hpp"
#include "scenarios/rule_fields.hpp"
#include "scenarios/server_fields.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/finished_run.hpp"
#include "tests/tools/source_words.hpp"
#include "tools/words.hpp"
#include "tools/words_files.hpp"
#include "tools/words_pattern.hpp"

using namespace hubwatt;
using namespace hubwatt::test;

namespace {

const Words chinese(Language::chinese);

// Symbols, units and names of their own language that a Chinese sentence keeps.
const std::set<std::string> kept = {
    "ASHRAE",  "CUE",    "CNY",    "CPU", "Cao",      "EFLOPS",     "EU",    "FP16", "FP32", "GB",
    "GDP",     "GFLOPS", "GHG",    "GPU", "H_T",      "HT",         "IDC",   "IEA",  "IEC",  "ISO",
    "ISO/IEC", "IT",     "ITEUsv", "Liu", "Protocol", "PUE",        "REF",   "TB",   "TC",   "TB/GFLOPS",
    "TWh",     "UPS",    "WUE",    "ZB",  "Zhang",    "attributes", "gamma", "iPUE", "load", "max",
    "mean",    "min",    "pue",    "tau", "true",     "tau",        "dK"};

void expect_chinese(const std::string& english, const std::set<std::string>& names = {}) {
  std::set<std::string> known = kept;
  known.insert(names.begin(), names.end());
  INFO(english << " | " << chinese.of_result(english));
  CHECK(english_in(chinese.of_result(english), known).empty());
}

// An index of two branches, judged or not: its source's weights are nobody's.
IndexSettings small_index() {
  const auto part = [](const std::string& id) {
    return IndexPart{id, id, id, {{id + "-1", id, id, ""}, {id + "-2", id, id, ""}}};
  };
  DevelopmentIndex index{
      "i", "i", {{"g", "g", "g", {part("p"), part("q")}}, {"h", "h", "h", {part("r")}}}, "s", {}};
  IndexSettings out{
      index, Standardization::min_max, {{"", {1.0, 2.0, 0.5, 1.0}}, {"g", {1.0, 2.0, 0.5, 1.0}}}, {}};
  const std::size_t indicators = indicators_of(index).size();
  out.regions = {{"north", std::vector<double>(indicators, 1.0)},
                 {"south", std::vector<double>(indicators, 2.0)}};
  return out;
}

// Every kind of claim there is, and every quantity of the library's projections.
struct Told {
  std::set<std::string> labels, claims;
};

Told told_by_library() {
  Told out{{"platform file, hub.one.pue_limit"},
           {}};  // as scenarios/compliance.cpp names the source of a limit
  for (const auto& file : source_files("scenarios/library", {".toml"}, Below::flat)) {
    if (file_text(file).find("\n[servers") == std::string::npos &&
        file_text(file).find("scope_note") == std::string::npos)
      continue;
    const Projection projection = read_projection(file);
    for (const ChainQuantity& quantity : chain_quantities(projection)) out.labels.insert(quantity.text.label);
    if (!projection.economy) continue;
    EconomySettings settings = *projection.economy;
    settings.index = small_index();
    settings.index_slopes.push_back(settings.index_slopes.front());
    settings.index_slopes.back().lag.clear();
    for (const std::vector<double>& compute : {std::vector{1.0, 9.7}, std::vector{1.0, 1.5}})
      for (const bool points : {false, true}) {
        settings.index_points = points ? std::optional(2.0) : std::nullopt;
        for (const EconomyClaim& claim : economy_claims(settings, 2024, compute)) {
          out.claims.insert(claim.claim);
          out.claims.insert(claim.source);
        }
      }
  }
  return out;
}

}  // namespace

TEST_CASE("every indicator's definition is told in Chinese") {
  for (const KpiField& field : kpi_fields()) {
    expect_chinese(field.definition);
    CHECK(chinese.of_result(field.definition) != field.definition);
  }
}

TEST_CASE("every rule of the catalogue is told in Chinese, with who said it") {
  const RuleBook book = catalogue_rules();
  for (const Rule& rule : book.rules) {
    CHECK_FALSE(rule.text_zh.empty());
    expect_chinese(rule.source);
  }
  for (const ReportingSet& set : book.reporting) expect_chinese(set.source);
  CHECK(names_of<Confidence>.size() == 4);
  for (const std::string_view confidence : names_of<Confidence>) expect_chinese(std::string(confidence));
}

TEST_CASE("every contradiction of the catalogue is told in Chinese") {
  for (const Contradiction& one : catalogue_contradictions()) {
    expect_chinese(one.about);
    expect_chinese(one.reading);
    for (const SourceFigure& says : one.says) {
      expect_chinese(says.source);
      expect_chinese(says.figure);
    }
  }
}

TEST_CASE("quantities and claims of the library's projections are told in Chinese") {
  const Told told = told_by_library();
  CHECK(told.labels.size() > 40);
  CHECK(told.claims.size() > 40);
  for (const std::string& label : told.labels) expect_chinese(label);
  for (const std::string& claim : told.claims) expect_chinese(claim, {"north", "south"});
}

TEST_CASE("the catalogue's dictionary holds nothing that no result brings") {
  const Told told = told_by_library();
  std::set<std::string> literals;
  std::string tables;
  for (const char* folder : {"models", "platforms", "scenarios"}) {
    for (const auto& file : source_files(folder, {".cpp", ".hpp"}))
      literals.merge(literals_in(file_text(file)));
    for (const auto& file : source_files(folder, {".toml"})) tables += file_text(file);
  }
  const auto made = [](const std::set<std::string>& texts, const std::string& pattern) {
    return std::any_of(texts.begin(), texts.end(), [parts = WordsPattern(pattern)](const std::string& text) {
      return parts.pieces_of(text).has_value();
    });
  };
  for (const WordsFile& file : chinese_words()) {
    if (file.name != "catalogue") continue;
    const nlohmann::json entries = nlohmann::json::parse(file.text);
    for (const auto& [english, translation] : entries.items()) {
      INFO(english);
      if (english.find('{') != std::string::npos)
        CHECK((made(told.labels, english) || made(told.claims, english)));
      else
        CHECK((literals.count(english) == 1 || tables.find('"' + english + '"') != std::string::npos));
    }
  }
}
