// The validation page: sections of cases and of tables as Markdown. The same sections give the same bytes: no
// date, no machine, no time taken.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tools/validate/case.hpp"

namespace hubwatt::validation {

// Figures to look at, behind or beside the cases.
struct Table {
  std::string title;
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;
};

struct Section {
  std::string title;
  std::string text;  // a paragraph of what is compared, and what that does not show
  std::vector<Case> cases;
  std::vector<Table> tables;
};

std::size_t failures(const std::vector<Section>& sections);
std::string markdown(const std::vector<Section>& sections);

}  // namespace hubwatt::validation
