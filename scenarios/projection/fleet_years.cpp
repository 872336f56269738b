#include "scenarios/projection/fleet_years.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

#include "models/build_out.hpp"

namespace hubwatt {
namespace {

// Demand by year: what is asked, less what better algorithms saved since the first year.
double need_of(const Projection& projection, const ComputeDemand& demand, int year, Draw draw) {
  double need = demand.compute.at(year, draw);
  for (int y = projection.first_year + 1; y <= year; ++y) need *= 1.0 - demand.algorithms.at(y, draw);
  return need;
}

ComputeRate need_of_all(const Projection& projection, const ServerClass& servers, int year, Draw draw) {
  double need = 0.0;
  for (const DemandId demand : servers.serves)
    need += need_of(projection, projection.demands[demand.index], year, draw);
  return ComputeRate(need);
}

// What ships in each year, and how such a server is made; from the oldest year that counts.
struct Makes {
  int first_year = 0;
  std::vector<double> shipped, compute, fp32, idle_w, peak_w, embodied_kg;
};

// A class with what it needs of its own years. `beside` are the classes that share its demand, if its build-out counts
// on them.
class ClassStock {
 public:
  ClassStock(const Projection& projection, const ServerClass& servers, Draw draw,
             std::vector<const ClassStock*> beside)
      : projection_(projection), servers_(servers), draw_(draw), beside_(std::move(beside)) {
    const Survival survival = survival_in(servers.life, draw);
    const int ages = ages_counted(survival);
    shares_ = surviving_shares(survival, ages);
    mean_life_ = std::accumulate(shares_.begin(), shares_.end(), 0.0);
    makes_.first_year = projection.first_year - ages;
    for (int year = makes_.first_year; year <= projection.last_year; ++year) make(year);
  }

  // Servers and their figures at the end of a year.
  ClassYear at_end_of(int year) const {
    ClassYear out;
    const std::size_t last = position(year);
    out.shipped = makes_.shipped[last];
    for (std::size_t age = 0; age < shares_.size() && age <= last; ++age) {
      const std::size_t made = last - age;
      const double n = makes_.shipped[made] * shares_[age];
      out.servers += n;
      out.compute += n * makes_.compute[made];
      out.fp32 += n * makes_.fp32[made];
      out.idle_w += n * makes_.idle_w[made];
      out.peak_w += n * makes_.peak_w[made];
      out.embodied_kg += n * makes_.embodied_kg[made] / mean_life_;
    }
    out.counted = out.servers;
    out.computing = out.compute;
    return out;
  }

 private:
  std::size_t position(int year) const { return static_cast<std::size_t>(year - makes_.first_year); }

  void make(int year) {
    const double compute = servers_.compute.at(year, draw_);
    makes_.compute.push_back(compute);
    makes_.fp32.push_back(compute * servers_.fp32_per_flops.at(year, draw_));
    makes_.idle_w.push_back(servers_.idle_power.at(year, draw_));
    makes_.peak_w.push_back(servers_.peak_power.at(year, draw_));
    makes_.embodied_kg.push_back(servers_.embodied ? servers_.embodied->at(year, draw_) : 0.0);
    makes_.shipped.push_back(shipments(year, compute));
  }

  double shipments(int year, double compute_of_one) {
    if (year < servers_.shipments.first_year()) return 0.0;
    if (!servers_.build_out || year <= servers_.shipments.last_year())
      return servers_.shipments.at(year, draw_);
    const BuildOut& plan = *servers_.build_out;
    const int ordered = year - plan.lead_time;
    const ComputeRate foreseen =
        foreseen_need(need_of_all(projection_, servers_, ordered, draw_),
                      need_of_all(projection_, servers_, ordered - 1, draw_), plan.lead_time);
    makes_.shipped.push_back(0.0);  // what is left of the older ones
    double surviving = at_end_of(year).compute;
    makes_.shipped.pop_back();
    for (const ClassStock* other : beside_) surviving += other->at_end_of(year).compute;
    ServerOrder order{plan.utilization.at(year, draw_), ComputeRate(compute_of_one), std::nullopt};
    if (plan.most_shipments) order.most = plan.most_shipments->at(year, draw_);
    return servers_to_ship(foreseen, ComputeRate(surviving), order);
  }

  const Projection& projection_;
  const ServerClass& servers_;
  Draw draw_;
  std::vector<const ClassStock*> beside_;
  std::vector<double> shares_;
  double mean_life_ = 0.0;
  Makes makes_;
};

// One per class. Those that follow demand come about last, since they count on the others.
std::vector<ClassStock> class_stocks(const Projection& projection, Draw draw) {
  const std::vector<ServerClass>& classes = projection.servers;
  std::vector<std::optional<ClassStock>> made(classes.size());
  for (std::size_t c = 0; c < classes.size(); ++c)
    if (!classes[c].build_out)
      made[c].emplace(projection, classes[c], draw, std::vector<const ClassStock*>{});
  for (std::size_t c = 0; c < classes.size(); ++c) {
    if (!classes[c].build_out) continue;
    std::vector<const ClassStock*> beside;
    for (std::size_t other = 0; other < classes.size(); ++other)
      if (other != c && classes[other].serves == classes[c].serves) beside.push_back(&*made[other]);
    made[c].emplace(projection, classes[c], draw, std::move(beside));
  }
  std::vector<ClassStock> out;
  for (std::optional<ClassStock>& stock : made) out.push_back(std::move(*stock));
  return out;
}

// The stock that a year's energy is counted with.
ClassYear counted(const ClassStock& stock, StockYear which, int year) {
  ClassYear now = stock.at_end_of(year);
  if (which == StockYear::year_end) return now;
  const ClassYear before = stock.at_end_of(year - 1);
  now.counted = 0.5 * (now.servers + before.servers);
  now.computing = 0.5 * (now.compute + before.compute);
  now.idle_w = 0.5 * (now.idle_w + before.idle_w);
  now.peak_w = 0.5 * (now.peak_w + before.peak_w);
  now.embodied_kg = 0.5 * (now.embodied_kg + before.embodied_kg);
  return now;
}

// Demands and the classes that serve them: all with the first class of the pool have the same list.
void serve(const Projection& projection, const std::vector<DemandId>& pool, double most_utilization,
           FleetYear& year) {
  double need = 0.0, computing = 0.0;
  for (const DemandId demand : pool) need += year.demands[demand.index].need;
  for (std::size_t c = 0; c < year.classes.size(); ++c)
    if (projection.servers[c].serves == pool) computing += year.classes[c].computing;
  const Service supply = service(ComputeRate(need), ComputeRate(computing), most_utilization);
  for (const DemandId demand : pool) {
    DemandYear& one = year.demands[demand.index];
    one.gap = need > 0.0 ? one.need * supply.gap.base() / need : 0.0;
  }
  for (std::size_t c = 0; c < year.classes.size(); ++c)
    if (projection.servers[c].serves == pool) year.classes[c].activity = supply.activity;
}

void set_activities(const Projection& projection, int year, Draw draw, FleetYear& out) {
  for (const ComputeDemand& demand : projection.demands)
    out.demands.push_back({need_of(projection, demand, year, draw), 0.0});
  for (std::size_t c = 0; c < projection.servers.size(); ++c) {
    const ServerClass& servers = projection.servers[c];
    if (servers.activity) out.classes[c].activity = servers.activity->at(year, draw);
    if (servers.activity_of)
      out.classes[c].activity = projection.plants[servers.activity_of->index].figures.gpu_activity;
    if (!servers.serves.empty())
      serve(projection, servers.serves, projection.most_utilization.at(year, draw), out);
  }
}

void set_gear(const Projection& projection, int year, Draw draw, FleetYear& out) {
  const double fp32 = out.fp32();
  if (projection.storage) {
    out.stored = fp32 * projection.storage->data_per_compute.at(year, draw);
    out.storage_w = out.stored * projection.storage->power_per_data.at(year, draw);
  }
  if (projection.network) {
    out.bandwidth = fp32 * projection.network->bandwidth_per_compute.at(year, draw);
    out.network_w = out.bandwidth * projection.network->power_per_bandwidth.at(year, draw);
  }
}

}  // namespace

Survival survival_in(const ServiceLife& life, Draw draw) {
  if (const auto* step = std::get_if<StepLifeTold>(&life)) return StepLife{step->years.in(draw)};
  const auto& curve = std::get<WeibullLifeTold>(life);
  return WeibullLife{curve.scale_years.in(draw), curve.shape.in(draw)};
}

double FleetYear::fp32() const {
  return std::accumulate(classes.begin(), classes.end(), 0.0,
                         [](double sum, const ClassYear& c) { return sum + c.fp32; });
}

double FleetYear::power_w() const {
  return std::accumulate(classes.begin(), classes.end(), storage_w + network_w,
                         [](double sum, const ClassYear& c) { return sum + c.power_w(); });
}

std::vector<FleetYear> fleet_years(const Projection& projection, Draw draw) {
  std::vector<FleetYear> out;
  if (projection.servers.empty()) return out;
  const std::vector<ClassStock> stocks = class_stocks(projection, draw);
  for (int year = projection.first_year; year <= projection.last_year; ++year) {
    FleetYear fleet;
    for (const ClassStock& stock : stocks)
      fleet.classes.push_back(counted(stock, projection.stock_year, year));
    set_activities(projection, year, draw, fleet);
    set_gear(projection, year, draw, fleet);
    out.push_back(std::move(fleet));
  }
  return out;
}

}  // namespace hubwatt
