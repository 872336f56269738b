// When and where: computing asked for and served, capacity, places, kinds of servers, uses of energy.
import { el, section } from "./elements.js";
import { Chart } from "./chart.js";
import { demand_chart, demands_of } from "./demand_chart.js";
import { stacked_chart } from "./stacked_chart.js";
import { fan_chart } from "./fan_chart.js";
import * as tables from "./tables.js";
import { say } from "./words.js";

function parts_of(trajectory, keys) {
  return keys
    .map((key) => trajectory.quantity(key))
    .filter((known) => known)
    .map((quantity) => ({ ...quantity, name: quantity.label }));
}

// Members of it_energy that are places have a PUE of their own; the others are kinds of servers.
function it_energy(trajectory, of_places) {
  return trajectory
    .family("it_energy")
    .filter(({ member }) => of_places === Boolean(trajectory.quantity("pue." + member)));
}

export function timing(trajectory) {
  const { years } = trajectory;
  const stacked = (name, title, note, parts, first_color) =>
    parts.length < 2 ? null : new Chart(name, stacked_chart(title, note, years, parts, first_color)).element;
  const demands = demands_of(trajectory),
    places = it_energy(trajectory, true),
    kinds = it_energy(trajectory, false);
  const capacity = trajectory.quantity("capacity_fp32");
  const charts = [
    demands.length ? new Chart("demand", demand_chart(trajectory)).element : null,
    capacity && capacity.central.some((value) => value > 0)
      ? new Chart("capacity", fan_chart([trajectory], "capacity_fp32")).element
      : null,
    stacked(
      "places",
      say("IT energy by place in TWh"),
      say("PUE and share of each place stand in the table."),
      places,
      0,
    ),
    stacked("servers", say("IT energy by kind of server in TWh"), say("At the input of the gear."), kinds, 3),
    stacked(
      "uses",
      say("Facility energy by use in TWh"),
      say("What goes to the gear, and what the building adds."),
      parts_of(trajectory, ["it_energy", "cooling_energy", "power_chain_loss", "other_energy"]),
      0,
    ),
  ].filter((chart) => chart);
  if (charts.length === 0) return null;
  const computing = ["demand", "gap", "capacity"].flatMap((family) => trajectory.family(family));
  return section(
    "when",
    say("When and where?"),
    el("div", { class: "pair" }, charts),
    computing.length
      ? tables.by_year(say("Computing asked for, lacking and installed"), years, computing)
      : null,
    places.length
      ? tables.by_year(say("Places"), years, [
          ...places,
          ...trajectory.family("facility_energy"),
          ...trajectory.family("share"),
          ...trajectory.family("pue"),
        ])
      : null,
  );
}
