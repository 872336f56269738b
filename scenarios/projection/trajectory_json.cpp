// trajectory.json and manifest.json of a projection.
#include <cmath>
#include <nlohmann/json.hpp>

#include "models/calendar.hpp"
#include "models/units.hpp"
#include "scenarios/input_files.hpp"
#include "scenarios/projection/distribution_text.hpp"
#include "scenarios/projection/quantile.hpp"
#include "scenarios/projection/trajectory_files.hpp"

namespace hubwatt {
namespace {

using Json = nlohmann::ordered_json;

constexpr Duration report_offset = 8.0 * unit::hour;  // as runs tell their period

std::string text_of(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json number(double value) {
  return std::isfinite(value) ? Json(value) : Json(nullptr);
}
Json number(const std::optional<double>& value) {
  return value ? number(*value) : Json(nullptr);
}

Json numbers(std::span<const double> values) {
  Json out = Json::array();
  for (const double value : values) out.push_back(number(value));
  return out;
}

Json scope_of(const std::string& id, const std::string& note) {
  return {{"id", id}, {"note", note}};
}

Json bands_of(const UncertaintyResult& uncertainty, std::size_t quantity, std::size_t years) {
  const auto& outputs = uncertainty.outputs;
  const auto found = std::find(outputs.begin(), outputs.end(), quantity);
  if (found == outputs.end()) return nullptr;
  const std::size_t first = static_cast<std::size_t>(found - outputs.begin()) * years;
  Json out = Json::object();
  for (const BandOfName& band : band_names()) {
    Json values = Json::array();
    for (std::size_t y = 0; y < years; ++y)
      values.push_back(number(band.of(uncertainty.ensemble.bands[first + y])));
    out[band.name] = std::move(values);
  }
  return out;
}

Json quantities_of(const ProjectionResult& result) {
  Json out = Json::array();
  for (std::size_t q = 0; q < result.quantities.size(); ++q) {
    const TrajectoryQuantity& quantity = result.quantities[q];
    Json one{{"key", quantity.key},           {"unit", quantity.unit},
             {"label", quantity.label},       {"definition", quantity.definition},
             {"headline", quantity.headline}, {"central", numbers(result.central.of(q))}};
    if (result.uncertainty) {
      Json bands = bands_of(*result.uncertainty, q, result.central.years());
      if (!bands.is_null()) one["bands"] = std::move(bands);
    }
    out.push_back(std::move(one));
  }
  return out;
}

// Figures of inputs are written in base units and as text with their unit.
Json inputs_of(const Projection& projection) {
  Json out = Json::array();
  for (const DrawnInput& input : projection.inputs) {
    const Quantile at(input);
    const auto text = [&input](double base) { return to_text(base, input.scale); };
    out.push_back({{"path", input.path},
                   {"distribution", distribution_text(input.distribution, input.scale)},
                   {"central", text(central(input.distribution))},
                   {"p05", text(at(0.05))},
                   {"p95", text(at(0.95))}});
  }
  return out;
}

Json names_of_inputs(const Projection& projection, std::span<const std::size_t> group) {
  Json out = Json::array();
  for (const std::size_t input : group) out.push_back(projection.inputs[input].path);
  return out;
}

Json sobol_of(const Projection& projection, const ProjectionResult& result) {
  Json out = Json::array();
  const UncertaintyResult& uncertainty = *result.uncertainty;
  for (std::size_t i = 0; i < uncertainty.sobol.size(); ++i) {
    Json groups = Json::array();
    for (const SobolGroup& group : uncertainty.sobol[i].groups)
      groups.push_back({{"inputs", names_of_inputs(projection, group.inputs)},
                        {"first", number(group.first)},
                        {"first_error", number(group.first_error)},
                        {"total", number(group.total)},
                        {"total_error", number(group.total_error)}});
    out.push_back({{"quantity", result.quantities[uncertainty.explained[i]].key},
                   {"year", projection.last_year},
                   {"groups", std::move(groups)}});
  }
  return out;
}

Json tornado_of(const Projection& projection, const ProjectionResult& result) {
  Json out = Json::array();
  const UncertaintyResult& uncertainty = *result.uncertainty;
  for (std::size_t i = 0; i < uncertainty.tornado.size(); ++i) {
    const TrajectoryQuantity& quantity = result.quantities[uncertainty.explained[i]];
    Json bars = Json::array();
    for (const TornadoBar& bar : uncertainty.tornado[i].bars)
      bars.push_back({{"input", projection.inputs[bar.input].path},
                      {"at_p05", number(bar.at_p05)},
                      {"at_p95", number(bar.at_p95)}});
    out.push_back(
        {{"quantity", quantity.key},
         {"year", projection.last_year},
         {"unit", quantity.unit},
         {"central", number(result.central.at(uncertainty.explained[i], result.central.years() - 1))},
         {"bars", std::move(bars)}});
  }
  return out;
}

Json uncertainty_of(const Projection& projection, const ProjectionResult& result) {
  if (!result.uncertainty) return nullptr;
  const Ensemble& ensemble = result.uncertainty->ensemble;
  const DrawSettings& settings = projection.draws;
  Json precision{{"asked", settings.count ? Json(nullptr) : Json(settings.precision)},
                 {"reached", number(ensemble.precision)}};
  return {{"sequence", settings.sequence == DrawSequence::sobol ? "sobol" : "latin-hypercube"},
          {"draws", ensemble.draws},
          {"seed", projection.seed},
          {"precision", std::move(precision)},
          {"inputs", inputs_of(projection)},
          {"sobol", sobol_of(projection, result)},
          {"tornado", tornado_of(projection, result)}};
}

Json parts_of(const std::vector<DriverPart>& parts) {
  Json out = Json::array();
  for (const DriverPart& part : parts)
    out.push_back({{"driver", part.driver}, {"change", number(part.change)}});
  return out;
}

Json attribution_of(const Projection& projection, const ProjectionResult& result) {
  constexpr const char* methods[] = {"sequential", "lmdi", "shapley"};
  Json out = Json::array();
  for (const ChangeOfQuantity& change : result.changes) {
    Json by_year = Json::array();
    for (const ChangeOfYear& year : change.by_year)
      by_year.push_back({{"year", year.year}, {"parts", parts_of(year.parts)}});
    out.push_back({{"quantity", change.quantity},
                   {"unit", change.unit},
                   {"method", methods[static_cast<int>(projection.attribution)]},
                   {"from", change.from},
                   {"to", change.to},
                   {"change", number(change.change)},
                   {"parts", parts_of(change.parts)},
                   {"by_year", std::move(by_year)}});
  }
  return out;
}

Json coupling_of(const ProjectionResult& result) {
  Json out = Json::array();
  for (const SimulatedPlantOf& simulated : result.simulated) {
    const SimulatedPlant& weeks = simulated.weeks;
    Json starts = Json::array(), figures = Json::object(), year = Json::object(), errors = Json::object();
    for (const RepresentativeWeek& week : weeks.weeks)
      starts.push_back({{"start", iso_text(week.start, report_offset)}, {"weight", week.weight}});
    for (const SimulatedFigure& figure : simulated_figures()) {
      figures[figure.key] = number(figure.value(weeks.sums));
      if (!weeks.full_year) continue;
      year[figure.key] = number(figure.value(*weeks.full_year));
      errors[figure.key] = number(error_of(figure, weeks));
    }
    out.push_back({{"plant", simulated.plant},
                   {"scenario", weeks.scenario_name},
                   {"overrides", weeks.request.overrides},
                   {"hubs", weeks.hubs},
                   {"weeks", std::move(starts)},
                   {"figures", std::move(figures)},
                   {"full_year", weeks.full_year ? std::move(year) : Json(nullptr)},
                   {"error", weeks.full_year ? std::move(errors) : Json(nullptr)}});
  }
  return out;
}

Json beside_of(const Projection& projection, const ProjectionResult& result) {
  Json out = Json::array();
  for (const BesideResult& beside : result.beside) {
    Json values = Json::array();
    for (int year = projection.first_year; year <= projection.last_year; ++year) {
      const int i = year - beside.first_year;
      const bool told = i >= 0 && i < static_cast<int>(beside.facility_twh.size());
      values.push_back(told ? number(beside.facility_twh[static_cast<std::size_t>(i)]) : Json(nullptr));
    }
    out.push_back({{"name", beside.name},
                   {"scope", scope_of(beside.scope, beside.scope_note)},
                   {"why", beside.why},
                   {"facility_energy", std::move(values)}});
  }
  return out;
}

Json economy_of(const ProjectionResult& result) {
  Json out = Json::array();
  for (const EconomyClaim& claim : result.claims)
    out.push_back({{"source", claim.source},
                   {"claim", claim.claim},
                   {"figure", number(claim.figure)},
                   {"unit", claim.unit}});
  return out;
}

Json contradictions_of(const ProjectionResult& result) {
  Json out = Json::array();
  for (const Contradiction& one : result.contradictions) {
    Json says = Json::array();
    for (const SourceFigure& source : one.says)
      says.push_back({{"source", source.source}, {"figure", source.figure}});
    out.push_back({{"about", one.about}, {"says", std::move(says)}, {"reading", one.reading}});
  }
  return out;
}

}  // namespace

std::string trajectory_json(const Projection& projection, const ProjectionResult& result) {
  Json years = Json::array();
  for (int year = projection.first_year; year <= projection.last_year; ++year) years.push_back(year);
  const Json out{{"schema", 1},
                 {"name", projection.name},
                 {"region", projection.region},
                 {"scope", scope_of(projection.scope, projection.scope_note)},
                 {"years", std::move(years)},
                 {"quantities", quantities_of(result)},
                 {"uncertainty", uncertainty_of(projection, result)},
                 {"attribution", attribution_of(projection, result)},
                 {"coupling", coupling_of(result)},
                 {"beside", beside_of(projection, result)},
                 {"economy", economy_of(result)},
                 {"contradictions", contradictions_of(result)}};
  return text_of(out);
}

std::string projection_manifest_json(const Projection& projection,
                                     std::span<const std::string> command_line) {
  Json files = Json::array();
  for (const FileDigest& file : projection.files)
    files.push_back({{"path", file.path}, {"sha256", file.sha256}});
  const Json out{{"schema", 1},
                 {"name", projection.name},
                 {"kind", "projection"},
                 {"hubwatt", HUBWATT_VERSION},
                 {"seed", projection.seed},
                 {"projection_digest", scenario_digest(projection.files)},
                 {"command_line", std::vector<std::string>(command_line.begin(), command_line.end())},
                 {"files", std::move(files)}};
  return text_of(out);
}

}  // namespace hubwatt
