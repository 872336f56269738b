#include <algorithm>
#include <cmath>

#include "scenarios/projection/contradictions.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

std::vector<std::string> ids(const std::vector<Contradiction>& notes) {
  std::vector<std::string> out;
  for (const Contradiction& note : notes) out.push_back(note.id);
  return out;
}

bool has(const std::vector<Contradiction>& notes, std::string_view id) {
  return std::any_of(notes.begin(), notes.end(), [&](const Contradiction& note) { return note.id == id; });
}

}  // namespace

TEST_CASE("every contradiction of the catalogue has sides, a reading and something it touches") {
  const auto all = catalogue_contradictions();
  CHECK(all.size() >= 15);
  for (const Contradiction& contradiction : all) {
    INFO(contradiction.id);
    CHECK_FALSE(contradiction.id.empty());
    CHECK_FALSE(contradiction.says.empty());
    CHECK_FALSE(contradiction.quantities.empty());
  }
}

TEST_CASE("a projection is told the contradictions of its region, scopes and quantities, and no others") {
  const auto all = catalogue_contradictions();
  CHECK(ids(notes_for({"China", {"iea"}, {"facility_energy", "it_energy"}}, all)) ==
        std::vector<std::string>{"energy-scope"});
  CHECK(ids(notes_for({"China", {"reports", "iea"}, {"facility_energy"}}, all)) ==
        std::vector<std::string>{"energy-scope", "energy-growth"});
  CHECK(notes_for({"China", {"someone"}, {"facility_energy"}}, all).empty());
  CHECK(notes_for({"world", {"iea"}, {"facility_energy", "racks", "pue"}}, all).empty());
  CHECK(ids(notes_for({"world", {"iea"}, {"servers.ai", "servers.general"}}, all)) ==
        std::vector<std::string>{"ai-servers-world"});
  const auto fleet =
      notes_for({"China", {"reports"}, {"racks", "capacity_fp32", "pue.west", "servers.ai"}}, all);
  for (const std::string_view id : {"racks-scope", "compute-scope", "ai-share", "world-share", "pue-scope"})
    CHECK(has(fleet, id));
  CHECK_FALSE(has(fleet, "elasticity"));
  const auto claims = notes_for({"China", {"reports"}, {"economy"}}, all);
  CHECK(ids(claims) == std::vector<std::string>{"elasticity", "index-per-mille", "growth-symbols"});
}

TEST_CASE("what is disputed is printed with its sides") {
  const auto all = catalogue_contradictions();
  const std::string text = contradictions_text(notes_for({"China", {"reports"}, {"facility_energy"}}, all));
  for (const std::string_view word : {"166 TWh", "102 TWh in 2024, 277 TWh in 2030", "10.7 %", "never added"})
    CHECK(text.find(word) != std::string::npos);
  CHECK(contradictions_text({}).empty());
}

TEST_CASE("the arithmetic in the readings is right") {
  CHECK(std::round(1000.0 * (166.0 / 150.0 - 1.0)) == 107.0);
  CHECK(std::round(166.0 * std::pow(166.0 / 150.0, 6)) == 305.0);
  CHECK(std::round(1000.0 * (1.049 + 0.639)) == 1688.0);
  CHECK(527.47 / 213.56 == Approx(2.47).epsilon(1e-3));
  CHECK(41.06 * 1.25 == Approx(51.3).epsilon(1e-3));
}

}  // namespace hubwatt
