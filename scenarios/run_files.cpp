#include "scenarios/run_files.hpp"

#include <fmt/compile.h>

#include <cerrno>
#include <cmath>
#include <cstring>

#include "models/calendar.hpp"
#include "models/error.hpp"
#include "models/units.hpp"

namespace hubwatt {

namespace {

[[noreturn]] void refuse(const std::filesystem::path& path) {
  throw Error(fmt::format("{}: cannot be written ({}); choose another directory with -o", path.string(),
                          std::strerror(errno)));
}

// Names of workloads and hubs as CSV fields.
std::string quoted(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + '"';
}

void put(fmt::memory_buffer& to, std::string_view text) {
  to.append(text);
}
void put(fmt::memory_buffer& to, std::uint64_t count) {
  const fmt::format_int digits(count);
  to.append(digits.data(), digits.data() + digits.size());
}

// Seconds to the microsecond, without trailing zeros; nothing for a date that has not come (below 0).
void put_seconds(fmt::memory_buffer& to, double seconds) {
  if (seconds < 0.0) return;
  constexpr std::uint64_t million = 1000000;
  const auto us = static_cast<std::uint64_t>(std::llround(seconds * 1e6));
  put(to, us / million);
  std::uint64_t rest = us % million;
  if (rest == 0) return;
  char digits[7] = {'.', '0', '0', '0', '0', '0', '0'};
  std::size_t length = 7;
  for (std::size_t i = 6; i > 0; --i, rest /= 10) digits[i] = static_cast<char>('0' + rest % 10);
  while (digits[length - 1] == '0') --length;
  put(to, std::string_view(digits, length));
}

constexpr std::string_view state_name(JobState state) {
  switch (state) {
    case JobState::held:
      return "held";
    case JobState::staging:
      return "staging";
    case JobState::waiting:
      return "waiting";
    case JobState::running:
      return "running";
    case JobState::completed:
      return "completed";
    case JobState::failed:
      return "failed";
  }
  return "failed";
}

}  // namespace

TableFile::TableFile(const std::filesystem::path& path, std::string_view header)
    : path_(path), file_(std::fopen(path.c_str(), "wb")) {
  if (!file_) refuse(path_);
  buffer_.append(header);
}

void TableFile::flush() {
  if (std::fwrite(buffer_.data(), 1, buffer_.size(), file_.get()) != buffer_.size()) refuse(path_);
  buffer_.clear();
}

void TableFile::close() {
  flush();
  if (std::fclose(file_.release()) != 0) refuse(path_);
}

RunFiles::RunFiles(const std::filesystem::path& directory, const Scenario& scenario) : scenario_(scenario) {
  for (const TrainingWorkload& workload : scenario.training) workload_names_.push_back(quoted(workload.name));
  for (const Origin& origin : scenario.platform.origins) origin_ids_.push_back(quoted(origin.id));
  for (const Hub& hub : scenario.platform.hubs) hub_ids_.push_back(quoted(hub.id));
  if (scenario.output.jobs)
    jobs_ = std::make_unique<TableFile>(directory / "jobs.csv",
                                        "id,workload,origin,hub,submit_s,start_s,end_s,gpus,servers,wait_s,"
                                        "staging_s,state,energy_kwh\n");
  if (scenario.output.series)
    series_ = std::make_unique<TableFile>(
        directory / "series.csv",
        "start_s,local_time,hub,hours,it_kw,cooling_kw,power_chain_loss_kw,other_kw,facility_kw,grid_kw,on_"
        "site_kw,"
        "direct_kw,curtailed_kw,battery_charge_kw,battery_discharge_kw,battery_stored_kwh,pue,dry_bulb_degc,"
        "wet_bulb_degc,free_cooling_share,price_cny_per_kwh,carbon_kg_per_kwh,carbon_location_kg,cost_cny,"
        "water_l,"
        "gpus_held,gpus_active,waiting_jobs,"
        "generators_kw,it_fans_kw,it_not_served_kw,inlet_degc,cold_stored_kwh,reused_heat_kw\n");
  if (scenario.output.inference && !scenario.inference.empty())
    inference_ = std::make_unique<TableFile>(
        directory / "inference.csv",
        "service,hub,start_s,local_time,requests,served,tokens_out,replicas,utilization,activity,"
        "mean_first_token_ms,p99_first_token_ms,slo_attainment,energy_kwh\n");
}

void RunFiles::job(const Job& job, Energy energy) {
  if (!jobs_) return;
  fmt::memory_buffer& to = jobs_->buffer();
  const auto next = [&to] { to.push_back(','); };
  put(to, job.id), next();
  put(to, workload_names_[job.workload]), next();
  if (job.origin >= 0) put(to, origin_ids_[static_cast<std::size_t>(job.origin)]);
  next();
  if (job.hub >= 0) put(to, hub_ids_[static_cast<std::size_t>(job.hub)]);
  next();
  put_seconds(to, job.submit_s), next();
  put_seconds(to, job.start_s), next();
  put_seconds(to, job.state == JobState::completed ? job.end_s : -1.0), next();
  put(to, job.accelerators), next();
  put(to, job.shares.size()), next();
  put_seconds(to, job.start_s >= 0.0 ? job.start_s - job.submit_s : -1.0), next();
  put_seconds(to, job.staging_s()), next();
  put(to, state_name(job.state)), next();
  fmt::format_to(std::back_inserter(to), FMT_COMPILE("{}\n"), energy / unit::kWh);
  jobs_->flush_when_full();
}

void RunFiles::step(const Site& site, double begin_s, const Tally& sums) {
  if (!series_ || sums.time <= Duration{}) return;
  const Hub& hub = site.hub();
  const auto kw = [&](Energy e) { return e / sums.time / unit::kW; };
  const auto begin = scenario_.period.start + static_cast<std::int64_t>(begin_s);
  series_->row("{},{},{},{:.10g},{:.10g},{:.10g},{:.10g},{:.10g},{:.10g},{:.10g},{:.10g},{:.10g},{:.10g},",
               begin_s, iso_text(begin, hub.utc_offset), quoted(hub.id), sums.time / unit::hour, kw(sums.it),
               kw(sums.cooling), kw(sums.chain_loss), kw(sums.other), kw(sums.facility()), kw(sums.grid),
               kw(sums.on_site_used), kw(sums.direct_used), kw(sums.curtailed));
  series_->row("{:.10g},{:.10g},{:.10g},", kw(sums.charge), kw(sums.discharge), site.stores.battery / unit::kWh);
  // A ratio without a denominator stays empty.
  if (sums.it > Energy{}) series_->row("{:.10g}", sums.facility() / sums.it);
  series_->row(",{:.4g},{:.4g},{:.6g},{:.6g},{:.6g},{:.10g},{:.10g},{:.10g},{:.10g},{:.10g},{},",
               site.conditions.weather.dry_bulb.celsius(), site.conditions.weather.wet_bulb.celsius(),
               sums.it > Energy{} ? sums.free_cooled / sums.it : 0.0,
               site.conditions.price / unit::cny_per_kWh, site.conditions.grid_carbon / unit::kg_per_kWh,
               sums.grid_carbon / unit::kg, sums.cost / unit::cny, sums.water / unit::litre,
               sums.accelerators_held / sums.time, sums.accelerators_active / sums.time,
               site.queue.waiting());
  series_->row("{:.10g},{:.10g},{:.10g},{:.4g},{:.10g},{:.10g}\n", kw(sums.generated), kw(sums.it_fans),
               kw(sums.it_not_served), site.inlet().celsius(), site.stores.cold / unit::kWh,
               kw(sums.heat_reused));
}

void RunFiles::service_step(std::size_t service, const Hub& hub, double begin_s, Duration length,
                            const ServiceFigures& sums) {
  if (!inference_) return;
  const auto begin = scenario_.period.start + static_cast<std::int64_t>(begin_s);
  const auto ratio = [](double a, double b) { return b > 0.0 ? a / b : 0.0; };
  inference_->row("{},{},{},{},{:.10g},{:.10g},{:.10g},{:.6g},{:.6g},{:.6g},",
                  quoted(scenario_.inference[service].name), quoted(hub.id), begin_s,
                  iso_text(begin, hub.utc_offset), sums.requests, sums.served, sums.tokens,
                  sums.replica_time / length, ratio(sums.busy_replica_time.base(), sums.replica_time.base()),
                  ratio(sums.active_replica_time.base(), sums.replica_time.base()));
  if (sums.served > 0.0)
    inference_->row("{:.6g},{:.6g},{:.8g},", 1e3 * sums.latency_s / sums.served, 1e3 * sums.p99_s,
                    ratio(sums.met, sums.requests));
  else
    inference_->row(",,,");
  inference_->row("{:.10g}\n", sums.energy / unit::kWh);
}

void RunFiles::close() {
  for (TableFile* table : {jobs_.get(), series_.get(), inference_.get()})
    if (table != nullptr) table->close();
}

}  // namespace hubwatt
