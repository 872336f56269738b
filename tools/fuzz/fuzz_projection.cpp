// Projection files: the bytes are one. Reading it gives a projection or refuses with mistakes, no other way out; one
// that was read, and asks for no simulation, gives a trajectory in the central case and in a few draws.
#include <unistd.h>

#include <cmath>
#include <filesystem>
#include <fstream>

#include "scenarios/projection/chain.hpp"
#include "scenarios/projection/draws.hpp"
#include "scenarios/projection/projection_reader.hpp"
#include "tools/fuzz/fuzz.hpp"

namespace {

using namespace hubwatt;

void evaluate(const Projection& projection) {
  for (const Plant& plant : projection.plants)
    if (plant.simulated) return;
  const Chain chain(projection);
  const auto facility = chain.position("facility_energy");
  const auto it = chain.position("it_energy");
  HUBWATT_ENSURES(facility && it);
  const auto check = [&](const Trajectory& trajectory) {
    for (std::size_t year = 0; year < trajectory.years(); ++year) {
      const double all = trajectory.at(*facility, year);
      HUBWATT_ENSURES(!std::isnan(all) && all >= 0.0);
      HUBWATT_ENSURES(all >= trajectory.at(*it, year) * (1.0 - 1e-9));
    }
  };
  check(chain.trajectory({}));
  if (projection.inputs.empty()) return;
  constexpr std::size_t few = 16;
  const Draws draws = make_draws(projection.inputs, projection.draws, projection.seed, few);
  for (std::size_t i = 0; i < few; ++i) check(chain.trajectory(draws[i]));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto file = std::filesystem::temp_directory_path() /
                    ("hubwatt-fuzz-" + std::to_string(getpid()) + ".projection.toml");
  std::ofstream(file, std::ios::binary) << fuzz::text_of(data, size);
  try {
    evaluate(read_projection(file));
  } catch (const InputError& refused) {
    HUBWATT_ENSURES(!refused.mistakes().empty());
    fuzz::ensure_readable(refused.mistakes());
  }
  std::filesystem::remove(file);
  return 0;
}
