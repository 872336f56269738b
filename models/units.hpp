// The units that code multiplies with and divides by: `12.0 * unit::kW`, `p / unit::kW`.
// Data units are decimal (1 TB = 1e12 B), as network and storage vendors count.
#pragma once

#include "models/quantity.hpp"

namespace hubwatt::unit {

inline constexpr Duration second{1.0};
inline constexpr Duration ms{1e-3};
inline constexpr Duration us{1e-6};
inline constexpr Duration minute{60.0};
inline constexpr Duration hour{3600.0};
inline constexpr Duration day{86400.0};
inline constexpr Duration year{365.0 * 86400.0};

inline constexpr Energy J{1.0};
inline constexpr Energy kWh{3.6e6};
inline constexpr Energy MWh{3.6e9};
inline constexpr Energy TWh{3.6e15};
inline constexpr Power W{1.0};
inline constexpr Power kW{1e3};
inline constexpr Power MW{1e6};

inline constexpr TemperatureDifference K{1.0};

inline constexpr Carbon kg{1.0};
inline constexpr Carbon tonne{1e3};
inline constexpr CarbonIntensity kg_per_kWh{1.0 / 3.6e6};

inline constexpr Water litre{1.0};
inline constexpr Water cubic_metre{1e3};
inline constexpr WaterIntensity litre_per_kWh{1.0 / 3.6e6};

inline constexpr Money cny{1.0};
inline constexpr Price cny_per_kWh{1.0 / 3.6e6};

inline constexpr DataSize byte{1.0};
inline constexpr DataSize GB{1e9};
inline constexpr DataSize TB{1e12};
inline constexpr Bandwidth Gbps{1e9 / 8.0};
inline constexpr Bandwidth Tbps{1e12 / 8.0};
inline constexpr Bandwidth GB_per_s{1e9};

inline constexpr Work FLOP{1.0};
inline constexpr Rate GHz{1e9};
inline constexpr ComputeRate GFLOPS{1e9};
inline constexpr ComputeRate TFLOPS{1e12};
inline constexpr ComputeRate PFLOPS{1e15};
inline constexpr ComputeRate EFLOPS{1e18};

inline constexpr Length metre{1.0};
inline constexpr Length km{1e3};
inline constexpr Speed m_per_s{1.0};
inline constexpr Pressure Pa{1.0};
inline constexpr Irradiance W_per_m2{1.0};

}  // namespace hubwatt::unit
