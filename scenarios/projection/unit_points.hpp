// Points of the unit cube that fill it more evenly than independent random ones: rows of shares in (0, 1),
// one column per drawn input, which quantiles then turn into draws. Both sequences are random - every point
// is uniform in the cube - so that independent seeds are replicates whose scatter is an honest error. Both
// continue: the first n of 2n points are the n points of the same seed. Not here: distributions and
// correlations (joint_distribution.hpp).
//
// Latin hypercube
//   Method: of n points each column has one in every n-th of (0, 1). Doubling splits the n-ths; each has one
//   half without a point, and the new points take these halves in random order. A count is its odd part,
//   doubled; the odd part starts as a random permutation. Every column has a random stream of its name: one
//   more column, or another order of columns, moves no point of the others.
//   Validity: any count and number of columns. Variance falls where the outcome is near a sum of functions of
//   one input each; never notably worse than independent draws.
//   Source: M. McKay, R. Beckman, W. Conover, Technometrics 21 (1979) 239-245; doubling: C. Sallaberry, J.
//   Helton, S. Hora, Reliability Engineering and System Safety 93 (2008) 1047-1059. Confidence: paper.
//
// Sobol sequence
//   Method: Boost.Random's sequence (directions of S. Joe and F. Kuo, SIAM J. Sci. Comput. 30 (2008)
//   2635-2654), with the point 0 at its head that Boost leaves out: without it no first 2^k points are
//   balanced. Each column is randomised by a random lower triangular matrix over its bits and a random
//   digital shift, which keeps every balance of the sequence and makes points uniform; unlike a shift alone
//   it also breaks the lattice up, and the variance of a mean is that of Owen's nested scrambling.
//   Validity: at most 3667 columns and 2^40 points; best where the count is a power of two. Columns are
//   dimensions in their order: an input added at the end moves no other.
//   Source: J. Matousek, J. Complexity 14 (1998) 527-556; H. Hong and F. Hickernell, ACM TOMS 29 (2003)
//   95-109; on keeping the first point: A. Owen, "On dropping the first Sobol' point", MCQMC 2020.
//   Confidence: paper.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "scenarios/projection/draw_settings.hpp"

namespace hubwatt {

// count rows of names.size() shares, row by row. No name twice: its columns would be equal. Throws InputError
// where there are too many columns.
std::vector<double> unit_points(DrawSequence sequence, std::span<const std::string> names, std::uint64_t seed,
                                std::size_t count);

}  // namespace hubwatt
