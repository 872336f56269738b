// What is installed: servers, racks, hubs with their plant and supply, origins of demand, links. Plain values
// in the order of the platform file, joined by indices. Nothing here knows time, files or SimGrid.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/battery.hpp"
#include "models/climate.hpp"
#include "models/climate_shift.hpp"
#include "models/confidence.hpp"
#include "models/cooling.hpp"
#include "models/demand_charge.hpp"
#include "models/embodied.hpp"
#include "models/frequency.hpp"
#include "models/generator.hpp"
#include "models/heat_reuse.hpp"
#include "models/hourly.hpp"
#include "models/idle_state.hpp"
#include "models/power_chain.hpp"
#include "models/quantity.hpp"
#include "models/server_fans.hpp"
#include "models/server_power.hpp"
#include "models/solar.hpp"
#include "models/tariff.hpp"
#include "models/thermal_storage.hpp"
#include "models/wind.hpp"
#include "platforms/id.hpp"

namespace hubwatt {

enum class Side { none, east, west };

struct Location {
  double latitude = 0.0;   // degrees north
  double longitude = 0.0;  // degrees east
  Length altitude{};
};

// A kind of server. Accelerator figures are per accelerator; zero accelerators means a CPU server.
struct ServerType {
  std::string id;
  std::string name;
  ServerPower power;
  ServerFans fans;
  std::optional<Frequency> frequency;  // where empty, it knows the full clock only
  std::vector<IdleState> idle_states;
  ComputeRate peak_compute{};    // dense BF16 or FP16, for accelerators
  DataSize memory{};             // of one accelerator
  Bandwidth memory_bandwidth{};  // of one accelerator
  Carbon embodied{};             // of a whole server
  Duration life{};               // over which embodied carbon is spread
  std::string source;
  Confidence confidence = Confidence::estimate;

  int accelerators() const { return power.accelerators; }
};

// Racks of one kind in a hub. Each simulated rack stands for `represents` real ones.
struct RackGroup {
  ServerTypeId server;
  int racks = 0;
  int servers_per_rack = 0;
  int represents = 1;
  double background_activity = 0.0;  // of CPU servers, which no job or service of ours occupies
  std::optional<Power> power_cap = std::nullopt;  // of one server; kept by lowering its clock
  double frequency = 1.0;            // highest clock allowed, over the full one
  std::string when_idle = {};        // the idle state of its type that its servers fall into; empty: none
  Duration idle_after{};             // without work for so long

  int servers() const { return racks * servers_per_rack; }
  int accelerators_of(const ServerType& type) const { return servers() * type.accelerators(); }
};

enum class RenewableKind { pv, wind };
enum class SupplyContract { on_site, direct, certificate };

// Generation whose attributes the hub holds. Capacity is of the real plant, whatever racks `represent`.
struct Renewable {
  RenewableKind kind = RenewableKind::pv;
  Power capacity{};
  double capacity_factor = 0.0;          // annual mean, where `output` and `irradiance` are empty
  std::optional<Hourly<double>> output;  // share of capacity by hour, where a file gives it
  std::optional<Hourly<Irradiance>> irradiance;  // measured by hour, of a PV plant
  IrradiancePlane irradiance_plane = IrradiancePlane::modules;
  PvPlant pv;      // of a PV plant
  PvSky sky;       // of its synthetic year
  WindFarm wind;   // of a wind farm
  SupplyContract contract = SupplyContract::on_site;
  CarbonIntensity carbon{};  // its own factor, for market-based accounts
  Price price{};             // paid for what is used of it
};

struct Grid {
  Hourly<CarbonIntensity> carbon;
  std::optional<Hourly<CarbonIntensity>> residual_carbon;  // where empty, `carbon`
  Hourly<Price> price;                                     // before the time-of-use factor
  Tariff tariff;                                           // flat where the file names none
  DemandCharge demand_charge{};                            // per month, on the highest power; 0 for none
  Hourly<double> renewable_share;
  bool attributes = false;  // whether that share may be claimed as green
};

struct Hub {
  std::string id;
  std::string name;
  Side side = Side::none;
  Location location;
  Duration utc_offset{};
  Climate climate;
  ClimateShift climate_shift;  // of a future, and heat waves
  Cooling cooling;
  PowerChain power_chain;
  std::optional<Power> design_it_power;  // where empty, the peak of all servers
  std::optional<double> pue_limit;
  std::optional<double> green_share_target;
  bool start_up_area = true;  // of the programme: rules of its side hold
  bool new_build = false;     // rules for new data centers hold
  std::optional<int> rack_positions;  // racks the hall has room for; where empty, the racks installed
  Grid grid;
  std::vector<RackGroup> racks;
  std::vector<Renewable> renewables;
  std::optional<Battery> battery;
  std::optional<ThermalStorage> cold_store;
  std::optional<HeatReuse> heat_reuse;
  double water_stress = 1.0;  // weight of a litre at this place
  std::vector<Generator> generators;
  std::optional<Building> building;
};

struct Origin {
  std::string id;
  Location location;
};

// An end of a link: a hub or an origin.
struct EndPoint {
  enum class Kind { hub, origin } kind = Kind::hub;
  int index = 0;
  friend bool operator==(const EndPoint&, const EndPoint&) = default;
};

struct Link {
  std::string id;  // "zhongwei-qingpu"
  EndPoint a, b;
  Duration latency{};     // one-way
  Bandwidth bandwidth{};  // each way
  double availability = 1.0;
};

struct Platform {
  std::string name;
  std::vector<ServerType> servers;  // the catalogue's, then the file's own
  std::vector<Origin> origins;
  std::vector<Hub> hubs;
  std::vector<Link> links;
  double route_factor = 1.0;  // fibre length over great-circle distance
  Duration latency_per_km{};  // of fibre
  std::optional<Duration> mean_time_to_repair;  // of links; where empty, links do not fail in a run
};

}  // namespace hubwatt
