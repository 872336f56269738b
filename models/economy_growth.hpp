// An economy that grows by investing in capital and in computing: the endogenous growth model of a report, every
// equation of it. Not a forecast; parameters are the user's, the source gives none.
//
//   Equation   production      Y = A (Hm K)^a H^b X^(1-a-b), K capital, H computing in production, X computing
//                              services, Hm the mean computing of the economy, which no firm chooses
//              services        X = H_X / eta, H_X the computing that serves them, at the monopoly's price
//                              p_X = eta w / (1-a-b): computing costs w, and who sells a service takes 1 / (1-a-b) of it
//              split           H_X / H = g / (1 - g) = (1-a-b)^2 / b, from dY/dX = p_X and dY/dH = w
//              household       max of the integral of e^(-rho t) (C^(1-s) - 1) / (1-s)
//              accumulation    K' = (1-tau) I - d K;  (H + H_X)' = tau I - d (H + H_X)
//              steady growth   (1/s) { (1-tau) r/a + tau w / [b + (1-a-b)^2] - d - rho }
//              d growth / d tau = (1/s) { w / [b + (1-a-b)^2] - r/a }: more of investment into computing raises growth
//              where w > r [b + (1-a-b)^2] / a.
//   Validity   a, b > 0, a + b < 1, s > 0; r/a is output per capital and w / [b + (1-a-b)^2] output per computing, as
//              the marginal products have it. Yields r and w are taken as given on the path.
//   Source     Tsinghua IGI and Inspur, Report on the Development of Computing in China (2023-12), whose symbol gamma
//              stands for three things. Printed slips, put right here: K' = (1-gamma) I - d K, where only (1-tau) I
//              leaves tau I for computing; "HT" for H_T = H + H_X. Confidence: paper (equations).
#pragma once

#include <string>

#include "models/confidence.hpp"

namespace hubwatt {

// Rates are per year.
struct GrowthEconomy {
  std::string id;
  double capital = 0.0;          // a
  double computing = 0.0;        // b
  double risk_aversion = 0.0;    // s, of the household
  double computing_part = 0.0;   // tau, of investment
  double interest = 0.0;         // r
  double computing_yield = 0.0;  // w, of a unit of computing
  double depreciation = 0.0;     // d
  double impatience = 0.0;       // rho
  double productivity = 1.0;     // A
  double per_service = 1.0;      // eta, computing that a unit of services takes
  std::string source;
  Confidence confidence = Confidence::estimate;
};

// Share of services in output, 1 - a - b.
double services_share(const GrowthEconomy& economy);

struct ProductionFactors {
  double capital = 0.0;         // K
  double computing = 0.0;       // H
  double services = 0.0;        // X
  double mean_computing = 1.0;  // Hm
};
double output(const GrowthEconomy& economy, const ProductionFactors& factors);

// d output / d factor.
struct MarginalProducts {
  double capital = 0.0, computing = 0.0, services = 0.0;
};
MarginalProducts marginal_products(const GrowthEconomy& economy, const ProductionFactors& factors);

double services_of(const GrowthEconomy& economy, double computing_for_services);
double service_price(const GrowthEconomy& economy);
double services_per_production(const GrowthEconomy& economy);      // H_X / H
double services_share_of_computing(const GrowthEconomy& economy);  // H_X / (H + H_X)

// Utility of a consumption, and its integral where consumption grows from `consumption` at the rate `growth` for ever;
// that needs impatience > (1 - risk_aversion) x growth.
double utility(const GrowthEconomy& economy, double consumption);
double lifetime_utility(const GrowthEconomy& economy, double consumption, double growth);

// Per year, of capital and of all computing.
struct Accumulation {
  double capital = 0.0, computing = 0.0;
};
Accumulation accumulation(const GrowthEconomy& economy, double investment, double capital, double computing);

double steady_growth(const GrowthEconomy& economy);
double growth_per_computing_part(const GrowthEconomy& economy);  // d steady growth / d tau
double threshold_yield(const GrowthEconomy& economy);            // w above which that is positive

}  // namespace hubwatt
