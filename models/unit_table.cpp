#include "models/unit_table.hpp"

namespace hubwatt {
namespace {

constexpr Dimension one{};
constexpr Dimension time = Duration::dimension;
constexpr Dimension energy = Energy::dimension;
constexpr Dimension power = Power::dimension;
constexpr Dimension data = DataSize::dimension;
constexpr Dimension bandwidth = Bandwidth::dimension;
constexpr Dimension work = Work::dimension;
constexpr Dimension compute = ComputeRate::dimension;
constexpr Dimension length = Length::dimension;
constexpr Dimension area{.length = 2};
constexpr Dimension pressure = Pressure::dimension;

constexpr Unit units[] = {
    {"1", one},
    {"us", time, 1.0, 1e6},
    {"ms", time, 1.0, 1e3},
    {"s", time},
    {"min", time, 60.0},
    {"h", time, 3600.0},
    {"d", time, 86400.0},
    {"J", energy},
    {"kJ", energy, 1e3},
    {"MJ", energy, 1e6},
    {"GJ", energy, 1e9},
    {"TJ", energy, 1e12},
    {"Wh", energy, 3.6e3},
    {"kWh", energy, 3.6e6},
    {"MWh", energy, 3.6e9},
    {"GWh", energy, 3.6e12},
    {"TWh", energy, 3.6e15},
    {"W", power},
    {"kW", power, 1e3},
    {"MW", power, 1e6},
    {"GW", power, 1e9},
    {"TW", power, 1e12},
    {"K", TemperatureDifference::dimension},
    {"g", Carbon::dimension, 1.0, 1e3},
    {"kg", Carbon::dimension},
    {"t", Carbon::dimension, 1e3},
    {"L", Water::dimension},
    {"m3", Water::dimension, 1e3},
    {"CNY", Money::dimension},
    {"B", data},
    {"kB", data, 1e3},
    {"MB", data, 1e6},
    {"GB", data, 1e9},
    {"TB", data, 1e12},
    {"PB", data, 1e15},
    {"EB", data, 1e18},
    {"bps", bandwidth, 1.0, 8.0},
    {"kbps", bandwidth, 1e3, 8.0},
    {"Mbps", bandwidth, 1e6, 8.0},
    {"Gbps", bandwidth, 1e9, 8.0},
    {"Tbps", bandwidth, 1e12, 8.0},
    {"FLOP", work},
    {"TFLOP", work, 1e12},
    {"PFLOP", work, 1e15},
    {"EFLOP", work, 1e18},
    {"FLOPS", compute},
    {"GFLOPS", compute, 1e9},
    {"TFLOPS", compute, 1e12},
    {"PFLOPS", compute, 1e15},
    {"EFLOPS", compute, 1e18},
    {"ZFLOPS", compute, 1e21},
    {"MHz", Rate::dimension, 1e6},
    {"GHz", Rate::dimension, 1e9},
    {"m", length},
    {"km", length, 1e3},
    {"m2", area},
    {"Pa", pressure},
    {"hPa", pressure, 1e2},
    {"kPa", pressure, 1e3},
};

// Within a dimension from small to large. The last resort of a dimension is its base unit, in which every
// double has a text: a price between two neighbours in CNY/kWh would otherwise have none.
constexpr OfferedUnit offered[] = {
    {"us", OfferedUnit::Use::write},          {"ms", OfferedUnit::Use::write},
    {"s", OfferedUnit::Use::write},           {"min", OfferedUnit::Use::write},
    {"h", OfferedUnit::Use::write},           {"d", OfferedUnit::Use::write},
    {"1/d", OfferedUnit::Use::write},         {"1/h", OfferedUnit::Use::write},
    {"1/s", OfferedUnit::Use::write},         {"MHz", OfferedUnit::Use::read},
    {"GHz", OfferedUnit::Use::read},          {"J", OfferedUnit::Use::write},
    {"Wh", OfferedUnit::Use::write},          {"kWh", OfferedUnit::Use::write},
    {"MWh", OfferedUnit::Use::write},         {"GWh", OfferedUnit::Use::write},
    {"TWh", OfferedUnit::Use::write},         {"kJ", OfferedUnit::Use::read},
    {"MJ", OfferedUnit::Use::read},           {"GJ", OfferedUnit::Use::read},
    {"TJ", OfferedUnit::Use::read},           {"W", OfferedUnit::Use::write},
    {"kW", OfferedUnit::Use::write},          {"MW", OfferedUnit::Use::write},
    {"GW", OfferedUnit::Use::write},          {"TW", OfferedUnit::Use::write},
    {"K", OfferedUnit::Use::write},           {"g", OfferedUnit::Use::write},
    {"kg", OfferedUnit::Use::write},          {"t", OfferedUnit::Use::write},
    {"kg/kWh", OfferedUnit::Use::write},      {"g/kWh", OfferedUnit::Use::read},
    {"kg/MWh", OfferedUnit::Use::read},       {"t/MWh", OfferedUnit::Use::read},
    {"kg/J", OfferedUnit::Use::last_resort},  {"L", OfferedUnit::Use::write},
    {"m3", OfferedUnit::Use::write},          {"L/h", OfferedUnit::Use::write},
    {"m3/h", OfferedUnit::Use::write},        {"L/s", OfferedUnit::Use::read},
    {"L/kWh", OfferedUnit::Use::write},       {"L/MWh", OfferedUnit::Use::read},
    {"L/J", OfferedUnit::Use::last_resort},   {"CNY", OfferedUnit::Use::write},
    {"CNY/kWh", OfferedUnit::Use::write},     {"CNY/MWh", OfferedUnit::Use::read},
    {"CNY/J", OfferedUnit::Use::last_resort}, {"CNY/kW", OfferedUnit::Use::write},
    {"CNY/W", OfferedUnit::Use::last_resort}, {"kg/kW", OfferedUnit::Use::write},
    {"kg/W", OfferedUnit::Use::last_resort},  {"B", OfferedUnit::Use::write},
    {"kB", OfferedUnit::Use::write},          {"MB", OfferedUnit::Use::write},
    {"GB", OfferedUnit::Use::write},          {"TB", OfferedUnit::Use::write},
    {"PB", OfferedUnit::Use::write},          {"EB", OfferedUnit::Use::write},
    {"bps", OfferedUnit::Use::write},         {"kbps", OfferedUnit::Use::write},
    {"Mbps", OfferedUnit::Use::write},        {"Gbps", OfferedUnit::Use::write},
    {"Tbps", OfferedUnit::Use::write},        {"B/s", OfferedUnit::Use::read},
    {"MB/s", OfferedUnit::Use::read},         {"GB/s", OfferedUnit::Use::read},
    {"TB/s", OfferedUnit::Use::read},         {"FLOP", OfferedUnit::Use::write},
    {"TFLOP", OfferedUnit::Use::write},       {"PFLOP", OfferedUnit::Use::write},
    {"EFLOP", OfferedUnit::Use::write},       {"FLOPS", OfferedUnit::Use::write},
    {"GFLOPS", OfferedUnit::Use::write},      {"TFLOPS", OfferedUnit::Use::write},
    {"PFLOPS", OfferedUnit::Use::write},      {"EFLOPS", OfferedUnit::Use::write},
    {"m", OfferedUnit::Use::write},           {"km", OfferedUnit::Use::write},
    {"m2", OfferedUnit::Use::write},          {"m/s", OfferedUnit::Use::write},
    {"km/h", OfferedUnit::Use::read},         {"Pa", OfferedUnit::Use::write},
    {"hPa", OfferedUnit::Use::write},         {"kPa", OfferedUnit::Use::write},
    {"W/m2", OfferedUnit::Use::write},        {"TB/TFLOPS", OfferedUnit::Use::write},
    {"TB/GFLOPS", OfferedUnit::Use::write},   {"B/FLOPS", OfferedUnit::Use::last_resort},
    {"Gbps/TFLOPS", OfferedUnit::Use::write}, {"B/FLOP", OfferedUnit::Use::last_resort},
    {"W/TB", OfferedUnit::Use::write},        {"W/B", OfferedUnit::Use::last_resort},
    {"W/Gbps", OfferedUnit::Use::write},      {"J/B", OfferedUnit::Use::last_resort},
    {"ZFLOPS", OfferedUnit::Use::read},
};

struct Name {
  Dimension dimension;
  std::string_view words;
};

constexpr Name names[] = {
    {one, "a bare number"},
    {time, "a duration"},
    {Rate::dimension, "a rate"},
    {energy, "an energy"},
    {power, "a power"},
    {TemperatureDifference::dimension, "a temperature difference"},
    {Carbon::dimension, "a mass (of carbon dioxide equivalent)"},
    {CarbonIntensity::dimension, "a carbon intensity"},
    {Water::dimension, "a volume of water"},
    {WaterFlow::dimension, "a water flow"},
    {WaterIntensity::dimension, "a water intensity"},
    {Money::dimension, "an amount of money"},
    {Price::dimension, "a price of energy"},
    {Dimension{.time = 1, .energy = -1, .money = 1}, "a price of power"},
    {Dimension{.time = 1, .energy = -1, .carbon = 1}, "a carbon mass per power"},
    {data, "a data size"},
    {bandwidth, "a bandwidth"},
    {work, "a number of operations"},
    {compute, "a compute rate"},
    {StoragePerCompute::dimension, "a storage per compute"},
    {BandwidthPerCompute::dimension, "a bandwidth per compute"},
    {PowerPerStorage::dimension, "a power per storage"},
    {PowerPerBandwidth::dimension, "a power per bandwidth"},
    {length, "a length"},
    {area, "an area"},
    {Speed::dimension, "a speed"},
    {pressure, "a pressure"},
    {Irradiance::dimension, "an irradiance"},
};

}  // namespace

std::span<const Unit> known_units() {
  return units;
}

std::span<const OfferedUnit> offered_units() {
  return offered;
}

std::string_view name_of(const Dimension& dimension) {
  for (const Name& name : names)
    if (name.dimension == dimension) return name.words;
  return "a quantity of another kind";
}

}  // namespace hubwatt
