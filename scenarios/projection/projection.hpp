// A projection as values: which energy is counted, what is installed and shipped, what is asked of it, where it
// stands and what that place adds per kWh of IT energy, year by year. Built by projection_reader.hpp, evaluated by
// chain.hpp for one draw of its uncertain inputs. Figures are in base units.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "models/attribution.hpp"
#include "models/capacity.hpp"
#include "models/cohort.hpp"
#include "scenarios/projection/draw_settings.hpp"
#include "scenarios/projection/economy_settings.hpp"
#include "scenarios/projection/year_path.hpp"
#include "scenarios/scenario.hpp"

namespace hubwatt {

using PlantId = Id<struct PlantTag>;
using DemandId = Id<struct DemandTag>;

// Racks of a rated power, partly occupied: either they say what the IT load is, or it says how many they are.
struct RackStock {
  std::optional<YearPath> installed;  // racks; where empty, what the IT load needs
  YearPath rating;                    // power of one
  YearPath occupancy;                 // share of the rated power in use
};

// How long servers stay, as models/cohort.hpp has it; any figure of it may be drawn.
struct StepLifeTold {
  Uncertain years;
};
struct WeibullLifeTold {
  Uncertain scale_years, shape;
};
using ServiceLife = std::variant<StepLifeTold, WeibullLifeTold>;

Survival survival_in(const ServiceLife& life, Draw draw);

// Shipments of the years after the last one told follow demand: what is ordered so many years before, for the load
// foreseen then, at the utilization aimed at.
struct BuildOut {
  int lead_time = 0;  // years
  YearPath utilization;
  std::optional<YearPath> most_shipments;  // per year; where empty, no limit
};

// Servers of one kind and generation line. Figures of a server are those of the year it ships in.
struct ServerClass {
  std::string name;
  CapacityTag tag;     // precision and scope of `compute`
  YearPath shipments;  // servers per year
  std::optional<BuildOut> build_out;
  ServiceLife life;
  YearPath compute;         // of one server, in the tag's precision
  YearPath fp32_per_flops;  // FP32 equivalents of one FLOPS of the tag's precision
  YearPath idle_power, peak_power;
  std::optional<YearPath> activity;    // 0..1, of all servers
  std::optional<PlantId> activity_of;  // or that of a simulated plant
  std::vector<DemandId> serves;        // or what these demands ask of them
  std::optional<YearPath> embodied;    // carbon of one server
};

// Storage and network beside compute, in proportion to the FP32-equivalent capacity of all classes.
struct StorageGear {
  YearPath data_per_compute;  // bytes per FLOPS
  YearPath power_per_data;    // W per byte
};
struct NetworkGear {
  YearPath bandwidth_per_compute;  // byte/s per FLOPS
  YearPath power_per_bandwidth;    // W per byte/s
};

struct Sector {
  std::string name;
  YearPath share;
};

struct ComputeDemand {
  std::string name;     // "training", "inference"
  YearPath compute;     // FLOPS as a mean over the year, at the algorithms of the first year
  YearPath algorithms;  // share per year by which the same work needs less; from the second year on
  std::vector<Sector> sectors;
};

// What a place adds to a kWh at the IT input. Typed in the file, or measured in simulated weeks of a platform. What is
// not told is not in the results either.
struct PlantFigures {
  std::optional<YearPath> pue;                         // facility over IT energy; or its three parts:
  std::optional<YearPath> cooling, chain_loss, other;  // kWh per kWh of IT
  std::optional<YearPath> water;                       // of the site, per IT energy
  std::optional<YearPath> green_share;                 // of facility energy
  std::optional<YearPath> grid_carbon;                 // per facility energy, location-based
  std::optional<YearPath> residual_carbon;             // per facility energy that is not green, market-based
  std::optional<YearPath> price;                       // per facility energy
  double gpu_activity = 0.0, gpu_allocation = 0.0;     // of simulated ones
};

// Where a plant's figures come from when they are simulated.
struct SimulatedWeeks {
  std::filesystem::path scenario;
  std::vector<std::string> overrides;
  std::vector<std::string> hubs;  // empty: all
  int weeks = 8;
  bool check_full_year = true;
};

struct Plant {
  std::string name;
  std::optional<SimulatedWeeks> simulated;
  PlantFigures figures;
  YearPath pue_above_model;  // added to a simulated PUE: what real sites draw beyond the models
};

// A part of the IT load: where it stands and in which plants.
struct LoadPlace {
  std::string name;
  Side side = Side::none;
  std::optional<YearPath> share;        // of the IT energy; the one place without takes the rest
  PlantId plant;                        // of what stands in the first year
  std::optional<PlantId> new_plant;     // of growth and of what is refitted
  YearPath refit;                       // share of the remaining old load per year
  std::optional<YearPath> green_share;  // in the place of the plants'
};

// National means over the years. Plants whose own figure is simulated keep its ratio to that of the first year.
struct GridPath {
  std::optional<YearPath> carbon, price;
};

// A projection of another scope that is run beside this one.
struct BesideProjection {
  std::filesystem::path file;
  std::string why;  // they differ
};

// Which stock a year's energy is counted with.
enum class StockYear { year_end, mean_of_year };

struct Projection {
  std::string name;
  std::string region;             // whose data centers: "China", "world"
  std::string scope, scope_note;  // whose count, and what is in it
  std::filesystem::path directory;
  int first_year = 0, last_year = 0;
  std::uint64_t seed = 0;

  // One of three says how much IT energy there is.
  std::optional<YearPath> energy;  // facility energy, top down
  std::optional<RackStock> racks;
  std::vector<ServerClass> servers;

  StockYear stock_year = StockYear::year_end;
  std::optional<StorageGear> storage;
  std::optional<NetworkGear> network;
  std::vector<ComputeDemand> demands;
  YearPath most_utilization;  // highest activity the servers can be driven to
  std::vector<Plant> plants;
  std::vector<LoadPlace> places;
  GridPath grid;

  DrawSettings draws;
  std::vector<DrawnInput> inputs;
  AttributionMethod attribution = AttributionMethod::shapley;
  std::optional<EconomySettings> economy;
  std::vector<BesideProjection> beside;
  std::vector<FileDigest> files;
};

}  // namespace hubwatt
