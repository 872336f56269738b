// Unit text: what is read is finite and reads back the same after it was written.
#include <array>
#include <cmath>

#include "models/quantity.hpp"
#include "models/unit_text.hpp"
#include "tools/fuzz/fuzz.hpp"

namespace {

using namespace hubwatt;

constexpr std::array dimensions = {
    Duration::dimension,
    Rate::dimension,
    Energy::dimension,
    Power::dimension,
    CarbonIntensity::dimension,
    WaterIntensity::dimension,
    Price::dimension,
    DataSize::dimension,
    Bandwidth::dimension,
    ComputeRate::dimension,
    Pressure::dimension,
    Irradiance::dimension,
    Speed::dimension,
    Length::dimension,
    WaterFlow::dimension,
    Carbon::dimension,
    Money::dimension,
    Water::dimension,
    TemperatureDifference::dimension,
};

void ensure_sound(const UnitText& read) {
  HUBWATT_ENSURES(read.base.has_value() == read.problem.empty());
  HUBWATT_ENSURES(!read.base || std::isfinite(*read.base));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const Dimension dimension = dimensions[data[0] % dimensions.size()];
  const std::string_view text = fuzz::text_of(data + 1, size - 1);

  const UnitText quantity = read_quantity(text, dimension);
  ensure_sound(quantity);
  if (quantity.base) {
    const UnitText again = read_quantity(write_quantity(*quantity.base, dimension), dimension);
    HUBWATT_ENSURES(again.base == quantity.base);
  }
  const UnitText temperature = read_temperature(text);
  ensure_sound(temperature);
  if (temperature.base) {
    const UnitText again = read_temperature(write_temperature(*temperature.base));
    HUBWATT_ENSURES(again.base == temperature.base);
  }
  return 0;
}
