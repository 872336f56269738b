#include "scenarios/projection/projection_fields.hpp"

#include "scenarios/platform_fields.hpp"
#include "scenarios/projection/economy_fields.hpp"

namespace hubwatt {

template <>
Form<InputCorrelation> form_of() {
  return {"a correlation",
          {field("a", &InputCorrelation::a, "path of a figure that has a distribution"),
           field("b", &InputCorrelation::b, "path of another one"),
           field("rank", &InputCorrelation::rank, "Spearman's")
               .within({-1.0, 1.0, Limits::End::excluded, Limits::End::excluded})},
          {}};
}

template <>
Form<DrawSettings> form_of() {
  return {
      "the draws",
      {field("sequence", &DrawSettings::sequence, "how they fill the space of inputs")
           .defaults("\"sobol\"", "most even"),
       field("count", &DrawSettings::count, "draws")
           .within(between(16, 1e7))
           .else_means("as many as precision asks"),
       field("precision", &DrawSettings::precision,
             "relative standard error of mean and median of the last year's facility energy")
           .within({.low = 1e-5, .high = 0.5})
           .defaults("0.005", "half a percent is below what any input is known to"),
       field("most", &DrawSettings::most, "draws at most, where precision asks")
           .within(between(256, 1e7))
           .defaults("65536", "seconds"),
       field("sensitivity", &DrawSettings::sensitivity, "base draws of the Sobol indices; 0 for none")
           .within(between(0, 1e6))
           .defaults("1024", "errors of a few hundredths"),
       field("correlation", &DrawSettings::correlations, "of inputs").else_means("inputs are independent")},
      {}};
}

template <>
Form<BesideProjection> form_of() {
  return {"a projection beside",
          {field_by<BesideProjection>("projection", "path of a projection file", "that is run too",
                                      [](BesideProjection& beside, const Node& node, Reading& reading) {
                                        if (const auto file =
                                                Kind<std::string>::read(node, any_number, reading)) {
                                          beside.file = reading.folder / *file;
                                          reading.file_at(node);
                                        }
                                      }),
           field("why", &BesideProjection::why, "the two differ")},
          {}};
}

namespace {

// The reader has dealt with these keys and taken them out.
void handled_before(Projection&, const Node& node, Reading& reading) {
  reading.mistake(node, "belongs to a file that has a 'base' in the same folder");
}

}  // namespace

template <>
Form<Projection> form_of() {
  return {
      "a projection",
      {
          field_by<Projection>(
              "schema", std::string(schema_type), schema_doc,
              [](Projection&, const Node& node, Reading& reading) { read_schema(node, reading); }),
          field_by<Projection>("base", "path of a projection file",
                               "of the same folder, which this one varies", handled_before)
              .else_means("this file stands alone"),
          field_by<Projection>("without", "array of strings", "keys of the base that are left out",
                               handled_before)
              .else_means("none"),
          field_by<Projection>("set", "array of strings", "changes to the base, as after --set",
                               handled_before)
              .else_means("none"),
          field("name", &Projection::name, "also the default folder of the results, runs/NAME"),
          field("region", &Projection::region, "whose data centers, as in \"China\" or \"world\""),
          field("scope", &Projection::scope,
                "whose count it is, in a word: figures of unlike scopes are never added"),
          field("scope_note", &Projection::scope_note, "what is counted"),
          field("start", &Projection::first_year, "first year").within(between(1950, 2150)),
          field("end", &Projection::last_year, "last year").within(between(1950, 2150)),
          field("seed", &Projection::seed, "of every random draw")
              .within(at_least_zero)
              .defaults("0", "any will do"),
          field_as<YearPathOf<Energy>>("energy", &Projection::energy, "facility energy of a year, top down")
              .within(positive)
              .else_means("[[servers]] or [racks] say how much"),
          field("racks", &Projection::racks, "standard racks").else_means("not in the results"),
          field("servers", &Projection::servers, "classes of servers, bottom up")
              .else_means("energy or [racks] say how much"),
          field("stock_year", &Projection::stock_year, "which stock of servers a year's energy is of")
              .defaults("\"year-end\"", "as the reports sum shipments"),
          field("storage", &Projection::storage, "beside compute").else_means("not counted apart"),
          field("network", &Projection::network, "beside compute").else_means("not counted apart"),
          field("demand", &Projection::demands, "what is asked of the servers")
              .else_means("activities are told"),
          field_as<YearPathOf<double>>(
              "most_utilization", &Projection::most_utilization,
              "highest activity that servers can be driven to; demand beyond is a gap")
              .within(positive_share)
              .defaults("0.85", "maintenance, failures, fragments; estimate"),
          field("plant", &Projection::plants, "what a kWh of IT needs beside"),
          field("place", &Projection::places, "where the load stands"),
          field("grid", &Projection::grid, "carbon and price over the years")
              .else_means("the plants' own, constant"),
          field("draws", &Projection::draws, "how uncertain figures are drawn")
              .defaults("{}", "the defaults of its keys"),
          field("attribution", &Projection::attribution, "how a change is shared among its drivers")
              .defaults("\"shapley\"", "symmetric, exact, and no order to choose"),
          field("economy", &Projection::economy, "published claims to stand beside it").else_means("none"),
          field("beside", &Projection::beside, "projections of other scopes, side by side")
              .else_means("none"),
      },
      {}};
}

}  // namespace hubwatt
