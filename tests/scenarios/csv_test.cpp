#include "scenarios/csv.hpp"

#include <chrono>
#include <random>
#include <string>
#include <vector>

#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {

std::vector<std::string> cells(const CsvTable& table, std::size_t row) {
  std::vector<std::string> out;
  for (std::size_t c = 0; c < table.header().size(); ++c) out.emplace_back(table.cell(row, c));
  return out;
}

// The text of a cell that any reader of RFC 4180 takes back.
std::string csv_cell(const std::string& cell) {
  std::string out = "\"";
  for (const char c : cell) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

}  // namespace

TEST_CASE("a table is read with its header, whatever the line ends, the byte order mark and empty lines") {
  const std::vector<std::string> texts = {"a,b\n1,2\n3,4\n", "a,b\r\n1,2\r\n3,4",
                                          "\xEF\xBB\xBF"
                                          "a,b\n\n1,2\n\n3,4\n\n",
                                          "\"a\",b\n1,\"2\"\n\"3\",4"};
  for (const std::string& text : texts) {
    std::vector<Diagnostic> mistakes;
    const CsvTable table(text, "t.csv", mistakes);
    CHECK(mistakes.empty());
    CHECK(table.header() == std::vector<std::string>{"a", "b"});
    REQUIRE(table.rows() == 2);
    CHECK(cells(table, 0) == std::vector<std::string>{"1", "2"});
    CHECK(cells(table, 1) == std::vector<std::string>{"3", "4"});
  }
}

TEST_CASE("quoted cells keep commas, line ends and quotes") {
  std::vector<Diagnostic> mistakes;
  const CsvTable table("a,b\n\"x,\"\"y\"\"\nz\",2\n", "t.csv", mistakes);
  CHECK(mistakes.empty());
  REQUIRE(table.rows() == 1);
  CHECK(table.cell(0, 0) == "x,\"y\"\nz");
  CHECK(table.cell(0, 1) == "2");
}

TEST_CASE("any table of cells is read back as it was written") {
  std::mt19937 random(7);
  const std::string alphabet = "ab,\"\n\r 1.-";
  for (int trial = 0; trial < 2000; ++trial) {
    const std::size_t width = 1 + random() % 4;
    std::string text = "h0";
    for (std::size_t c = 1; c < width; ++c) text += ",h" + std::to_string(c);
    std::vector<std::vector<std::string>> written;
    for (std::size_t r = 0; r < random() % 5; ++r) {
      auto& row = written.emplace_back();
      text += "\n";
      for (std::size_t c = 0; c < width; ++c) {
        std::string cell;
        for (std::size_t i = 0; i < random() % 6; ++i) cell += alphabet[random() % alphabet.size()];
        text += (c == 0 ? "" : ",") + csv_cell(cell);
        row.push_back(cell);
      }
    }
    std::vector<Diagnostic> mistakes;
    const CsvTable table(text, "t.csv", mistakes);
    REQUIRE(mistakes.empty());
    REQUIRE(table.rows() == written.size());
    for (std::size_t r = 0; r < written.size(); ++r) REQUIRE(cells(table, r) == written[r]);
  }
}

TEST_CASE("no text of random bytes is more than a list of mistakes") {
  std::mt19937 random(11);
  const std::string alphabet = "a,\"\n\r1";
  for (int trial = 0; trial < 5000; ++trial) {
    std::string text;
    for (std::size_t i = 0; i < random() % 40; ++i) text += alphabet[random() % alphabet.size()];
    std::vector<Diagnostic> mistakes;
    const CsvTable table(text, "t.csv", mistakes);
    for (std::size_t r = 0; r < table.rows(); ++r) {
      for (std::size_t c = 0; c < table.header().size(); ++c) {
        const Diagnostic at = table.mistake_at(r, c, "x");
        REQUIRE(at.line >= 1);
        REQUIRE(at.column >= 1);
      }
    }
  }
}

TEST_CASE("a mistake names the line and the column an editor shows") {
  std::vector<Diagnostic> mistakes;
  const CsvTable table("a,b\n\"1\n1\",2\n10,20\n", "t.csv", mistakes);
  CHECK(table.mistake_at(1, 1, "is bad", "mend it").text() == "t.csv:4:4: row 2: is bad; mend it");
  CHECK(table.mistake_at(0, 0, "is bad").text() == "t.csv:2:2: row 1: is bad");
}

TEST_CASE("rows of another width than the header are named and left out") {
  std::vector<Diagnostic> mistakes;
  const CsvTable table("a,b\n1\n2,3\n4,5,6\n", "t.csv", mistakes);
  REQUIRE(mistakes.size() == 2);
  CHECK(mistakes[0].text() == "t.csv:2:1: row 1 has 1 cells (the header has 2)");
  CHECK(mistakes[1].text() == "t.csv:4:1: row 3 has 3 cells (the header has 2)");
  CHECK(table.rows() == 1);
}

TEST_CASE("an empty file, a repeated column and an open quote are mistakes") {
  std::vector<Diagnostic> mistakes;
  const CsvTable empty("", "empty.csv", mistakes);
  const CsvTable twice("a,b,a\n", "twice.csv", mistakes);
  const CsvTable open("a\n\"1\n2", "open.csv", mistakes);
  REQUIRE(mistakes.size() == 3);
  CHECK(mistakes[0].text() == "empty.csv:1:1: is empty (a header row is needed)");
  CHECK(mistakes[1].text() == "twice.csv:1:5: column \"a\" is there twice");
  CHECK(mistakes[2].line == 2);
}

TEST_CASE("a missing column comes with the nearest name") {
  std::vector<Diagnostic> mistakes;
  const CsvTable table("temp_c,rh_pct\n", "t.csv", mistakes);
  CHECK(!table.require_column("tmp_c", mistakes));
  REQUIRE(mistakes.size() == 1);
  CHECK(mistakes[0].problem == "has no column \"tmp_c\"");
  CHECK(mistakes[0].suggestion == "did you mean 'temp_c'?");
}

TEST_CASE("a number is a finite number and nothing else") {
  CHECK(read_number(" 1.5 ") == 1.5);
  CHECK(read_number("+2") == 2.0);
  CHECK(read_number("-1e3") == -1000.0);
  for (const char* text : {"", " ", "1x", "x", "1,5", "nan", "inf", "-inf", "1e999", "0x10", "+-1", "1 2"}) {
    INFO(text);
    CHECK(!read_number(text));
  }
}

TEST_CASE("after ten mistakes of a kind the rest is counted") {
  std::vector<Diagnostic> found(25, Diagnostic{"t.csv", 1, 1, "", "bad", ""});
  std::vector<Diagnostic> mistakes;
  report_first(found, mistakes);
  REQUIRE(mistakes.size() == 11);
  CHECK(mistakes.back().text() == "t.csv:1:1: and 15 more such rows from here on");
}

TEST_CASE("a hundred thousand rows are read in a fraction of a second") {
  std::string text = "submit_s,gpus,duration_s\n";
  for (int i = 0; i < 100'000; ++i) text += std::to_string(i * 7) + ",8," + std::to_string(i % 9973) + ".5\n";
  const auto before = std::chrono::steady_clock::now();
  std::vector<Diagnostic> mistakes;
  const CsvTable table(text, "t.csv", mistakes);
  double sum = 0.0;
  for (std::size_t r = 0; r < table.rows(); ++r) sum += table.number(r, 2).value();
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - before;
  CHECK(table.rows() == 100'000);
  CHECK(sum > 0.0);
  INFO(took.count() << " s");
  CHECK(took.count() < 2.0);  // 0.02 s optimised; room for sanitizers and a busy machine
}
