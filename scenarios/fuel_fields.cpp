#include "scenarios/fuel_fields.hpp"

#include "scenarios/platform_reader.hpp"
#include "scenarios/server_fields.hpp"

namespace hubwatt {

template <>
Form<FuelFactors> form_of() {
  return {"a fuel",
          {field("life_cycle", &FuelFactors::life_cycle, "carbon with building, mining and transport")
               .within(at_least_zero),
           field("direct", &FuelFactors::direct, "carbon at the chimney").within(at_least_zero),
           field("renewable", &FuelFactors::renewable, "whether it counts as renewable"),
           field("source", &FuelFactors::source, "where the figures come from"),
           field("confidence", &FuelFactors::confidence, "how well they are founded")},
          {}};
}

FuelFactors catalogue_fuel(const std::string& id) {
  InputFiles files;
  Reading reading{.files = files, .folder = {}, .catalogue = read_catalogue()};
  Node name;
  name.value = id;
  const auto fuel = read_entry<FuelFactors>(name, "fuel", reading);
  if (!reading.mistakes.empty()) throw InputError(reading.mistakes);
  return *fuel;
}

}  // namespace hubwatt
