#include "models/cohort.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "models/contract.hpp"

namespace hubwatt {
namespace {

constexpr double least_share = 1e-6;

double share(const StepLife& life, int age) {
  return std::min(1.0, life.years - age);
}
double share(const WeibullLife& life, int age) {
  return std::exp(-std::pow(age / life.scale_years, life.shape));
}

int counted(const StepLife& life) {
  HUBWATT_EXPECTS(life.years >= 1.0);
  return static_cast<int>(std::ceil(life.years));
}
int counted(const WeibullLife& life) {
  HUBWATT_EXPECTS(life.scale_years > 0.0 && life.shape > 0.0);
  const double last = life.scale_years * std::pow(-std::log(least_share), 1.0 / life.shape);
  constexpr int most = std::numeric_limits<int>::max();
  return last < most - 1.0 ? static_cast<int>(last) + 1 : most;
}

int age_of(std::span<const double> shipments, std::size_t year) {
  return static_cast<int>(shipments.size() - 1 - year);
}

}  // namespace

int ages_counted(const Survival& survival) {
  return std::visit([](const auto& life) { return counted(life); }, survival);
}

double surviving_share(const Survival& survival, int age) {
  HUBWATT_EXPECTS(age >= 0);
  if (age >= ages_counted(survival)) return 0.0;
  return std::visit([age](const auto& life) { return share(life, age); }, survival);
}

std::vector<double> surviving_shares(const Survival& survival, int ages) {
  const int count = std::clamp(ages, 0, ages_counted(survival));
  std::vector<double> shares(static_cast<std::size_t>(count));
  for (int age = 0; age < count; ++age)
    shares[static_cast<std::size_t>(age)] = surviving_share(survival, age);
  return shares;
}

double stock(const Survival& survival, std::span<const double> shipments) {
  double sum = 0.0;
  for (std::size_t i = 0; i < shipments.size(); ++i)
    sum += shipments[i] * surviving_share(survival, age_of(shipments, i));
  return sum;
}

double retired(const Survival& survival, std::span<const double> shipments) {
  double sum = 0.0;
  for (std::size_t i = 0; i + 1 < shipments.size(); ++i) {
    const int age = age_of(shipments, i);
    sum += shipments[i] * (surviving_share(survival, age - 1) - surviving_share(survival, age));
  }
  return sum;
}

}  // namespace hubwatt
