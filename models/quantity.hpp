// A number with a dimension. Eight bytes, no run-time cost: a dimension is a template parameter, and
// arithmetic that mixes dimensions wrongly does not compile. Make one with a unit and read it with a unit:
//   Power p = 12.0 * unit::kW;   double kw = p / unit::kW;
// Not here: unit text (unit_text.hpp). Temperatures as points are a type of their own, since 20 degC is not
// a multiple of anything.
#pragma once

#include <compare>
#include <cstdint>

namespace hubwatt {

// Exponents of the base units second, joule, kelvin, kg CO2e, litre, CNY, byte, FLOP, metre.
struct Dimension {
  std::int8_t time{}, energy{}, temperature{}, carbon{}, water{}, money{}, data{}, work{}, length{};
  friend constexpr bool operator==(const Dimension&, const Dimension&) = default;

  // Dimension of a product (sign +1) or of a quotient (sign -1).
  constexpr Dimension joined(const Dimension& b, int sign) const {
    const auto add = [sign](std::int8_t x, std::int8_t y) { return static_cast<std::int8_t>(x + sign * y); };
    return {add(time, b.time),   add(energy, b.energy), add(temperature, b.temperature),
            add(carbon, b.carbon), add(water, b.water), add(money, b.money),
            add(data, b.data),   add(work, b.work),     add(length, b.length)};
  }
};

template <Dimension D>
class Quantity {
 public:
  static constexpr Dimension dimension = D;

  constexpr Quantity() = default;
  // `base` counts base units; only unit definitions and the raw borders (unit text, SimGrid, abi.h) use it.
  constexpr explicit Quantity(double base) : base_(base) {}
  constexpr double base() const { return base_; }

  constexpr Quantity& operator+=(Quantity b) { base_ += b.base_; return *this; }
  constexpr Quantity& operator-=(Quantity b) { base_ -= b.base_; return *this; }
  constexpr Quantity& operator*=(double b) { base_ *= b; return *this; }

  friend constexpr Quantity operator+(Quantity a, Quantity b) { return Quantity(a.base_ + b.base_); }
  friend constexpr Quantity operator-(Quantity a, Quantity b) { return Quantity(a.base_ - b.base_); }
  friend constexpr Quantity operator-(Quantity a) { return Quantity(-a.base_); }
  friend constexpr Quantity operator*(Quantity a, double b) { return Quantity(a.base_ * b); }
  friend constexpr Quantity operator*(double a, Quantity b) { return Quantity(a * b.base_); }
  friend constexpr Quantity operator/(Quantity a, double b) { return Quantity(a.base_ / b); }
  friend constexpr auto operator<=>(Quantity, Quantity) = default;

 private:
  double base_ = 0.0;
};

template <Dimension A, Dimension B>
constexpr auto operator*(Quantity<A> a, Quantity<B> b) {
  constexpr Dimension product = A.joined(B, +1);
  if constexpr (product == Dimension{}) return a.base() * b.base();
  else return Quantity<product>(a.base() * b.base());
}

template <Dimension A, Dimension B>
constexpr auto operator/(Quantity<A> a, Quantity<B> b) {
  constexpr Dimension quotient = A.joined(B, -1);
  if constexpr (quotient == Dimension{}) return a.base() / b.base();
  else return Quantity<quotient>(a.base() / b.base());
}

template <Dimension D>
constexpr Quantity<D> abs(Quantity<D> q) { return q.base() < 0.0 ? -q : q; }

using Duration = Quantity<Dimension{.time = 1}>;
using Rate = Quantity<Dimension{.time = -1}>;
using Energy = Quantity<Dimension{.energy = 1}>;
using Power = Quantity<Dimension{.time = -1, .energy = 1}>;
using TemperatureDifference = Quantity<Dimension{.temperature = 1}>;
using Carbon = Quantity<Dimension{.carbon = 1}>;
using CarbonIntensity = Quantity<Dimension{.energy = -1, .carbon = 1}>;
using Water = Quantity<Dimension{.water = 1}>;
using WaterFlow = Quantity<Dimension{.time = -1, .water = 1}>;
using WaterIntensity = Quantity<Dimension{.energy = -1, .water = 1}>;
using Money = Quantity<Dimension{.money = 1}>;
using Price = Quantity<Dimension{.energy = -1, .money = 1}>;
using DataSize = Quantity<Dimension{.data = 1}>;
using Bandwidth = Quantity<Dimension{.time = -1, .data = 1}>;
using Work = Quantity<Dimension{.work = 1}>;              // FLOP
using ComputeRate = Quantity<Dimension{.time = -1, .work = 1}>;  // FLOP/s
using StoragePerCompute = Quantity<Dimension{.time = 1, .data = 1, .work = -1}>;
using BandwidthPerCompute = Quantity<Dimension{.data = 1, .work = -1}>;
using PowerPerStorage = Quantity<Dimension{.time = -1, .energy = 1, .data = -1}>;
using PowerPerBandwidth = Quantity<Dimension{.energy = 1, .data = -1}>;
using Length = Quantity<Dimension{.length = 1}>;
using Speed = Quantity<Dimension{.time = -1, .length = 1}>;
using Pressure = Quantity<Dimension{.energy = 1, .length = -3}>;
using Irradiance = Quantity<Dimension{.time = -1, .energy = 1, .length = -2}>;

// A point on the temperature scale. Differences are TemperatureDifference.
class Temperature {
 public:
  constexpr Temperature() = default;
  static constexpr Temperature celsius(double degrees) { return Temperature(degrees + 273.15); }
  static constexpr Temperature kelvin(double k) { return Temperature(k); }
  constexpr double celsius() const { return kelvin_ - 273.15; }
  constexpr double kelvin() const { return kelvin_; }

  friend constexpr Temperature operator+(Temperature t, TemperatureDifference d) {
    return Temperature(t.kelvin_ + d.base());
  }
  friend constexpr Temperature operator-(Temperature t, TemperatureDifference d) {
    return Temperature(t.kelvin_ - d.base());
  }
  friend constexpr TemperatureDifference operator-(Temperature a, Temperature b) {
    return TemperatureDifference(a.kelvin_ - b.kelvin_);
  }
  friend constexpr auto operator<=>(Temperature, Temperature) = default;

 private:
  constexpr explicit Temperature(double k) : kelvin_(k) {}
  double kelvin_ = 273.15;
};

static_assert(sizeof(Power) == sizeof(double) && sizeof(Temperature) == sizeof(double));

}  // namespace hubwatt
