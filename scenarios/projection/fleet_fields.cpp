// Servers, what stands beside them, and what is asked of them.
#include "models/server_compute.hpp"
#include "models/units.hpp"
#include "scenarios/projection/projection_fields.hpp"

namespace hubwatt {
namespace {

// A path of V in a member that may be left out or not.
template <class V, class T, class M>
Field<T> path(std::string_view key, M T::*member, std::string_view doc) {
  return field_as<YearPathOf<V>>(key, member, doc);
}

constexpr std::string_view of_shipping = "of one server, by the year it ships in";

// The compute of a server by what it is made of.
void read_chips(ServerClass& servers, const Node& node, Reading& reading) {
  const auto chips = read_form(node, form_of<ServerChips>(), reading);
  if (chips) servers.compute = YearPath{{{0, Uncertain{server_compute(*chips).base()}}}, {}, Between::linear};
}

void check_class(const ServerClass& servers, const Node& node, Reading& reading) {
  if ((node.find("compute") == nullptr) == (node.find("chips") == nullptr))
    reading.mistake(node, "exactly one of compute and chips says what these servers compute");
  const int told =
      int{servers.activity.has_value()} + int{servers.activity_of.has_value()} + int{!servers.serves.empty()};
  if (told != 1)
    reading.mistake(node, "exactly one of activity, activity_of and serves says how busy these servers are");
  if (servers.shipments.points.front().year == 0)
    reading.mistake_at_key(node, "shipments", "tells no years",
                           "write { 2019 = ..., 2024 = ... }, back to the oldest in service");
  if (servers.build_out && servers.serves.empty())
    reading.mistake_at_key(node, "build_out", "follows demand, and these servers serve none",
                           "name demands in 'serves'");
  if (servers.build_out && !servers.shipments.growth.empty())
    reading.mistake_at_key(node, "build_out", "stands beside growth of shipments, and both say what ships",
                           "leave one of them out");
}

}  // namespace

std::optional<std::size_t> read_position(const Node& node, std::string_view noun,
                                         const std::vector<std::string>& names, Reading& reading) {
  const auto name = Kind<std::string>::read(node, any_number, reading);
  if (!name) return std::nullopt;
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i] == *name) return i;
  reading.mistake(node, "there is no " + std::string(noun) + " " + in_quotes(*name),
                  suggestion_for(*name, names));
  return std::nullopt;
}

template <>
Form<StepLifeTold> form_of() {
  return {"a life",
          {field_as<UncertainOf<double>>("years", &StepLifeTold::years,
                                         "in service, then retired at once; of 6.5, half after 6")
               .within(between(1.0, 40.0))},
          {}};
}

template <>
Form<WeibullLifeTold> form_of() {
  return {"a survival curve",
          {field_as<UncertainOf<double>>("scale_years", &WeibullLifeTold::scale_years,
                                         "age at which 37 % are left")
               .within(between(0.5, 40.0)),
           field_as<UncertainOf<double>>("shape", &WeibullLifeTold::shape,
                                         "1 for a constant rate of retirement, above for ageing")
               .within(between(0.5, 20.0))},
          {}};
}

std::optional<ServiceLife> Kind<ServiceLife>::read(const Node& node, const Limits&, Reading& reading) {
  const bool curve =
      node.table() != nullptr && (node.find("scale_years") != nullptr || node.find("shape") != nullptr);
  if (curve) {
    const auto told = read_form(node, form_of<WeibullLifeTold>(), reading);
    return told ? std::optional<ServiceLife>(*told) : std::nullopt;
  }
  const auto told = read_form(node, form_of<StepLifeTold>(), reading);
  return told ? std::optional<ServiceLife>(*told) : std::nullopt;
}

template <>
Form<ServerChips> form_of() {
  return {"a table of chips",
          {field("number", &ServerChips::chips, "of chips in a server").within(between(1, 1024)),
           field("cores", &ServerChips::cores, "of a chip").within(between(1, 1e6)),
           field("per_cycle", &ServerChips::per_cycle,
                 "work of a core in one cycle, in the precision told; a fused multiply-add is 2 FLOP")
               .within(positive),
           field("clock", &ServerChips::clock, "under full vector load").within(positive)},
          {}};
}

template <>
Form<RackStock> form_of() {
  return {"racks",
          {path<double>("installed", &RackStock::installed, "standard racks")
               .within(at_least_zero)
               .else_means("as many as the IT load needs"),
           path<Power>("rating", &RackStock::rating, "of a standard rack").within(positive),
           path<double>("occupancy", &RackStock::occupancy, "share of the rated power in use")
               .within(positive_share)},
          {}};
}

template <>
Form<BuildOut> form_of() {
  return {"a build-out",
          {field("lead_time", &BuildOut::lead_time, "years from order to service").within(between(0, 10)),
           path<double>("utilization", &BuildOut::utilization, "aimed at, of the servers' compute")
               .within(positive_share),
           path<double>("most_shipments", &BuildOut::most_shipments, "that can be had in a year")
               .within(at_least_zero)
               .else_means("no limit")},
          {}};
}

template <>
Form<ServerClass> form_of() {
  return {
      "a class of servers",
      {field("name", &ServerClass::name, "by which results name it"),
       field_into<Kind<Precision>, ServerClass>(
           "precision", [](ServerClass& c) -> Precision& { return c.tag.precision; },
           "of the FLOPS told for it"),
       field_into<Kind<CapacityScope>, ServerClass>(
           "counted", [](ServerClass& c) -> CapacityScope& { return c.tag.scope; },
           "whether shipments count all devices or only data center infrastructure"),
       path<double>("shipments", &ServerClass::shipments, "servers per year, back to the oldest in service")
           .within(at_least_zero),
       field("build_out", &ServerClass::build_out, "shipments after the last year told follow demand")
           .else_means("they grow as 'shipments' says"),
       field("life", &ServerClass::life, "how long they stay"),
       path<ComputeRate>("compute", &ServerClass::compute, of_shipping)
           .within(positive)
           .else_means("chips tell"),
       field_by<ServerClass>(
           "chips", "table { number, cores, per_cycle, clock }",
           "of one server, in the place of compute: FLOPS = number of chips x cores of one "
           "x work per cycle of a core x clock, as in { number = 2, cores = 28, per_cycle = "
           "\"64 FLOP\", clock = \"2.2 GHz\" }",
           read_chips)
           .else_means("compute tells"),
       path<double>("fp32_per_flops", &ServerClass::fp32_per_flops, "FP32 equivalents of one of these FLOPS")
           .within(positive),
       path<Power>("idle_power", &ServerClass::idle_power, of_shipping).within(at_least_zero),
       path<Power>("peak_power", &ServerClass::peak_power, of_shipping).within(positive),
       path<double>("activity", &ServerClass::activity, "mean share of full load, 0..1")
           .within(share)
           .else_means("activity_of or serves tells"),
       field("activity_of", &ServerClass::activity_of,
             "a simulated plant whose gpu_activity these servers have")
           .else_means("activity or serves tells"),
       field("serves", &ServerClass::serves, "demands that share these servers").else_means("none"),
       path<Carbon>("embodied", &ServerClass::embodied, of_shipping)
           .within(at_least_zero)
           .else_means("no embodied carbon in the results")},
      check_class};
}

template <>
Form<StorageGear> form_of() {
  return {"storage",
          {path<StoragePerCompute>("per_compute", &StorageGear::data_per_compute,
                                   "data stored per FP32-equivalent FLOPS, as in \"0.42 TB/GFLOPS\"")
               .within(at_least_zero),
           path<PowerPerStorage>("power", &StorageGear::power_per_data,
                                 "drawn per data stored, as in \"0.4 W/TB\"")
               .within(at_least_zero)},
          {}};
}

template <>
Form<NetworkGear> form_of() {
  return {"the network of data centers",
          {path<BandwidthPerCompute>("per_compute", &NetworkGear::bandwidth_per_compute,
                                     "bandwidth per FP32-equivalent FLOPS, as in \"0.1 Gbps/TFLOPS\"")
               .within(at_least_zero),
           path<PowerPerBandwidth>("power", &NetworkGear::power_per_bandwidth,
                                   "drawn per bandwidth, as in \"5 W/Gbps\"")
               .within(at_least_zero)},
          {}};
}

template <>
Form<Sector> form_of() {
  return {"a sector",
          {field("name", &Sector::name, "by which results name it"),
           path<double>("share", &Sector::share, "of the demand; the shares of a demand add up to 1")
               .within(share)},
          {}};
}

template <>
Form<ComputeDemand> form_of() {
  return {"a demand",
          {field("name", &ComputeDemand::name, "training or inference, or a name of your own"),
           path<ComputeRate>("compute", &ComputeDemand::compute,
                             "asked as a mean over the year, in the precision of the servers that serve it, "
                             "at the algorithms of the first year")
               .within(at_least_zero),
           path<double>("algorithms", &ComputeDemand::algorithms,
                        "share of compute that better algorithms save each year after the first")
               .within({.low = 0.0, .high = 1.0, .high_end = Limits::End::excluded}),
           field("sector", &ComputeDemand::sectors, "who asks").else_means("not told")},
          {}};
}

}  // namespace hubwatt
