#include "tools/validate/page.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace hubwatt::validation {

namespace {

constexpr const char* opening =
    "# Validation\n\n"
    "Written by `hubwatt-validation` from runs of the program and calls of its models; a test writes it "
    "again and "
    "compares every byte, so it is never older than the code. To renew it: "
    "`build/release/bin/hubwatt-validation "
    "-o models/VALIDATION.md` in the root of the source tree.\n\n"
    "What a case is worth depends on where its expected figure comes from, so each says so. *measured*: "
    "readings of "
    "equipment; *published*: a figure of a report or paper; *law*: theory that holds whatever the program "
    "does; "
    "*arithmetic*: worked out by hand from the inputs, which tests the code and not the model; "
    "*calibration*: "
    "parameters were set to meet it, so that it is no evidence.\n";

const char* name_of(Evidence evidence) {
  switch (evidence) {
    case Evidence::measured:
      return "measured";
    case Evidence::published:
      return "published";
    case Evidence::law:
      return "law";
    case Evidence::arithmetic:
      return "arithmetic";
    case Evidence::calibration:
      return "calibration";
  }
  return "";
}

std::string cell(const std::string& text) {
  std::string out;
  for (const char c : text) out += c == '|' ? std::string("\\|") : std::string(1, c);
  return out;
}

void put_row(std::string& out, const std::vector<std::string>& cells) {
  out += '|';
  for (const std::string& text : cells) out += ' ' + cell(text) + " |";
  out += '\n';
}

void put_table(std::string& out, const std::vector<std::string>& header,
               const std::vector<std::vector<std::string>>& rows) {
  put_row(out, header);
  out += '|';
  for (std::size_t i = 0; i < header.size(); ++i) out += "---|";
  out += '\n';
  for (const auto& row : rows) put_row(out, row);
}

std::vector<std::string> row_of(const Case& c) {
  return {c.question.id,
          c.question.what,
          c.expected,
          c.tolerance,
          c.got,
          c.error,
          c.pass ? "yes" : "**no**",
          std::string(name_of(c.question.evidence)) + ": " + c.question.source};
}

void put_count(std::string& out, const std::vector<Section>& sections) {
  std::vector<std::vector<std::string>> rows;
  std::size_t all = 0;
  for (const Evidence evidence : {Evidence::measured, Evidence::published, Evidence::law,
                                  Evidence::arithmetic, Evidence::calibration}) {
    std::size_t cases = 0, passed = 0;
    for (const Section& section : sections)
      for (const Case& c : section.cases)
        if (c.question.evidence == evidence) ++cases, passed += c.pass ? 1 : 0;
    rows.push_back({name_of(evidence), std::to_string(cases), std::to_string(passed)});
    all += cases;
  }
  rows.push_back({"all", std::to_string(all), std::to_string(all - failures(sections))});
  out += '\n';
  put_table(out, {"expected by", "cases", "passed"}, rows);
}

}  // namespace

std::size_t failures(const std::vector<Section>& sections) {
  std::size_t count = 0;
  for (const Section& section : sections)
    count += static_cast<std::size_t>(
        std::count_if(section.cases.begin(), section.cases.end(), [](const Case& c) { return !c.pass; }));
  return count;
}

std::string markdown(const std::vector<Section>& sections) {
  std::string out = opening;
  put_count(out, sections);
  for (const Section& section : sections) {
    out += "\n## " + section.title + "\n\n" + section.text + "\n";
    if (!section.cases.empty()) {
      std::vector<std::vector<std::string>> rows;
      for (const Case& c : section.cases) rows.push_back(row_of(c));
      out += '\n';
      put_table(out, {"case", "what", "expected", "tolerance", "got", "error", "pass", "expected by"}, rows);
    }
    for (const Table& table : section.tables) {
      out += "\n### " + table.title + "\n\n";
      put_table(out, table.header, table.rows);
    }
  }
  return out;
}

}  // namespace hubwatt::validation
