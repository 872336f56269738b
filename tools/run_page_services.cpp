#include "tools/run_page_services.hpp"

#include <vector>

#include "tools/csv_rows.hpp"
#include "tools/run_page_bins.hpp"

namespace hubwatt {

namespace {

using Json = nlohmann::ordered_json;

struct Sums {
  double requests = 0.0, served = 0.0, met = 0.0, tokens = 0.0, latency = 0.0, worst_p99 = 0.0, energy = 0.0;

  void add(const Sums& more) {
    requests += more.requests;
    served += more.served;
    met += more.met;
    tokens += more.tokens;
    latency += more.latency;
    worst_p99 = std::max(worst_p99, more.worst_p99);
    energy += more.energy;
  }
};

struct Service {
  Sums all;
  std::vector<Sums> spans;
  Named<Sums> hubs;
};

Json ratio(double a, double b) {
  return b > 0.0 ? short_number(a / b) : Json(nullptr);
}

Named<Service> read(const std::filesystem::path& path, const Spans& spans) {
  CsvRows rows(path);
  const std::size_t name = rows.column("service"), hub = rows.column("hub"), start = rows.column("start_s"),
                    requests = rows.column("requests"), served = rows.column("served"),
                    tokens = rows.column("tokens_out"), mean = rows.column("mean_first_token_ms"),
                    p99 = rows.column("p99_first_token_ms"), met = rows.column("slo_attainment"),
                    energy = rows.column("energy_kwh");
  Named<Service> services;
  while (rows.next()) {
    Sums row;
    row.requests = rows.number(requests);
    row.served = rows.number(served);
    row.tokens = rows.number(tokens);
    row.energy = rows.number(energy);
    if (row.served > 0.0) {
      row.latency = rows.number(mean) * row.served;
      row.worst_p99 = rows.number(p99);
      row.met = rows.number(met) * row.requests;
    }
    Service& service = services[rows.text(name)];
    service.spans.resize(spans.count());
    service.all.add(row);
    service.spans[spans.of(rows.number(start), rows)].add(row);
    service.hubs[rows.text(hub)].add(row);
  }
  return services;
}

Json course(const std::vector<Sums>& spans) {
  Json out;
  for (const Sums& s : spans) {
    out["requests"].push_back(short_number(s.requests));
    out["served_share"].push_back(ratio(s.served, s.requests));
    out["slo_attainment"].push_back(s.requests > 0.0 ? Json(s.met / s.requests) : Json(nullptr));
    out["mean_latency_ms"].push_back(ratio(s.latency, s.served));
    out["worst_p99_ms"].push_back(s.served > 0.0 ? short_number(s.worst_p99) : Json(nullptr));
    out["tokens_out"].push_back(short_number(s.tokens));
  }
  return out;
}

}  // namespace

Json run_page_services(const std::filesystem::path& table, const Spans& spans) {
  Json out = Json::array();
  for (const auto& [name, service] : read(table, spans)) {
    const Sums& all = service.all;
    Json entry{{"service", name}, {"requests", all.requests}, {"served", all.served}, {"met", all.met}};
    entry["mean_latency_ms"] = all.served > 0.0 ? Json(all.latency / all.served) : Json(nullptr);
    entry["course"] = course(service.spans);
    for (const auto& [hub, s] : service.hubs)
      entry["hubs"].push_back(
          {{"hub", hub},
           {"requests", short_number(s.requests)},
           {"served", short_number(s.served)},
           {"tokens_out", short_number(s.tokens)},
           {"mean_latency_ms", ratio(s.latency, s.served)},
           {"slo_attainment", s.requests > 0.0 ? Json(s.met / s.requests) : Json(nullptr)},
           {"energy_kwh", short_number(s.energy)}});
    out.push_back(std::move(entry));
  }
  return out;
}

}  // namespace hubwatt
