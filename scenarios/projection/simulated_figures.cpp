#include "scenarios/projection/simulated_figures.hpp"

#include "models/units.hpp"

namespace hubwatt {

namespace {

// a / b in a unit.
template <Dimension A, Dimension B, class Unit>
std::optional<double> ratio(Quantity<A> a, Quantity<B> b, Unit unit) {
  if (b.base() <= 0.0) return std::nullopt;
  return a / b / unit;
}

std::optional<double> ratio(double a, double b) {
  if (b <= 0.0) return std::nullopt;
  return a / b;
}

std::optional<double> residual_carbon(const KpiInput& k) {
  const auto green = green_share(k);
  if (!green || *green >= 1.0) return std::nullopt;
  return ratio(k.market, (1.0 - *green) * k.sums.facility(), unit::kg_per_kWh);
}

const SimulatedFigure figures[] = {
    {"pue", "", "facility / IT energy", [](const KpiInput& k) { return pue(k); }},
    {"cooling", "", "cooling / IT energy",
     [](const KpiInput& k) { return ratio(k.sums.cooling, k.sums.it, 1.0); }},
    {"chain_loss", "", "loss in the power chain / IT energy",
     [](const KpiInput& k) { return ratio(k.sums.chain_loss, k.sums.it, 1.0); }},
    {"other", "", "lighting and the rest / IT energy",
     [](const KpiInput& k) { return ratio(k.sums.other, k.sums.it, 1.0); }},
    {"wue", "L/kWh", "site water / IT energy",
     [](const KpiInput& k) { return ratio(k.sums.water, k.sums.it, unit::litre_per_kWh); }},
    {"green_share", "", "renewable energy whose attributes are held / facility energy",
     [](const KpiInput& k) { return green_share(k); }},
    {"grid_carbon", "kg/kWh", "location-based carbon / facility energy",
     [](const KpiInput& k) { return ratio(k.sums.grid_carbon, k.sums.facility(), unit::kg_per_kWh); }},
    {"market_carbon", "kg/kWh", "market-based carbon / facility energy",
     [](const KpiInput& k) { return ratio(k.market, k.sums.facility(), unit::kg_per_kWh); }},
    {"residual_carbon", "kg/kWh", "market-based carbon / facility energy that is not green", residual_carbon},
    {"price", "CNY/kWh", "all cost of energy / facility energy",
     [](const KpiInput& k) { return ratio(k.sums.cost, k.sums.facility(), unit::cny_per_kWh); }},
    {"gpu_activity", "", "accelerator time weighted by activity / installed accelerator time",
     [](const KpiInput& k) { return ratio(k.sums.accelerators_active, k.sums.accelerators, 1.0); }},
    {"gpu_allocation", "", "accelerator time held by work / installed accelerator time",
     [](const KpiInput& k) { return ratio(k.sums.accelerators_held, k.sums.accelerators, 1.0); }},
    {"server_utilization", "", "server time with any work / installed server time",
     [](const KpiInput& k) { return ratio(k.sums.servers_working, k.sums.servers, 1.0); }},
    {"rack_occupancy", "", "racks with equipment / racks of the hubs",
     [](const KpiInput& k) { return ratio(k.racks, k.rack_positions); }},
};

}  // namespace

std::span<const SimulatedFigure> simulated_figures() {
  return figures;
}

}  // namespace hubwatt
