#include "scenarios/sampled_run.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "models/contract.hpp"
#include "scenarios/node.hpp"

namespace hubwatt {

namespace {

constexpr std::array<std::string_view, 7> headline_keys = {
    "facility_energy_kwh", "pue",      "green_share", "carbon_location_kg",
    "carbon_market_kg",    "cost_cny", "water_l"};

// Parts of a hub that neither its weather nor its renewables follow from. Its grid is met without these, too.
constexpr std::string_view plant_parts[] = {"cooling",  "power_chain",  "grid",           "rack",
                                            "battery",  "cold_store",   "heat_reuse",     "generator",
                                            "building", "water_stress", "rack_positions", "design_it_power"};
// Figures of a renewable plant that its output, as a share of its capacity, does not follow from.
constexpr std::string_view beside_output[] = {"capacity", "carbon", "price"};

bool is_one_of(std::string_view name, std::span<const std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

double figure(const KpiInput& input, std::string_view key) {
  for (const KpiField& field : kpi_fields())
    if (field.key == key) return std::get<std::optional<double>>(field.value(input)).value_or(0.0);
  HUBWATT_EXPECTS(false);
  return 0.0;
}

// What stores held, as far as they can hold it.
HubStores held(HubStores stores, const Hub& hub) {
  if (hub.battery) stores.battery = stored_within(worn(*hub.battery, stores.battery_health), stores.battery);
  if (hub.cold_store) stores.cold = std::min(stores.cold, hub.cold_store->capacity);
  return stores;
}

// The demand charge is not among the samples' costs: it moves by a factor of its own.
Tally moved(const Tally& run, const Tally& were, const Tally& are, double demand) {
  Tally out = in_proportion(run, were, are);
  out.demand_charge = demand * run.demand_charge;
  out.cost = out.grid_cost + out.supply_cost + out.certificate_cost + out.fuel_cost + out.demand_charge;
  return out;
}

}  // namespace

SampledRun::SampledRun(const Scenario& scenario, const RunResult& result)
    : scenario_(scenario), result_(result) {
  const std::vector<Hub>& hubs = scenario.platform.hubs;
  HUBWATT_EXPECTS(result.samples.size() == hubs.size());
  std::vector<KpiInput> inputs;
  for (std::size_t hub = 0; hub < hubs.size(); ++hub) {
    servers_.emplace_back(hubs[hub], scenario.platform);
    sources_.emplace_back(hubs[hub], scenario.seed);
    were_.push_back(solve(hub, scenario.platform, servers_[hub], {}, {}));
    inputs.push_back(kpi_input(hubs[hub], scenario.platform, result.hubs[hub], scenario.period.length));
  }
  headline_ = headline(inputs);
}

void SampledRun::Reach::add(std::span<const std::string> path, const Hub& hub) {
  if (path[0] == "server") part = std::max(part, Part::plant);
  if (path[0] != "hub" || path.size() < 2 || path[1] != hub.id) return;
  const std::string_view of = path.size() > 2 ? path[2] : std::string_view();
  if (is_one_of(of, plant_parts)) {
    part = std::max(part, Part::plant);
    return;
  }
  part = Part::conditions;
  const bool one_plant = of == "renewable" && path.size() > 4;
  if (!one_plant) differences.weather = true;
  for (std::size_t i = 0; i < hub.renewables.size(); ++i) {
    // Wind does not follow from the climate, so it stays where only that differs.
    const bool differs = one_plant ? path[3] == std::to_string(i) && !is_one_of(path[4], beside_output)
                         : of == "climate" ? hub.renewables[i].kind == RenewableKind::pv
                                           : true;
    if (differs) differences.renewables.push_back(i);
  }
}

SampledRun::Reach SampledRun::reach_of(std::span<const std::string> keys, const Hub& hub) {
  Reach reach;
  for (const std::string& key : keys) {
    const auto path = keys_of_path(key);
    HUBWATT_EXPECTS(path.has_value());
    reach.add(*path, hub);
  }
  auto& plants = reach.differences.renewables;
  std::sort(plants.begin(), plants.end());
  plants.erase(std::unique(plants.begin(), plants.end()), plants.end());
  return reach;
}

SampledRun::SampledHub SampledRun::solve(std::size_t index, const Platform& platform, const HubServers& as,
                                         const Reach& reach,
                                         std::span<const std::vector<PoolUse>> uses) {
  const Hub& hub = platform.hubs[index];
  const Power design_it = design_it_power(hub, platform);
  SiteConditionsSource source(hub, sources_[index], reach.differences);
  const bool met_anew = reach.part == Reach::Part::conditions;
  const std::vector<StepSample>& samples = result_.samples[index];
  SampledHub out;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    const StepSample& sample = samples[i];
    const AskedOfHub asked = held_work(sample, uses.empty() ? sample.uses : uses[i], servers_[index], as);
    SiteConditions now = met_anew ? source.at(sample.hour_utc) : sample.conditions;
    meet_grid(hub.grid, now);
    HubStores stores = held(sample.stores, hub);
    const HubState state =
        solve_hub(hub, asked.demand(), design_it, now, sample.decisions, sample.outages, stores, sample.dt);
    out.sums.add(state, asked.load, now, sample.stands_for);
    out.highest_grid = std::max(out.highest_grid, state.grid);
  }
  return out;
}

std::optional<std::vector<FigureChange>> SampledRun::with(const Platform& changed,
                                                          std::span<const std::string> keys) {
  return with(changed, {}, keys);
}

std::optional<std::vector<FigureChange>> SampledRun::with(const Platform& changed,
                                                          const WorkloadChanges& workloads,
                                                          std::span<const std::string> keys) {
  KnownDemand known{std::move(demand_), {}};
  std::vector<KpiInput> inputs;
  for (std::size_t hub = 0; hub < changed.hubs.size(); ++hub) {
    HubResult result = result_.hubs[hub];
    const Reach reach = reach_of(keys, changed.hubs[hub]);
    if (reach.part != Reach::Part::nothing || !workloads.none()) {
      const HubServers as(changed.hubs[hub], changed);
      if (!same_pools(servers_[hub], as)) return std::nullopt;
      std::vector<std::vector<PoolUse>> uses;
      if (!workloads.none())
        uses = ChangedWork(scenario_, workloads, servers_[hub], known).uses(result_.samples[hub]);
      const SampledHub is = solve(hub, changed, as, reach, uses);
      const SampledHub& was = were_[hub];
      const DemandCharge rate = scenario_.platform.hubs[hub].grid.demand_charge;
      double demand = rate > DemandCharge{} ? changed.hubs[hub].grid.demand_charge / rate : 1.0;
      if (was.highest_grid > Power{}) demand *= is.highest_grid / was.highest_grid;
      result.sums = moved(result.sums, was.sums, is.sums, demand);
    }
    inputs.push_back(kpi_input(changed.hubs[hub], changed, result, scenario_.period.length));
  }
  demand_ = std::move(known.was);
  const std::vector<double> are = headline(inputs);
  std::vector<FigureChange> out;
  for (std::size_t i = 0; i < are.size(); ++i)
    if (headline_[i] > 0.0) out.push_back({headline_keys[i], are[i] / headline_[i] - 1.0});
  return out;
}

std::vector<double> SampledRun::headline(std::span<const KpiInput> hubs) const {
  const KpiInput total = joined(hubs, {});
  std::vector<double> out;
  for (const std::string_view key : headline_keys) out.push_back(figure(total, key));
  return out;
}

}  // namespace hubwatt
