#include "scenarios/study/study_fields.hpp"

#include "scenarios/platform_fields.hpp"
#include "scenarios/scenario_fields.hpp"
#include "scenarios/study/study_axis.hpp"
#include "scenarios/study/study_checks.hpp"

namespace hubwatt {
namespace {

void read_values(AxisTold& axis, const Node& node, Reading& reading) {
  if (node.array() == nullptr) return wrong_type(node, "an array", reading);
  axis.values = *node.array();
}

Field<AxisTold> end_of_range(std::string_view key, std::optional<Node> AxisTold::*member,
                             std::string_view doc) {
  return field_by<AxisTold>(key, "number, or string with a unit", doc,
                            [member](AxisTold& axis, const Node& node, Reading&) { axis.*member = node; })
      .else_means("no range");
}

}  // namespace

std::optional<Axis> Kind<Axis>::read(const Node& node, const Limits&, Reading& reading) {
  const std::size_t before = reading.mistakes.size();
  const auto told = read_form(node, form_of<AxisTold>(), reading);
  return told && reading.mistakes.size() == before ? axis_of(*told, node, reading) : std::nullopt;
}

template <>
Form<Level> form_of() {
  return {"a level",
          {field("name", &Level::name, "what it is called in results"),
           field("set", &Level::set, "what it changes, each as after --set")
               .else_means("nothing: the scenario as it stands")},
          {}};
}

template <>
Form<AxisTold> form_of() {
  return {"an axis",
          {field("name", &AxisTold::name, "what it is called in results; needed beside levels")
               .else_means("its key"),
           field("key", &AxisTold::key, "of the scenario or its platform, as after --set")
               .else_means("levels set keys"),
           field_by<AxisTold>("values", "array of values",
                              "of the key, each as after --set and a level of its own", read_values)
               .else_means("levels, or a range"),
           field("level", &AxisTold::levels, "settings with a name, of any keys")
               .else_means("values, or a range"),
           end_of_range("low", &AxisTold::low, "least value of a range; of a latin hypercube only"),
           end_of_range("high", &AxisTold::high, "greatest value of a range")},
          {}};
}

template <>
Form<Objective> form_of() {
  return {"an objective",
          {field("figure", &Objective::figure,
                 "path of a figure, as after `hubwatt report --why`: total.cost_cny"),
           field("best", &Objective::best, "which way is better")
               .defaults("\"lowest\"", "energy, carbon, water and cost are better where they are lower")},
          {}};
}

template <>
Form<Study> form_of() {
  return {"a study",
          {
              field_by<Study>("schema", std::string(schema_type), schema_doc,
                              [](Study&, const Node& node, Reading& reading) { read_schema(node, reading); }),
              field_by<Study>("name", "string", "also the default name of the results",
                              [](Study& study, const Node& node, Reading& reading) {
                                study.name = read_plain_name(node, reading).value_or(std::string());
                              }),
              field_by<Study>("scenario", "path of a scenario file",
                              "that is run again and again, relative to this file",
                              [](Study& study, const Node& node, Reading& reading) {
                                if (const auto file = Kind<std::string>::read(node, any_number, reading))
                                  study.scenario = reading.folder / *file;
                              }),
              field("design", &Study::design, "how axes are combined")
                  .defaults("\"full-factorial\"", "every level with every other leaves nothing out"),
              field("samples", &Study::samples, "points of a latin hypercube")
                  .within(between(2, static_cast<double>(most_points)))
                  .else_means("follow from the axes; a latin hypercube needs them"),
              field("design_seed", &Study::design_seed, "of the draws of a latin hypercube")
                  .within(at_least_zero)
                  .else_means("0"),
              field("seeds", &Study::seeds, "each point runs with each of them")
                  .within(at_least_zero)
                  .else_means("that of the scenario"),
              field("set", &Study::set, "keys changed in all points, as after --set").else_means("none"),
              field("axis", &Study::axes, "what differs between points"),
              field("objective", &Study::objectives, "what a good point is judged by")
                  .else_means(
                      "total.facility_energy_kwh, total.carbon_market_kg and total.cost_cny, each lowest"),
          },
          check_study};
}

}  // namespace hubwatt
