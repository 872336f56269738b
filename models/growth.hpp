// Compound growth between figures of different dates. Not here: paths of several years (year_path.hpp).
//
//   Equation   later = start x (1 + rate)^years;  rate = (later / start)^(1 / years) - 1;
//              years = ln(later / start) / ln(1 + rate)
//   Validity   figures of one thing counted one way, above 0; rate above -1. Years need not be whole. A rate between
//              two figures says nothing about the years between them.
//   Source     definition (CAGR of the reports). Confidence: exact.
#pragma once

namespace hubwatt {

// `years` may be negative: then what it was before.
double grown(double start, double rate, double years);

// Per year; start, later > 0, years not 0.
double growth_rate(double start, double later, double years);

// start, later > 0; rate above -1 and not 0.
double years_of_growth(double start, double later, double rate);

}  // namespace hubwatt
