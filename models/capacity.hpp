// Compute capacity with the two tags without which published figures do not compare: the precision the FLOPS are of,
// and whether all shipped devices or only infrastructure (data centers) are counted. Figures of unlike tags are never
// added: totals are kept by tag, and a total over precisions exists only as FP32 equivalents of one scope.
#pragma once

#include <string_view>
#include <vector>

#include "models/quantity.hpp"

namespace hubwatt {

enum class Precision { fp64, fp32, fp16, fp8 };
enum class CapacityScope { shipped_devices, infrastructure };

struct CapacityTag {
  Precision precision = Precision::fp32;
  CapacityScope scope = CapacityScope::shipped_devices;
  friend bool operator==(const CapacityTag&, const CapacityTag&) = default;
};

}  // namespace hubwatt
