// EnergyPlus weather: a year of hours inside physical bounds, or mistakes and no weather.
#include <algorithm>

#include "models/hourly.hpp"
#include "scenarios/weather_file.hpp"
#include "tools/fuzz/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hubwatt;
  const InputFile file{"fuzz.epw", std::string(fuzz::text_of(data, size))};

  std::vector<Diagnostic> mistakes;
  const std::optional<WeatherTable> weather = read_epw(file, mistakes);
  fuzz::ensure_readable(mistakes);
  HUBWATT_ENSURES(weather.has_value() == mistakes.empty());
  if (weather) {
    HUBWATT_ENSURES(weather->dry_bulb.rows().size() >= hours_common_year);
    HUBWATT_ENSURES(is_hourly_row_count(weather->dry_bulb.rows().size()));
    HUBWATT_ENSURES(std::ranges::all_of(weather->relative_humidity.rows(),
                                        [](double humidity) { return humidity >= 0.0 && humidity <= 1.1; }));
  }
  return 0;
}
