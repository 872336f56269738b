#include "scenarios/docs.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scenarios/activity_fields.hpp"
#include "scenarios/basis.hpp"
#include "scenarios/climate_fields.hpp"
#include "scenarios/cooling_fields.hpp"
#include "scenarios/field_distribution.hpp"
#include "scenarios/heat_fields.hpp"
#include "scenarios/inference_fields.hpp"
#include "scenarios/network_fields.hpp"
#include "scenarios/outage_fields.hpp"
#include "scenarios/platform_fields.hpp"
#include "scenarios/policy_fields.hpp"
#include "scenarios/power_chain_fields.hpp"
#include "scenarios/projection/economy_fields.hpp"
#include "scenarios/projection/projection_fields.hpp"
#include "scenarios/scenario_fields.hpp"
#include "scenarios/server_fields.hpp"
#include "scenarios/server_parts_fields.hpp"
#include "scenarios/study/study_fields.hpp"
#include "scenarios/supply_fields.hpp"
#include "scenarios/training_fields.hpp"

namespace hubwatt {
namespace {

std::string presence_of(const FieldText& field) {
  if (field.absent.empty()) return "required";
  if (field.absent_reason.empty()) return "left out: " + field.absent;
  return "default " + field.absent + ": " + field.absent_reason;
}

std::string section(std::string_view heading, std::string_view about, const std::vector<FieldText>& fields) {
  std::string out = fmt::format("{}\n  {}\n", heading, about);
  for (const FieldText& field : fields) {
    const std::string limits = field.limits.empty() ? "" : ", " + field.limits;
    out += fmt::format("    {:<24} {}{}\n", field.key, field.type, limits);
    out += fmt::format("    {:<24}   {} ({})\n", "", field.doc, presence_of(field));
  }
  return out + "\n";
}

template <class T>
std::string section_of(std::string_view heading, std::string_view about) {
  return section(heading, about, describe(form_of<T>()));
}

template <class V>
std::string kinds_of(std::string_view what, const std::vector<Alternative<V>>& alternatives) {
  std::string out;
  for (const Alternative<V>& known : alternatives) {
    out +=
        section(fmt::format("{} = {{ kind = \"{}\", ... }}", what, known.kind), known.doc, known.describe());
  }
  return out;
}

constexpr std::string_view conventions =
    "A value with a dimension is a string with its unit (\"12 MW\", \"20 ms\", \"0.53 kg/kWh\"); bare "
    "numbers are\n"
    "counts and ratios. Paths are relative to the file they stand in. Unknown keys are mistakes. A value "
    "that the\n"
    "catalogue has is named (\"cold-plate\"), or changed: { entry = \"cold-plate\", liquid_share = 0.7 }.\n"
    "`--set hub.NAME.grid.price=\"0.3 CNY/kWh\"` addresses any key; tables of a list go by id, name or "
    "position,\n"
    "and all of them by a star: `--set 'hub.*.cooling=cold-plate'`. Figures of an entry are addressed below\n"
    "the key that names it, server types by their name: `--set server.hgx-h100.idle_power='1.7 kW'`. A run\n"
    "tells every key it was read from in inputs.json.\n\n";

constexpr std::string_view year_conventions =
    "A figure over the years is a constant, values of some years with lines between them, or such values "
    "with\n"
    "growth after the last: 0.6, { 2024 = 1.42, 2030 = 1.28 }, { 2024 = \"166 TWh\", growth = 0.15 }; with\n"
    "between = \"geometric\" the rate between two years is constant. A value holds before the first year "
    "told, and\n"
    "after the last unless it grows. Any number may be a distribution; growth may be a path too.\n\n";

std::string platform_page() {
  return fmt::format("PLATFORM FILE\n\n{}", conventions) +
         section_of<Platform>("top of the file", "what is installed, and how it is connected") +
         section_of<ServerType>("[server.NAME]", "a server type of the file's own") +
         section_of<ServerParts>("parts", "of a server type: its devices") +
         section_of<Devices>("accelerators, sockets", "of a server's parts") +
         section_of<ServerSupply>("supply", "of a server's parts") +
         section_of<Frequency>("frequency", "of a server type: its clocks") +
         section_of<IdleState>("idle_state = [{ ... }]", "of a server type") +
         section_of<Origin>("[[origin]]", "where demand comes from") +
         section_of<Location>("location", "of an origin or a hub") +
         section_of<NetworkKeys>(
             "[network]", "latency of a path without a link: distance x route_factor x latency_per_km") +
         section_of<Hub>("[[hub]]", "a data center site") +
         kinds_of<Climate>("climate", climate_kinds(Location{})) +
         section_of<ClimateShift>("climate", "beside the keys of its kind") +
         section_of<HeatWave>("climate.heat_wave", "a hot spell of every year") +
         section_of<DayToDay>("climate.day_to_day", "spells of warm and cold days, of normals") +
         section_of<WeatherColumns>("climate.columns", "names of columns, of kind csv") +
         kinds_of<CoolingPlant>("cooling", cooling_kinds()) +
         section_of<Cooling>("cooling", "beside the keys of its kind") +
         section_of<VariableSpeed>("fans, pumps, tower, pumps_and_fans", "of a cooling plant") +
         section_of<Compressor>("compressor", "of a cooling plant") +
         section_of<PartLoad>("part_load", "of a compressor") +
         section_of<WaterUse>("water", "of a cooling plant") +
         section_of<LiquidLoop>("loop", "of a cooling plant") +
         section_of<CoolingPart>("part", "of a mixed hall") +
         section_of<ThermalStorage>("[hub.cold_store]", "cold water, made before it is needed") +
         section_of<HeatReuse>("[hub.heat_reuse]", "waste heat for a heat network") +
         section_of<HeatDemand>("demand", "of a heat network") +
         section_of<PowerChain>("power_chain", "where it is written in full") +
         section_of<ChainStage>("transformer, ups, distribution, rack_supply", "losses, of rated power") +
         section_of<SecondPath>("second_path", "of a power chain") +
         section_of<Grid>("[hub.grid]", "what the grid delivers") +
         section_of<TariffPeriods>("time_of_use", "where it is written in full") +
         section_of<ColumnOfFile>("{ file, column }", "any figure by hour") +
         section_of<RackGroup>("[[hub.rack]]", "equal racks of a hub") +
         section_of<Renewable>("[[hub.renewable]]", "a plant whose attributes the hub holds") +
         section_of<PvPlant>("pv", "of a renewable plant, where it is written in full") +
         section_of<PvSky>("sky", "of a renewable plant, where it is written in full") +
         section_of<WindFarm>("wind", "of a renewable plant, where it is written in full") +
         section_of<Battery>("[hub.battery]", "beside the busbar") +
         section_of<BatteryAgeing>("ageing", "of a battery") +
         section_of<Generator>("[[hub.generator]]", "sets that burn fuel on the site") +
         section_of<Building>("[hub.building]", "shell and plant of the data center") +
         section_of<Link>("[[link]]", "between two ends") +
         section_of<Basis>("[[basis]]",
                           "how figures of this file are founded; the last to cover a key counts");
}

std::string scenario_page() {
  std::string out =
      fmt::format("SCENARIO FILE\n\n{}", conventions) +
      section_of<Scenario>("top of the file", "what runs where, and when") +
      section("[[training]]", "a list, a trace or a stream of training jobs", describe_training()) +
      section_of<JobRecord>("jobs = [{ ... }]", "the jobs of a list") +
      section_of<ActivityPreset>("kind", "of work, where it is written in full") +
      section_of<Checkpoint>("checkpoint", "of a training workload") +
      section_of<InferenceService>("[[inference]]", "a service that answers requests") +
      section_of<DayProfile>("profile", "where it is written in full") +
      section_of<InferenceModel>("model", "where it is written in full") +
      section_of<Outage>("[[outage]]", "plant that is out of service for a while") +
      section_of<OutputSwitches>("output", "which files a run writes") +
      section_of<PolicyChoices>("[policy]", "who decides; see `hubwatt docs policy`") +
      section_of<Basis>("[[basis]]", "how figures of this file are founded; the last to cover a key counts");
  for (const DistributionText& known : describe_distributions()) {
    out += section(known.name, "a distribution", known.fields);
  }
  return out;
}

std::string projection_page() {
  std::string out =
      fmt::format("PROJECTION FILE\n\n{}{}", conventions, year_conventions) +
      section_of<Projection>("top of the file", "energy and capacity, year by year") +
      section_of<ServerClass>("[[servers]]", "servers of one kind, by the years they ship in") +
      section_of<StepLifeTold>("life", "of servers: all retire at one age, or") +
      section_of<WeibullLifeTold>("life", "by a survival curve") +
      section_of<BuildOut>("build_out", "of servers: shipments follow demand") +
      section_of<ComputeDemand>("[[demand]]", "what is asked of the servers") +
      section_of<Sector>("[[demand.sector]]", "who asks") +
      section_of<StorageGear>("[storage]", "beside compute") +
      section_of<NetworkGear>("[network]", "beside compute") +
      section_of<RackStock>("[racks]", "standard racks") +
      section_of<Plant>("[[plant]]", "what a kWh of IT needs beside") +
      section_of<SimulatedWeeks>("simulated", "of a plant: weeks of a platform's year") +
      section_of<LoadPlace>("[[place]]", "where the load stands") +
      section_of<GridPath>("[grid]", "carbon and price over the years") +
      section_of<DrawSettings>("[draws]", "how uncertain figures are drawn") +
      section_of<InputCorrelation>("[[draws.correlation]]", "figures that move together") +
      section_of<EconomySettings>("[economy]", "published claims to stand beside it") +
      section_of<IndexSettings>("[economy.index]", "the development index") +
      section_of<BranchJudgement>("judgement", "of an index: how its parts weigh against each other") +
      section_of<GrowthEconomy>("[economy.growth]", "the endogenous growth model") +
      section_of<CityRegression>("regression", "where it is written in full") +
      section_of<ThresholdRegression>("threshold", "where it is written in full") +
      section_of<IndexSlope>("index_slope", "where it is written in full") +
      section_of<BesideProjection>("[[beside]]", "a projection of another scope");
  for (const DistributionText& known : describe_distributions())
    out += section(known.name, "a distribution", known.fields);
  return out;
}

std::string study_page() {
  return fmt::format("STUDY FILE\n\n{}", conventions) +
         "`hubwatt sweep STUDY` runs one scenario again and again, each time with other settings. Each [[axis]] is one\n"
         "thing that differs: values of a key, levels that change several keys, or a range. full-factorial runs every\n"
         "level with every other; one-at-a-time the first level of all, then each other level by itself;\n"
         "latin-hypercube cuts each axis into as many parts as there are samples and meets each part once (McKay,\n"
         "Beckman, Conover, Technometrics 21, 1979), so that few points cover many axes. Changes are made in the\n"
         "order: `set`, then the axes as they stand in the file.\n\n" +
         section_of<Study>("top of the file", "which scenario, and how its axes are combined") +
         section_of<AxisTold>("[[axis]]", "key and values, or name and levels, or key, low and high") +
         section_of<Level>("[[axis.level]]", "a setting with a name") +
         section_of<Objective>("[[objective]]", "what points are judged by");
}

std::string policy_page() {
  return "POLICIES\n\n"
         "Each kind of decision is made by one module. A module is shipped (named) or your own (a path to a "
         ".so).\n"
         "How to write one: policies/README.md. Which there are: `hubwatt policies list`.\n\n" +
         section_of<PolicyChoices>("[policy]", "which module makes which decision") +
         section_of<PolicyChoice>("dispatch, schedule, cooling, supply", "where more than a name is told");
}

}  // namespace

std::vector<std::string_view> docs_topics() {
  return {"scenario", "platform", "projection", "study", "policy"};
}

std::string docs(std::string_view topic) {
  if (topic == "scenario") return scenario_page();
  if (topic == "platform") return platform_page();
  if (topic == "projection") return projection_page();
  if (topic == "study") return study_page();
  if (topic == "policy") return policy_page();
  return {};
}

}  // namespace hubwatt
