// Plants, where the load stands, and the grid.
#include "models/units.hpp"
#include "scenarios/projection/projection_fields.hpp"

namespace hubwatt {
namespace {

template <class V, class T, class M>
Field<T> path(std::string_view key, M T::*member, std::string_view doc) {
  return field_as<YearPathOf<V>>(key, member, doc);
}

template <class V>
Field<Plant> figure(std::string_view key, std::optional<YearPath> PlantFigures::*member,
                    std::string_view doc) {
  return field_into<YearPathOf<V>, Plant>(
      key, [member](Plant& plant) -> std::optional<YearPath>& { return plant.figures.*member; }, doc);
}

constexpr std::string_view simulated_or_left_out = "simulated, or not in the results";

void check_plant(const Plant& plant, const Node& node, Reading& reading) {
  const PlantFigures& f = plant.figures;
  const bool parts = f.cooling || f.chain_loss || f.other;
  if (plant.simulated) {
    for (const Member& member : *node.table())
      if (member.key != "name" && member.key != "simulated" && member.key != "pue_above_model")
        reading.mistake_at_key(node, member.key, "stands beside simulated, which tells it too",
                               "leave one of them out");
    return;
  }
  if (node.find("pue_above_model") != nullptr)
    reading.mistake_at_key(node, "pue_above_model", "belongs to a simulated plant", "add it to 'pue'");
  if (parts && f.pue) reading.mistake(node, "tells the PUE and its parts", "leave one of them out");
  if (!parts && !f.pue)
    reading.mistake(node, "tells no PUE",
                    "add 'pue', or 'cooling', 'chain_loss' and 'other', or 'simulated'");
  if (parts && !(f.cooling && f.chain_loss && f.other))
    reading.mistake(node, "tells some parts of the PUE only",
                    "'cooling', 'chain_loss' and 'other' go together");
}

void check_place(const LoadPlace& place, const Node& node, Reading& reading) {
  if (node.find("refit") != nullptr && !place.new_plant)
    reading.mistake_at_key(node, "refit", "needs new_plant, the plant that refitted load gets");
}

}  // namespace

template <>
Form<SimulatedWeeks> form_of() {
  return {
      "simulated weeks",
      {field_by<SimulatedWeeks>("scenario", "path of a scenario file",
                                "of a year or more; its plants and policies are those of the plant",
                                [](SimulatedWeeks& weeks, const Node& node, Reading& reading) {
                                  if (const auto file = Kind<std::string>::read(node, any_number, reading))
                                    weeks.scenario = reading.folder / *file;
                                }),
       field("set", &SimulatedWeeks::overrides, "keys changed, as after --set").else_means("none"),
       field("hubs", &SimulatedWeeks::hubs, "ids of the hubs that are counted").else_means("all"),
       field("weeks", &SimulatedWeeks::weeks, "simulated, spread over the year")
           .within(between(1, 52))
           .defaults("8", "two a season"),
       field("check_full_year", &SimulatedWeeks::check_full_year,
             "whether the whole year is run too, and the weeks' error told")
           .defaults("true", "an error that is not known is none that is small")},
      {}};
}

template <>
Form<Plant> form_of() {
  return {"a plant",
          {field("name", &Plant::name, "by which places name it"),
           field("simulated", &Plant::simulated, "its figures come from simulated weeks of a platform")
               .else_means("they are told here"),
           field_as<YearPathOf<double>>("pue_above_model", &Plant::pue_above_model,
                                        "PUE of real sites less that of the models")
               .within(between(-0.5, 2.0))
               .defaults("0.0", "the models as they are"),
           figure<double>("pue", &PlantFigures::pue, "facility over IT energy")
               .within(between(1.0, 5.0))
               .else_means("simulated, or its parts are told"),
           figure<double>("cooling", &PlantFigures::cooling, "kWh per kWh of IT")
               .within(between(0.0, 4.0))
               .else_means("pue tells"),
           figure<double>("chain_loss", &PlantFigures::chain_loss, "kWh per kWh of IT")
               .within(between(0.0, 4.0))
               .else_means("pue tells"),
           figure<double>("other", &PlantFigures::other, "kWh per kWh of IT")
               .within(between(0.0, 4.0))
               .else_means("pue tells"),
           figure<WaterIntensity>("wue", &PlantFigures::water, "site water per IT energy")
               .within(at_least_zero)
               .else_means(simulated_or_left_out),
           figure<double>("green_share", &PlantFigures::green_share, "of facility energy")
               .within(share)
               .else_means(simulated_or_left_out),
           figure<CarbonIntensity>("residual_carbon", &PlantFigures::residual_carbon,
                                   "per facility energy that is not green, market-based")
               .within(at_least_zero)
               .else_means("simulated, or grid_carbon"),
           figure<CarbonIntensity>("grid_carbon", &PlantFigures::grid_carbon,
                                   "per facility energy, location-based")
               .within(at_least_zero)
               .else_means("simulated, or that of [grid]"),
           figure<Price>("price", &PlantFigures::price, "per facility energy")
               .within(at_least_zero)
               .else_means("simulated, or that of [grid]")},
          check_plant};
}

template <>
Form<LoadPlace> form_of() {
  return {
      "a place",
      {field("name", &LoadPlace::name, "by which results name it"),
       field("side", &LoadPlace::side, "east or west, for sums").else_means("none"),
       path<double>("share", &LoadPlace::share, "of all IT energy; shares add up to 1")
           .within(share)
           .else_means("the rest"),
       field("plant", &LoadPlace::plant, "in which the load of the first year stands"),
       field("new_plant", &LoadPlace::new_plant, "in which growth stands, and what is refitted")
           .else_means("the same"),
       path<double>("refit", &LoadPlace::refit,
                    "share of the load still in the old plant that moves to the new one each year")
           .within(share)
           .defaults("0.0", "nothing is refitted"),
       path<double>("green_share", &LoadPlace::green_share, "of facility energy, in the place of the plants'")
           .within(share)
           .else_means("the plants'")},
      check_place};
}

template <>
Form<GridPath> form_of() {
  return {"the grid",
          {path<CarbonIntensity>("carbon", &GridPath::carbon,
                                 "national mean; a simulated plant keeps its ratio to that of the first year")
               .within(at_least_zero)
               .else_means("the plants' own, constant"),
           path<Price>("price", &GridPath::price,
                       "national mean; a simulated plant keeps its ratio to that of the first year")
               .within(at_least_zero)
               .else_means("the plants' own, constant")},
          {}};
}

}  // namespace hubwatt
