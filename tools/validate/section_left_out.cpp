// What a reader might look for and not find, and why.
#include "tools/validate/sections.hpp"

namespace hubwatt::validation {

Section left_out() {
  Section section{"Not validated", "No figure above speaks for these.", {}, {}};
  section.tables.push_back({"Left out",
                            {"case", "what", "why"},
                            {{"B3", "United States 2018 to 2023 (76 to 176 TWh) within 10 %",
                              "missed: shipments and watts of servers lead to 152 TWh, see Back-casts"},
                             {"back-casts", "IEA regions 2024 to 2030",
                              "a forecast, not a reading: scenarios/library runs the world and China"},
                             {"D1", "mean and median of A100 servers",
                              "11 % and 26 % low: hosts that work while their boards idle, and servers "
                              "with some boards busy, are not told by board power alone"},
                             {"D3", "idle power of cpu-2s-2018",
                              "twice that of the tuned systems of SPECpower; the catalogue keeps it, as the "
                              "energy published for Zhangjiakou asks for it"},
                             {"", "level of PUE at a real site",
                              "no metered hourly PUE of a data center is public for these sites; published "
                              "annual values are of unknown plants and loads"},
                             {"", "cooling coefficients", "none was fitted to measured Chinese plants"}}});
  return section;
}

}  // namespace hubwatt::validation
