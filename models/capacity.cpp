#include "models/capacity.hpp"

#include "models/contract.hpp"

namespace hubwatt {
namespace {

constexpr std::array precisions{Precision::fp64, Precision::fp32, Precision::fp16, Precision::fp8};

std::size_t index(Precision precision) {
  return static_cast<std::size_t>(precision);
}
std::size_t index(const CapacityTag& tag) {
  return precisions.size() * static_cast<std::size_t>(tag.scope) + index(tag.precision);
}

}  // namespace

std::string_view text(Precision precision) {
  constexpr std::array<std::string_view, precisions.size()> names{"FP64", "FP32", "FP16", "FP8"};
  return names[index(precision)];
}

std::string_view text(CapacityScope scope) {
  return scope == CapacityScope::shipped_devices ? "shipped devices" : "infrastructure";
}

std::string text(const CapacityTag& tag) {
  std::string out(text(tag.precision));
  out.append(", ").append(text(tag.scope));
  return out;
}

Fp32Equivalents& Fp32Equivalents::set(Precision precision, double fp32_per_flops) {
  HUBWATT_EXPECTS(fp32_per_flops >= 0.0);
  HUBWATT_EXPECTS(precision != Precision::fp32 || fp32_per_flops == 1.0);
  per_flops_[index(precision)] = fp32_per_flops;
  return *this;
}

std::optional<double> Fp32Equivalents::of(Precision precision) const {
  return per_flops_[index(precision)];
}

CapacityTotals& CapacityTotals::add(ComputeRate capacity, const CapacityTag& tag) {
  totals_[index(tag)] += capacity;
  return *this;
}

ComputeRate CapacityTotals::of(const CapacityTag& tag) const {
  return totals_[index(tag)];
}

std::optional<ComputeRate> CapacityTotals::fp32_equivalents(CapacityScope scope,
                                                            const Fp32Equivalents& ratios) const {
  ComputeRate sum{};
  for (const Precision precision : precisions) {
    const ComputeRate capacity = of({precision, scope});
    if (capacity == ComputeRate{}) continue;
    const std::optional<double> ratio = ratios.of(precision);
    if (!ratio) return std::nullopt;
    sum += *ratio * capacity;
  }
  return sum;
}

}  // namespace hubwatt
