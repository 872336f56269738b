// Indices into a platform's vectors that cannot be mixed up.
#pragma once

#include <compare>
#include <cstddef>

namespace hubwatt {

template <class Tag>
struct Id {
  std::size_t index = 0;
  friend constexpr auto operator<=>(Id, Id) = default;
};

using HubId = Id<struct HubTag>;
using OriginId = Id<struct OriginTag>;
using LinkId = Id<struct LinkTag>;
using ServerTypeId = Id<struct ServerTypeTag>;

}  // namespace hubwatt
