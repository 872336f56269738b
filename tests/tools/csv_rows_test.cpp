// Rows of CSV files against what was written, whatever stands in cells and wherever a block of the file ends.
#include "tools/csv_rows.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <random>

#include "models/error.hpp"
#include "scenarios/csv.hpp"
#include "tests/support/catch.hpp"
#include "tests/tools/program.hpp"

using namespace hubwatt;
using namespace hubwatt::test;

namespace {

std::string in_quotes(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + '"';
}

std::string random_cell(std::mt19937& random) {
  static constexpr const char* pieces[] = {"a", "bc", ",", "\"", "\n", " ", "1.5", "\u4e2d", "\r"};
  std::string text;
  const int length = random() % 200 == 0 ? 3000 : static_cast<int>(random() % 12);
  for (int i = 0; i < length; ++i) text += pieces[random() % std::size(pieces)];
  return text;
}

std::string fault_of(const std::filesystem::path& file) {
  try {
    CsvRows rows(file);
    while (rows.next()) (void)rows.number(0);
    return "";
  } catch (const InputError& problem) {
    return problem.what();
  }
}

}  // namespace

TEST_CASE("cells come back as they were written, with quotes, commas and line breaks in them") {
  const Scratch at;
  std::mt19937 random(1);
  std::vector<std::vector<std::string>> rows;
  std::string text = "a,b,c\n";
  for (int i = 0; i < 5000; ++i) {
    rows.push_back({random_cell(random), random_cell(random), std::to_string(i)});
    text += in_quotes(rows.back()[0]) + "," + in_quotes(rows.back()[1]) + "," + rows.back()[2] + "\n";
  }
  at.write("table.csv", text);
  CsvRows table(at.path() / "table.csv");
  for (const auto& row : rows) {
    REQUIRE(table.next());
    for (std::size_t i = 0; i < row.size(); ++i) REQUIRE(table.text(i) == row[i]);
  }
  CHECK_FALSE(table.next());
}

TEST_CASE("rows without quotes split at their commas, at every width and place in a block") {
  const Scratch at;
  std::mt19937 random(2);
  std::string text = "a,b,c,d\n";
  std::vector<std::array<std::string, 4>> rows(20000);
  for (auto& row : rows) {
    for (std::string& cell : row) cell.assign(random() % 11, static_cast<char>('0' + random() % 10));
    text += row[0] + "," + row[1] + "," + row[2] + "," + row[3] + "\n";
  }
  at.write("table.csv", text);
  CsvRows table(at.path() / "table.csv");
  for (const auto& row : rows) {
    REQUIRE(table.next());
    for (std::size_t i = 0; i < row.size(); ++i) REQUIRE(table.text(i) == row[i]);
  }
  CHECK_FALSE(table.next());
}

TEST_CASE("numbers are read to the last bit, however they are written") {
  const Scratch at;
  std::mt19937_64 random(3);
  std::string text = "x\n";
  std::vector<double> numbers;
  for (int i = 0; i < 50000; ++i) {
    const double size = std::ldexp(static_cast<double>(random()), static_cast<int>(random() % 160) - 140);
    const double value = random() % 2 == 0 ? size : -size;
    const int digits = 1 + static_cast<int>(random() % 18);
    const std::string written =
        random() % 2 == 0 ? fmt::format("{:.{}g}", value, digits) : fmt::format("{:.{}f}", value, digits % 9);
    numbers.push_back(*read_number(written));
    text += written + "\n";
  }
  at.write("table.csv", text);
  CsvRows table(at.path() / "table.csv");
  for (const double number : numbers) {
    REQUIRE(table.next());
    REQUIRE(table.number(0) == number);
  }
}

TEST_CASE("a damaged table is refused with the line of the damage") {
  const Scratch at;
  const auto said = [&](const std::string& text) {
    at.write("table.csv", text);
    return fault_of(at.path() / "table.csv");
  };
  CHECK(said("x\n1\n").empty());
  CHECK(said("").find("has no header") != std::string::npos);
  CHECK(said("x\n1").find(":2:0: ends within a line") != std::string::npos);
  CHECK(said("x\n1\n\"2\n3\n").find("ends within quotes") != std::string::npos);
  CHECK(said("x\n1,2\n").find(":2:0: holds 2 fields") != std::string::npos);
  for (const char* no_number :
       {"", "-", ".", "1.", ".5", "1.2.3", "1e", "0x1", "nan", "inf", "1 2", "\"a\nb\""}) {
    CAPTURE(no_number);
    const bool read = read_number(no_number).has_value();
    CHECK(said(std::string("x\n1\n") + no_number + "\n").empty() == read);
  }
  CHECK(said("x\n\"a\nb\"\n").find(":3:0: holds") != std::string::npos);
}
