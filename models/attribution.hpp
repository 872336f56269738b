// Which part of a change comes from which driver, of a total that is a sum over cells of products of drivers, or of any
// other total that is a function of them. Not here: which drivers there are, and how a total is cut into cells.
//
//   Equation   T = sum over cells i of product over drivers k of x_ik; parts sum to T(end) - T(start) to rounding.
//     sequential  part_k = T(drivers 1..k at their end values) - T(drivers 1..k-1 at their end values).
//                 Depends on the order of the drivers: what two of them do together goes to the later one.
//     lmdi        part_k = sum over i of L(T_i end, T_i start) ln(x_ik end / x_ik start), L the logarithmic mean,
//                 L(a, b) = (a - b) / ln(a / b), L(a, a) = a. Symmetric in the drivers. LMDI-I, additive.
//     shapley     the mean of `sequential` over all orders of the drivers: sum over the sets S without k of
//                 |S|! (n - |S| - 1)! / n! x (T(S and k at end) - T(S at end)). Symmetric in the drivers.
//   A cell that appears or vanishes: lmdi takes the limit of all its zeros being one small number that goes to zero, so
//     the whole cell goes to the drivers that were (or become) zero, in equal parts, and the others get nothing.
//     Write such a cell with zero in one driver only, the one that caused it (no servers of a new kind: stock), and
//     with that kind's real figures in the others at both ends; shapley then gives the same as lmdi for that cell up
//     to what the other drivers changed. A cell that is zero at both ends adds nothing.
//   Validity   lmdi: all x >= 0, for it takes logarithms. sequential and shapley: any sign; shapley to 8 drivers, since
//     it evaluates 2^n totals. For small changes lmdi and shapley agree to second order in them; over large ones they
//     differ and neither is the truth. Parts of successive periods sum to the change over all of them, but are not the
//     parts between the two ends: attribution along a path depends on the path.
//   Source     lmdi: Ang, "Decomposition analysis for policymaking in energy", Energy Policy 32 (2004); "LMDI
//     decomposition approach: a guide for implementation", Energy Policy 86 (2015); zeros: Ang, Liu, Energy Policy 35
//     (2007). shapley: Shapley (1953); for energy Albrecht, Francois, Schoors, Energy Policy 30 (2002). Official.
//
// How a chain of a data center fleet factors, per cell of server class and place:
//   servers x share of the place x peak power x (mean power / peak power) x hours x PUE of the place x carbon per kWh
//   stock     place                hardware     activity                            PUE                  grid
// Idle power keeps mean power from being proportional to activity, so activity as a factor is the load ratio
// idle / peak + (1 - idle / peak) x activity, and hardware is peak power; a change of idle / peak then counts as
// activity. Where it should count as hardware, give the total as a function of the drivers' sets instead.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace hubwatt {

enum class AttributionMethod { sequential, lmdi, shapley };

inline constexpr std::size_t most_shapley_drivers = 8;

// The total with the drivers of a set at their end values and the others at their start values: driver k is in the
// set where bit k is set.
using DriverSet = std::uint32_t;
using TotalOfDrivers = std::function<double(DriverSet at_end)>;

// Part of total(all) - total(none) per driver. Any function of the drivers. At most 31 drivers.
std::vector<double> sequential_parts(std::size_t drivers, const TotalOfDrivers& total);
// 1 to most_shapley_drivers drivers.
std::vector<double> shapley_parts(std::size_t drivers, const TotalOfDrivers& total);

// Part of T_end - T_start per driver. `start` and `end` are of equal size, cell by cell: x of cell i and driver k is at
// i * drivers + k.
std::vector<double> attribute(AttributionMethod method, std::size_t drivers, std::span<const double> start,
                              std::span<const double> end);

}  // namespace hubwatt
