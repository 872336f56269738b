#include "scenarios/scenario_fields.hpp"

#include "models/units.hpp"
#include "scenarios/basis.hpp"
#include "scenarios/inference_fields.hpp"
#include "scenarios/outage_fields.hpp"
#include "scenarios/platform_fields.hpp"
#include "scenarios/policy_fields.hpp"
#include "scenarios/training_fields.hpp"

namespace hubwatt {
namespace {

template <class V>
Field<Scenario> of_period(std::string_view key, V Period::*member, std::string_view doc) {
  return field_into<Kind<V>, Scenario>(
      key, [member](Scenario& scenario) -> V& { return scenario.period.*member; }, doc);
}

void read_scenario_name(Scenario& scenario, const Node& node, Reading& reading) {
  if (auto name = read_plain_name(node, reading)) scenario.name = std::move(*name);
}

void read_start(Scenario& scenario, const Node& node, Reading& reading) {
  if (const auto start = read_moment(node, reading)) scenario.period.start = *start;
}

// Every hour of it is simulated; this many take minutes.
constexpr Limits longest_run{
    .low = 0.0, .high = (100'000.0 * unit::day).base(), .low_end = Limits::End::excluded};

constexpr double most_steps = 1e7;  // rows of results that still fit a disk

void check_step(const Scenario& scenario, const Node& node, Reading& reading) {
  const double steps = scenario.period.length / scenario.period.step;
  // A run shorter than the default step is one step, as any last one is cut short; a written one is a slip.
  if (steps < 1.0 && node.find("step") != nullptr)
    reading.mistake_at_key(node, "step", "is longer than the run");
  if (steps > most_steps)
    reading.mistake_at_key(node, "step", "makes more than ten million steps of the run");
}

}  // namespace

std::optional<std::string> read_plain_name(const Node& node, Reading& reading) {
  const auto name = Kind<std::string>::read(node, any_number, reading);
  constexpr std::size_t longest = 100;
  if (name &&
      (*name == "." || *name == ".." || name->find('/') != std::string::npos || name->size() > longest)) {
    reading.mistake(node, "cannot name a folder of results (at most 100 bytes, no '/')",
                    "choose a plain name; -o puts results elsewhere");
    return std::nullopt;
  }
  return name;
}

template <>
Form<OutputSwitches> form_of() {
  return {
      "the output",
      {field("jobs", &OutputSwitches::jobs, "whether jobs.csv is written").defaults("true", "all results"),
       field("series", &OutputSwitches::series, "whether series.csv is written")
           .defaults("true", "all results"),
       field("inference", &OutputSwitches::inference, "whether inference.csv is written")
           .defaults("true", "all results"),
       field("report", &OutputSwitches::report,
             "whether report.html is written, which shows what the others hold")
           .defaults("true", "all results"),
       field("assumptions", &OutputSwitches::assumptions,
             "whether inputs.json tells how far each estimate moves the headline")
           .defaults("true", "all results")},
      {}};
}

template <>
Form<Scenario> form_of() {
  return {
      "a scenario",
      {
          field_by<Scenario>(
              "schema", std::string(schema_type), schema_doc,
              [](Scenario&, const Node& node, Reading& reading) { read_schema(node, reading); }),
          field_by<Scenario>("name", "string", "also the default folder of the results, runs/NAME",
                             read_scenario_name),
          field_by<Scenario>("platform", "path of a platform file", "where it runs, relative to this file",
                             [](Scenario&, const Node& node, Reading& reading) {
                               Kind<std::string>::read(node, any_number, reading);
                             }),
          field_by<Scenario>("start", "date and time", "UTC+8 where it tells no offset", read_start),
          of_period("duration", &Period::length, "of the run; from 365 days on its figures are of a year")
              .within(longest_run),
          of_period("step", &Period::step,
                    "of weather, grid, inference, policies and series; energies do not depend on it")
              .within(positive)
              .defaults("\"1 h\"", "what grids and weather publish"),
          field("seed", &Scenario::seed, "of every random draw")
              .within(at_least_zero)
              .defaults("0", "any will do; the manifest keeps it"),
          field("policy", &Scenario::policies, "who decides").defaults("{}", "the defaults of its keys"),
          field("training", &Scenario::training, "training workloads").else_means("none"),
          field("inference", &Scenario::inference, "inference services").else_means("none"),
          field("outage", &Scenario::outages, "plant that is out of service for a while").else_means("none"),
          field("engine", &Scenario::engine, "exec lets SimGrid's own energy plugin account, for comparison")
              .defaults("\"event\"", "the fast one"),
          field("output", &Scenario::output, "which files are written").defaults("{}", "all of them"),
          basis_field<Scenario>(),
      },
      check_step};
}

}  // namespace hubwatt
