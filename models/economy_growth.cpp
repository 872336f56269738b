#include "models/economy_growth.hpp"

#include <cmath>

#include "models/contract.hpp"

namespace hubwatt {
namespace {

void expect_valid(const GrowthEconomy& economy) {
  HUBWATT_EXPECTS(economy.capital > 0.0 && economy.computing > 0.0);
  HUBWATT_EXPECTS(economy.capital + economy.computing < 1.0 && economy.risk_aversion > 0.0);
}

// What computing earns of output: b + (1-a-b)^2.
double computing_share(const GrowthEconomy& economy) {
  const double services = services_share(economy);
  return economy.computing + services * services;
}

}  // namespace

double services_share(const GrowthEconomy& economy) {
  expect_valid(economy);
  return 1.0 - economy.capital - economy.computing;
}

double output(const GrowthEconomy& economy, const ProductionFactors& factors) {
  return economy.productivity * std::pow(factors.mean_computing * factors.capital, economy.capital) *
         std::pow(factors.computing, economy.computing) * std::pow(factors.services, services_share(economy));
}

MarginalProducts marginal_products(const GrowthEconomy& economy, const ProductionFactors& factors) {
  const double all = output(economy, factors);
  return {economy.capital * all / factors.capital, economy.computing * all / factors.computing,
          services_share(economy) * all / factors.services};
}

double services_of(const GrowthEconomy& economy, double computing_for_services) {
  return computing_for_services / economy.per_service;
}

double service_price(const GrowthEconomy& economy) {
  return economy.per_service * economy.computing_yield / services_share(economy);
}

double services_per_production(const GrowthEconomy& economy) {
  const double services = services_share(economy);
  return services * services / economy.computing;
}

double services_share_of_computing(const GrowthEconomy& economy) {
  const double ratio = services_per_production(economy);
  return ratio / (1.0 + ratio);
}

double utility(const GrowthEconomy& economy, double consumption) {
  expect_valid(economy);
  const double power = 1.0 - economy.risk_aversion;  // expm1 carries over into the logarithm at s = 1
  return power == 0.0 ? std::log(consumption) : std::expm1(power * std::log(consumption)) / power;
}

double lifetime_utility(const GrowthEconomy& economy, double consumption, double growth) {
  expect_valid(economy);
  const double power = 1.0 - economy.risk_aversion, discount = economy.impatience - power * growth;
  HUBWATT_EXPECTS(discount > 0.0 && economy.impatience > 0.0);
  // The integral of (C^p e^(p g t) - 1) / p, with the growth's part taken out so that p may go to zero.
  return (utility(economy, consumption) + growth / economy.impatience) / discount;
}

Accumulation accumulation(const GrowthEconomy& economy, double investment, double capital, double computing) {
  return {(1.0 - economy.computing_part) * investment - economy.depreciation * capital,
          economy.computing_part * investment - economy.depreciation * computing};
}

double steady_growth(const GrowthEconomy& economy) {
  const double per_capital = economy.interest / economy.capital;
  const double per_computing = economy.computing_yield / computing_share(economy);
  return ((1.0 - economy.computing_part) * per_capital + economy.computing_part * per_computing -
          economy.depreciation - economy.impatience) /
         economy.risk_aversion;
}

double growth_per_computing_part(const GrowthEconomy& economy) {
  return (economy.computing_yield / computing_share(economy) - economy.interest / economy.capital) /
         economy.risk_aversion;
}

double threshold_yield(const GrowthEconomy& economy) {
  return economy.interest * computing_share(economy) / economy.capital;
}

}  // namespace hubwatt
