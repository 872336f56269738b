// What a reader might look for and not find, and why.
#include "tools/validate/sections.hpp"

namespace hubwatt::validation {

Section left_out() {
  Section section{"Not validated", "No figure above speaks for these.", {}, {}};
  section.tables.push_back(
      {"Left out",
       {"case", "what", "why"},
       {{"S04", "166 TWh in 2024 growing by 15 % a year to 384 TWh in 2030",
         "trajectories are not yet modelled"},
        {"S12", "stock of servers as the sum of six years of shipments", "cohorts are not yet modelled"},
        {"S16", "regressions of output on computing power", "the economy is not yet modelled"},
        {"S17", "endogenous growth", "the economy is not yet modelled"},
        {"back-casts", "world 2010 to 2018, United States 2014 to 2028, IEA regions 2024 to 2030",
         "trajectories are not yet modelled"},
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
