#include "platforms/platform_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "models/unit_text.hpp"
#include "models/units.hpp"
#include "platforms/site_plant.hpp"
#include "platforms/wan.hpp"

namespace hubwatt {

namespace {

// Four digits are enough for a reader; to_text keeps all.
std::string power_text(Power p) {
  return p < unit::MW ? fmt::format("{:.4g} kW", p / unit::kW) : fmt::format("{:.4g} MW", p / unit::MW);
}

std::string bandwidth_text(Bandwidth b) {
  return b < unit::Tbps ? fmt::format("{:.4g} Gbps", b / unit::Gbps)
                        : fmt::format("{:.4g} Tbps", b / unit::Tbps);
}

std::string milliseconds(Duration d) {
  return fmt::format("{:.2f}", d / unit::ms);
}

std::string_view side_name(Side side) {
  switch (side) {
    case Side::none:
      return "no side";
    case Side::east:
      return "east";
    case Side::west:
      return "west";
  }
  return "";
}

std::string_view contract_name(SupplyContract contract) {
  switch (contract) {
    case SupplyContract::on_site:
      return "on-site";
    case SupplyContract::direct:
      return "direct";
    case SupplyContract::certificate:
      return "certificate";
  }
  return "";
}

// Rows of cells: the first column to the left, the others to the right.
std::string table(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths(rows.front().size());
  for (const auto& row : rows) {
    for (std::size_t c = 0; c < row.size(); ++c) widths[c] = std::max(widths[c], row[c].size());
  }
  std::string out;
  for (const auto& row : rows) {
    out += fmt::format("  {:<{}}", row[0], widths[0]);
    for (std::size_t c = 1; c < row.size(); ++c) out += fmt::format("  {:>{}}", row[c], widths[c]);
    out.erase(out.find_last_not_of(' ') + 1);
    out += '\n';
  }
  return out;
}

// "16 racks (for 160 real ones)"
std::string counted(std::int64_t simulated, std::int64_t real, std::string_view noun) {
  if (simulated == real) return fmt::format("{} {}", simulated, noun);
  return fmt::format("{} {} (for {} real ones)", simulated, noun, real);
}

struct Equipment {
  std::int64_t racks = 0, servers = 0, accelerators = 0;

  Equipment& operator+=(const Equipment& b) {
    racks += b.racks;
    servers += b.servers;
    accelerators += b.accelerators;
    return *this;
  }
};

Equipment simulated(const Platform& platform, const RackGroup& group) {
  return {group.racks, group.servers(), group.accelerators_of(platform.servers[group.server.index])};
}

Equipment real(const Platform& platform, const RackGroup& group) {
  const Equipment one = simulated(platform, group);
  return {one.racks * group.represents, one.servers * group.represents, one.accelerators * group.represents};
}

std::string counted(const Equipment& simulated, const Equipment& real) {
  return counted(simulated.racks, real.racks, "racks") + ", " +
         counted(simulated.servers, real.servers, "servers") + ", " +
         counted(simulated.accelerators, real.accelerators, "accelerators");
}

std::string supply_text(const Hub& hub) {
  std::string out = "grid";
  for (const Renewable& renewable : hub.renewables) {
    out +=
        fmt::format(", {} {} ({})", power_text(renewable.capacity),
                    renewable.kind == RenewableKind::pv ? "pv" : "wind", contract_name(renewable.contract));
  }
  if (hub.battery) {
    out += fmt::format(", battery {:.4g} MWh / {}", hub.battery->capacity / unit::MWh,
                       power_text(hub.battery->power));
  }
  for (const Generator& set : hub.generators)
    out += fmt::format(", {} x {} {}", set.sets, power_text(set.capacity),
                       set.duty == GeneratorDuty::standby ? "standby sets" : "sets of prime duty");
  return out;
}

std::string plant_text(const Cooling& cooling) {
  std::string out = cooling.id;
  if (const auto* halls = std::get_if<MixedCooling>(&cooling.plant)) {
    for (const CoolingPart& part : halls->parts)
      out += fmt::format("{} {:.3g} % {}", &part == &halls->parts.front() ? ":" : ",", 100.0 * part.share,
                         plant_text(part.cooling));
  } else if (cooling.units.installed() > 1) {
    out += fmt::format(" ({} units, {} of them in reserve)", cooling.units.installed(), cooling.units.spare);
  }
  return out;
}

std::string cooling_text(const Hub& hub) {
  std::string out = plant_text(hub.cooling);
  if (hub.cold_store)
    out += fmt::format(", cold store {:.4g} MWh / {}", hub.cold_store->capacity / unit::MWh,
                       power_text(hub.cold_store->discharge));
  if (hub.heat_reuse)
    out += fmt::format(", heat for others {} at {:.3g} degC", power_text(hub.heat_reuse->capacity),
                       hub.heat_reuse->network_supply.celsius());
  return out;
}

std::string hub_text(const Platform& platform, const Hub& hub) {
  std::string out =
      fmt::format("{}{}, {}\n", hub.id, hub.name.empty() ? "" : " (" + hub.name + ")", side_name(hub.side));
  out += fmt::format("  location     {:.2f} N {:.2f} E, {:.0f} m\n", hub.location.latitude,
                     hub.location.longitude, hub.location.altitude / unit::metre);
  Equipment few, all;
  for (const RackGroup& group : hub.racks) {
    few += simulated(platform, group);
    all += real(platform, group);
    out += fmt::format("  racks        {}: {} x {} servers, each for {}\n",
                       platform.servers[group.server.index].id, group.racks, group.servers_per_rack,
                       group.represents);
  }
  out += fmt::format("  equipment    {}\n", counted(few, all));
  out += fmt::format("  design power {} IT{}\n", power_text(design_it_power(hub, platform)),
                     hub.design_it_power ? "" : " (the peak of all servers)");
  out += fmt::format("  cooling      {}\n", cooling_text(hub));
  out += fmt::format("  power chain  {}\n", hub.power_chain.id);
  out += fmt::format("  supply       {}\n", supply_text(hub));
  return out;
}

std::string point_name(const Platform& platform, EndPoint point) {
  const auto index = static_cast<std::size_t>(point.index);
  return point.kind == EndPoint::Kind::hub ? platform.hubs[index].id : platform.origins[index].id;
}

std::string links_text(const Platform& platform) {
  if (platform.links.empty()) return "  none: no data moves between hubs\n";
  std::vector<std::vector<std::string>> rows{{"link", "between", "", "one-way ms", "round trip ms",
                                              "bandwidth", "availability", "hours out a year"}};
  Bandwidth sum{};
  for (const Link& link : platform.links) {
    sum += link.bandwidth;
    const Duration out = (1.0 - link.availability) * unit::year;
    rows.push_back({link.id, point_name(platform, link.a), point_name(platform, link.b),
                    milliseconds(link.latency), milliseconds(2.0 * link.latency),
                    bandwidth_text(link.bandwidth), fmt::format("{:.6g}", link.availability),
                    fmt::format("{:.2f}", out / unit::hour)});
  }
  return table(rows) + fmt::format("  {} each way in all\n", bandwidth_text(sum));
}

std::string origins_text(const Platform& platform, const Wan& wan) {
  std::vector<std::vector<std::string>> rows{{"one-way ms"}};
  for (const Hub& hub : platform.hubs) rows.front().push_back(hub.id);
  rows.front().push_back("nearest");
  for (OriginId origin{0}; origin.index < platform.origins.size(); ++origin.index) {
    rows.push_back({platform.origins[origin.index].id});
    for (HubId hub{0}; hub.index < platform.hubs.size(); ++hub.index) {
      rows.back().push_back(milliseconds(wan.latency(origin, hub)));
    }
    rows.back().push_back(platform.hubs[wan.nearest_hub(origin).index].id);
  }
  return table(rows);
}

std::string failures_text(const Platform& platform, const Wan& wan) {
  std::string out;
  for (LinkId link{0}; link.index < platform.links.size(); ++link.index) {
    const LinkFailure failure = wan.what_fails(link);
    std::string line;
    for (const auto& [a, b] : failure.cut_off) {
      line += fmt::format("{}{} - {} cut off", line.empty() ? "" : "; ", point_name(platform, a),
                          point_name(platform, b));
    }
    for (const LinkFailure::Detour& detour : failure.detours) {
      line += fmt::format("{}{} - {} {} -> {} ms", line.empty() ? "" : "; ", point_name(platform, detour.a),
                          point_name(platform, detour.b), milliseconds(detour.before),
                          milliseconds(detour.after));
    }
    out += fmt::format("  {}: {}\n", platform.links[link.index].id, line.empty() ? "nothing" : line);
  }
  for (HubId a{0}; a.index < platform.hubs.size(); ++a.index) {
    for (HubId b{a.index + 1}; b.index < platform.hubs.size(); ++b.index) {
      if (wan.connected(end_point(a), end_point(b))) continue;
      out += fmt::format("  already apart: {} - {}\n", platform.hubs[a.index].id, platform.hubs[b.index].id);
    }
  }
  return out.empty() ? "  nothing\n" : out;
}

}  // namespace

std::string platform_text(const Platform& platform) {
  const Wan wan(platform);
  std::string out = fmt::format("{}\nhubs {}, origins {}, links {}\n\n", platform.name, platform.hubs.size(),
                                platform.origins.size(), platform.links.size());
  for (const Hub& hub : platform.hubs) out += hub_text(platform, hub) + "\n";
  out += "Links\n" + links_text(platform) + "\n";
  if (!platform.origins.empty() && !platform.hubs.empty()) {
    out += fmt::format(
        "From origins to hubs (a link's own latency, else great circle x {:.3g} x {:.3g} us/km)\n{}\n",
        platform.route_factor, platform.latency_per_km / unit::us, origins_text(platform, wan));
  }
  out += "If a link fails\n" + failures_text(platform, wan);
  return out;
}

}  // namespace hubwatt
