// CSV: every row that is kept is as wide as the header, and every cell can be read and pointed at.
#include <cmath>

#include "scenarios/csv.hpp"
#include "tools/fuzz/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hubwatt;
  std::vector<Diagnostic> mistakes;
  const CsvTable table(fuzz::text_of(data, size), "fuzz.csv", mistakes);
  fuzz::ensure_readable(mistakes);

  std::size_t read = 0;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    for (std::size_t column = 0; column < table.header().size(); ++column) {
      read += table.cell(row, column).size();
      const auto number = table.number(row, column);
      HUBWATT_ENSURES(!number || std::isfinite(*number));
      fuzz::ensure_readable({table.mistake_at(row, column, "a problem")});
    }
    HUBWATT_ENSURES(row == 0 || table.line(row) > table.line(row - 1));
  }
  HUBWATT_ENSURES(read <= size);
  for (const std::string& name : table.header()) {
    HUBWATT_ENSURES(table.column(name).has_value());
  }
  return 0;
}
