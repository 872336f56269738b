#include "tools/validate/projected.hpp"

#include "scenarios/projection/chain.hpp"

namespace hubwatt::validation {

double projected(const Projection& projection, std::string_view key, int year, Draw draw) {
  const Chain chain(projection);
  return chain.trajectory(draw).at(chain.position(key).value(),
                                   static_cast<std::size_t>(year - projection.first_year));
}

}  // namespace hubwatt::validation
