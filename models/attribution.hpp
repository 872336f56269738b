// Which part of a change comes from which driver, of a total that is a sum over cells of products of drivers.
#pragma once

namespace hubwatt {

enum class AttributionMethod { sequential, lmdi, shapley };

}  // namespace hubwatt
