// Weather CSV, and the dates in it: hours inside physical bounds, or mistakes and no weather.
#include <algorithm>

#include "models/units.hpp"
#include "scenarios/hour_stamps.hpp"
#include "scenarios/weather_file.hpp"
#include "tools/fuzz/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hubwatt;
  const std::string_view text = fuzz::text_of(data, size);
  if (const auto stamp = read_hour_stamp(text); stamp && stamp->offset_minutes)
    HUBWATT_ENSURES(std::abs(*stamp->offset_minutes) < 15 * 60);

  const InputFile file{"fuzz.csv", std::string(text)};
  for (const WeatherColumns& columns :
       {WeatherColumns{"t_c", "rh_pct", "", ""}, WeatherColumns{"t_c", "", "dew_c", "p_hpa"}}) {
    std::vector<Diagnostic> mistakes;
    const auto weather = read_weather_csv(file, columns, 100.0 * unit::metre, mistakes);
    fuzz::ensure_readable(mistakes);
    HUBWATT_ENSURES(weather.has_value() == mistakes.empty());
    if (!weather) continue;
    HUBWATT_ENSURES(is_hourly_row_count(weather->dry_bulb.rows().size()));
    HUBWATT_ENSURES(std::ranges::all_of(weather->relative_humidity.rows(),
                                        [](double humidity) { return humidity >= 0.0 && humidity <= 1.0; }));
    HUBWATT_ENSURES(std::ranges::all_of(
        weather->dry_bulb.rows(), [](Temperature t) { return t.celsius() >= -70.0 && t.celsius() <= 60.0; }));
  }
  return 0;
}
