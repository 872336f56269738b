// Compute capacity with the two tags without which published figures do not compare: the precision the FLOPS are of,
// and whether all shipped devices or only infrastructure (data centers) are counted. Figures of unlike tags are never
// added: totals are kept by tag, and a total over precisions exists only as FP32 equivalents of one scope, by ratios
// that somebody has told. There is no ratio between scopes. Not here: stocks (cohort.hpp), FLOPS of a server
// (server_compute.hpp).
//
//   Equation   FP32 equivalents = sum over precisions of capacity x FP32 equivalents of one FLOPS of that precision.
//              Storage over compute in bytes per FLOPS/s, usually told in TB per GFLOPS.
//   Validity   peak rates of devices, dense. A ratio holds for a mix of devices and for one meaning of FP32: an FP16
//              FLOPS of an A100's matrix units (312 TFLOPS) is 1/2 of one in TF32 (156) and 1/16 of one in true FP32
//              (19.5).
//   Source     CAICT, blue book on advanced computing and the computing power index 2025 (2026-03): general servers
//              in FP32, AI servers in FP16, supercomputers in FP64, totals in FP32; it does not print its ratios.
//              A100: NVIDIA, data sheet 2021. Storage over compute: Zhang and Cao 2025. Confidence: official for
//              method and device, none for the ratio of a nation's mix.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "models/quantity.hpp"

namespace hubwatt {

enum class Precision { fp64, fp32, fp16, fp8 };
enum class CapacityScope { shipped_devices, infrastructure };

struct CapacityTag {
  Precision precision = Precision::fp32;
  CapacityScope scope = CapacityScope::shipped_devices;
  friend bool operator==(const CapacityTag&, const CapacityTag&) = default;
};

std::string_view text(Precision precision);
std::string_view text(CapacityScope scope);
std::string text(const CapacityTag& tag);  // "FP16, shipped devices"

// FP32 equivalents of one FLOPS of each precision, >= 0. Those not told cannot be converted.
class Fp32Equivalents {
 public:
  Fp32Equivalents& set(Precision precision, double fp32_per_flops);
  std::optional<double> of(Precision precision) const;

 private:
  std::array<std::optional<double>, 4> per_flops_{{{}, 1.0, {}, {}}};
};

// Adds up capacities, each under its tag.
class CapacityTotals {
 public:
  CapacityTotals& add(ComputeRate capacity, const CapacityTag& tag);
  ComputeRate of(const CapacityTag& tag) const;

  // All precisions of one scope; empty where one with capacity in it has no ratio.
  std::optional<ComputeRate> fp32_equivalents(CapacityScope scope, const Fp32Equivalents& ratios) const;

 private:
  std::array<ComputeRate, 8> totals_{};
};

using StorageRatio = decltype(DataSize{} / ComputeRate{});
constexpr StorageRatio storage_per_compute(DataSize stored, ComputeRate capacity) {
  return stored / capacity;
}

}  // namespace hubwatt
