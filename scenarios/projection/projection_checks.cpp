#include "scenarios/projection/projection_checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "models/nearest_name.hpp"
#include "scenarios/projection/joint_distribution.hpp"
#include "scenarios/projection/quantile.hpp"

namespace hubwatt {
namespace {

constexpr double rounding = 1e-6;  // of shares as people write them

const Node& element(const Node& root, std::string_view list, std::size_t i) {
  return (*root.find(list)->array())[i];
}

void check_years(const Projection& projection, const Node& root, Reading& reading) {
  constexpr int longest = 100;
  if (projection.last_year <= projection.first_year)
    reading.mistake_at_key(root, "end", "is not after 'start'",
                           fmt::format("the first year is {}", projection.first_year));
  else if (projection.last_year - projection.first_year > longest)
    reading.mistake_at_key(root, "end", "is more than a hundred years after 'start'");
}

void check_sources(const Projection& projection, const Node& root, Reading& reading) {
  const bool racks =
      projection.racks && projection.racks->installed && projection.servers.empty() && !projection.energy;
  const int told = int{projection.energy.has_value()} + int{!projection.servers.empty()} + int{racks};
  if (told == 1) return;
  if (told == 0)
    return reading.mistake(root, "nothing says how much energy there is",
                           "give 'energy' (top down), [[servers]] (bottom up), or [racks] with 'installed'");
  reading.mistake(root, "'energy' and [[servers]] both say how much energy there is",
                  "make two projections and join them by [[beside]]");
}

void check_energy(const Projection& projection, const Node& root, Reading& reading) {
  if (!projection.energy) return;
  const int begins = projection.energy->first_year();
  if (begins > projection.first_year)
    reading.mistake_at_key(
        root, "energy", fmt::format("begins in {}, and the projection in {}", begins, projection.first_year));
  for (const std::string_view key : {"storage", "network", "demand"})
    if (root.find(key) != nullptr)
      reading.mistake_at_key(root, key, "stands beside servers, and this projection tells none",
                             "leave it out, or tell [[servers]] in the place of 'energy'");
}

// Where the life is drawn, of the longest: a draw must not meet servers that nobody told.
int most_ages(const ServiceLife& life, std::span<const DrawnInput> inputs) {
  constexpr double nearly_all = 1.0 - 1e-9;
  const auto end = [inputs](const Uncertain& figure, double p) {
    return figure.input < 0 ? figure.central : quantile(inputs[static_cast<std::size_t>(figure.input)], p);
  };
  if (const auto* step = std::get_if<StepLifeTold>(&life))
    return ages_counted(StepLife{end(step->years, nearly_all)});
  const auto& curve = std::get<WeibullLifeTold>(life);
  return ages_counted(WeibullLife{end(curve.scale_years, nearly_all), end(curve.shape, 1.0 - nearly_all)});
}

void check_history(const Projection& projection, std::size_t c, const Node& root, Reading& reading) {
  const ServerClass& servers = projection.servers[c];
  const bool year_before = projection.stock_year == StockYear::mean_of_year;
  const int first_stock = projection.first_year - (year_before ? 1 : 0);
  const int oldest = first_stock - most_ages(servers.life, projection.inputs) + 1;
  const int begins = servers.shipments.first_year();
  if (begins <= oldest) return;
  reading.mistake_at_key(element(root, "servers", c), "shipments",
                         fmt::format("begins in {}, and servers shipped since {} are still in service in {}",
                                     begins, oldest, first_stock),
                         fmt::format("tell {} too; 0 where none were shipped", oldest));
}

// By the years that servers ship in; between two drawn figures the central ones count.
void check_power(const Projection& projection, std::size_t c, const Node& root, Reading& reading) {
  const ServerClass& servers = projection.servers[c];
  for (int year = servers.shipments.first_year(); year <= projection.last_year; ++year) {
    if (servers.idle_power.at(year, {}) <= servers.peak_power.at(year, {})) continue;
    return reading.mistake_at_key(element(root, "servers", c), "idle_power",
                                  fmt::format("is above 'peak_power' in servers shipped in {}", year));
  }
}

// An order is placed on the need of two years before the lead time, so the need is told that far back.
void check_build_out(const Projection& projection, std::size_t c, const Node& root, Reading& reading) {
  const ServerClass& servers = projection.servers[c];
  if (!servers.build_out) return;
  const int first_order = servers.shipments.last_year() + 1 - servers.build_out->lead_time - 1;
  for (const DemandId demand : servers.serves) {
    const YearPath& compute = projection.demands[demand.index].compute;
    if (compute.points.front().year == 0 || compute.first_year() <= first_order) continue;
    reading.mistake_at_key(element(root, "demand", demand.index), "compute",
                           fmt::format("begins in {}, and servers '{}' are ordered by the growth since {}",
                                       compute.first_year(), servers.name, first_order),
                           fmt::format("tell {} too", first_order));
  }
  for (std::size_t other = 0; other < c; ++other)
    if (projection.servers[other].build_out && projection.servers[other].serves == servers.serves)
      reading.mistake_at_key(
          element(root, "servers", c), "build_out",
          fmt::format("servers '{}' are built for the same demand already", projection.servers[other].name),
          "let one class follow demand");
}

bool overlap(const std::vector<DemandId>& a, const std::vector<DemandId>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&b](DemandId d) { return std::find(b.begin(), b.end(), d) != b.end(); });
}

// What is compared with another class: scope, and precision where both serve one demand.
void check_tags(const Projection& projection, std::size_t c, const Node& root, Reading& reading) {
  const ServerClass& servers = projection.servers[c];
  const ServerClass& first = projection.servers.front();
  if (servers.tag.scope != first.tag.scope)
    reading.mistake_at_key(
        element(root, "servers", c), "counted",
        fmt::format("'{}' counts {}, and '{}' counts {}: figures of unlike scopes are never added",
                    servers.name, text(servers.tag.scope), first.name, text(first.tag.scope)),
        "make two projections and join them by [[beside]]");
  for (std::size_t other = 0; other < c; ++other) {
    const ServerClass& before = projection.servers[other];
    if (!overlap(before.serves, servers.serves)) continue;
    if (before.serves != servers.serves)
      reading.mistake_at_key(element(root, "servers", c), "serves",
                             fmt::format("names a part of what '{}' serves", before.name),
                             "classes that share a demand share all of them, in one order");
    if (before.tag.precision != servers.tag.precision)
      reading.mistake_at_key(
          element(root, "servers", c), "precision",
          fmt::format("is {}, and '{}', which serves the same demand, is told in {}",
                      text(servers.tag.precision), before.name, text(before.tag.precision)),
          "tell both in one precision");
  }
}

void check_demands(const Projection& projection, const Node& root, Reading& reading) {
  for (std::size_t d = 0; d < projection.demands.size(); ++d) {
    const ComputeDemand& demand = projection.demands[d];
    const bool served =
        std::any_of(projection.servers.begin(), projection.servers.end(), [d](const ServerClass& servers) {
          return std::find(servers.serves.begin(), servers.serves.end(), DemandId{d}) != servers.serves.end();
        });
    if (!served)
      reading.mistake(element(root, "demand", d), fmt::format("no servers serve '{}'", demand.name),
                      "name it in 'serves' of a class of servers");
    if (demand.sectors.empty()) continue;
    for (int year = projection.first_year; year <= projection.last_year; ++year) {
      double sum = 0.0;
      for (const Sector& sector : demand.sectors) sum += sector.share.at(year, {});
      if (std::abs(sum - 1.0) <= rounding) continue;
      reading.mistake_at_key(element(root, "demand", d), "sector",
                             fmt::format("the shares of {} add up to {:.6g}, not to 1", year, sum));
      break;
    }
  }
}

void check_places(const Projection& projection, const Node& root, Reading& reading) {
  if (projection.plants.empty())
    reading.mistake_at_key(root, "plant", "there is no plant", "add [[plant]] with 'pue' or 'simulated'");
  if (projection.places.empty())
    return reading.mistake_at_key(root, "place", "there is no place where the load stands",
                                  "add [[place]] with a plant");
  std::vector<std::size_t> rest;
  for (std::size_t p = 0; p < projection.places.size(); ++p)
    if (!projection.places[p].share) rest.push_back(p);
  if (rest.size() > 1)
    return reading.mistake(element(root, "place", rest[1]),
                           fmt::format("'{}' takes the rest already", projection.places[rest[0]].name),
                           "give all places but one a share");
  for (int year = projection.first_year; year <= projection.last_year; ++year) {
    double sum = 0.0;
    for (const LoadPlace& place : projection.places)
      if (place.share) sum += place.share->at(year, {});
    const bool fine = rest.empty() ? std::abs(sum - 1.0) <= rounding : sum <= 1.0 + rounding;
    if (fine) continue;
    if (rest.empty())
      return reading.mistake_at_key(root, "place",
                                    fmt::format("the shares of {} add up to {:.6g}, not to 1", year, sum),
                                    "one place without a share takes the rest");
    return reading.mistake_at_key(root, "place",
                                  fmt::format("the shares of {} add up to {:.6g}, and leave nothing for '{}'",
                                              year, sum, projection.places[rest[0]].name));
  }
}

void check_activities(const Projection& projection, std::size_t c, const Node& root, Reading& reading) {
  const auto& of = projection.servers[c].activity_of;
  if (of && !projection.plants[of->index].simulated)
    reading.mistake_at_key(
        element(root, "servers", c), "activity_of",
        fmt::format("plant '{}' is not simulated and tells no activity", projection.plants[of->index].name),
        "tell 'activity'");
}

// Drawn shares can leave their sum only where a place takes the rest.
void check_drawn_shares(const Projection& projection, const Node& root, Reading& reading) {
  const bool rest = std::any_of(projection.places.begin(), projection.places.end(),
                                [](const LoadPlace& p) { return !p.share; });
  if (rest) return;
  for (std::size_t p = 0; p < projection.places.size(); ++p)
    for (const YearPoint& point : projection.places[p].share->points)
      if (point.value.input >= 0)
        return reading.mistake_at_key(element(root, "place", p), "share",
                                      "is drawn, and no place takes the rest",
                                      "leave the share of one place out");
}

void check_correlations(const Projection& projection, const Node& root, Reading& reading) {
  std::vector<std::string> known;
  for (const DrawnInput& input : projection.inputs) known.push_back(input.path);
  const Node* list = root.find("draws") == nullptr ? nullptr : root.find("draws")->find("correlation");
  for (std::size_t i = 0; i < projection.draws.correlations.size(); ++i) {
    const InputCorrelation& pair = projection.draws.correlations[i];
    const Node& table = (*list->array())[i];
    for (const auto& [key, name] : {std::pair("a", pair.a), std::pair("b", pair.b)})
      if (std::find(known.begin(), known.end(), name) == known.end())
        reading.mistake_at_key(table, key, "no figure of this path has a distribution",
                               suggestion_for(name, known));
  }
  if (!reading.mistakes.empty() || list == nullptr) return;
  if (const auto problem = correlation_problem(projection.inputs, projection.draws.correlations))
    reading.mistake(*list, *problem);
}

}  // namespace

void check_projection_names(const Node& root, Reading& reading) {
  for (const std::string_view list : {"servers", "demand", "plant", "place"}) {
    const Node* tables = root.find(list);
    if (tables == nullptr || tables->array() == nullptr) continue;
    std::vector<std::string> seen;
    for (const Node& table : *tables->array()) {
      const std::string name = element_name(table);
      if (!name.empty() && std::find(seen.begin(), seen.end(), name) != seen.end())
        reading.mistake_at_key(table, "name", "the name " + in_quotes(name) + " is taken already",
                               "choose another name");
      seen.push_back(name);
    }
  }
}

void check_projection(const Projection& projection, const Node& root, Reading& reading) {
  check_years(projection, root, reading);
  check_sources(projection, root, reading);
  check_energy(projection, root, reading);
  for (std::size_t c = 0; c < projection.servers.size(); ++c) {
    check_history(projection, c, root, reading);
    check_power(projection, c, root, reading);
    check_build_out(projection, c, root, reading);
    check_tags(projection, c, root, reading);
    check_activities(projection, c, root, reading);
  }
  check_demands(projection, root, reading);
  check_places(projection, root, reading);
  if (!reading.mistakes.empty()) return;
  check_drawn_shares(projection, root, reading);
  check_correlations(projection, root, reading);
}

}  // namespace hubwatt
