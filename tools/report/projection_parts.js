// Why, when and where, how sure: the parts of the page that tell of one projection.
import { choice, el, section } from "./elements.js";
import { Chart } from "./chart.js";
import { figure, listing, percent } from "./figures.js";
import { titled } from "./trajectory.js";
import { drivers_chart } from "./drivers_chart.js";
import { demand_chart } from "./demand_chart.js";
import { stacked_chart } from "./stacked_chart.js";
import { fan_chart } from "./fan_chart.js";
import { sobol_chart } from "./sobol_chart.js";
import { tornado_chart } from "./tornado_chart.js";
import * as tables from "./tables.js";

// A list of the same thing for several quantities: a choice, a chart and its table. `kind` names the chart.
function per_quantity(kind, entries, trajectory, describe, data) {
  if (entries.length === 0) return null;
  const label = (entry) => trajectory.quantity(entry.quantity)?.label ?? entry.quantity;
  let entry = entries[0];
  const chart = new Chart(kind, (width, color) => describe(entry, label(entry))(width, color));
  const behind = el("details", { class: "data" });
  const fill = () => behind.replaceChildren(el("summary", {}, "Figures of this chart"), data(entry, label(entry)));
  fill();
  return el("div", { class: "block" }, choice("Quantity", entries.map((each, value) => ({ value, text: label(each) })), (at) => {
    entry = entries[at];
    fill();
    chart.draw();
  }), chart.element, behind);
}

export function causes(trajectory) {
  const drivers = per_quantity("drivers", trajectory.file.attribution, trajectory, drivers_chart,
    tables.attribution_figures);
  return drivers && section("why", "Why does it change?", drivers);
}

function parts_of(trajectory, keys) {
  return keys.map((key) => trajectory.quantity(key)).filter((known) => known).map((quantity) => ({ ...quantity, name: quantity.label }));
}

// Members of it_energy that are places have a PUE of their own; the others are kinds of servers.
function it_energy(trajectory, of_places) {
  return trajectory.family("it_energy").filter(({ member }) => of_places === Boolean(trajectory.quantity("pue." + member)))
    .map((quantity) => ({ ...quantity, name: quantity.member }));
}

export function timing(trajectory) {
  const { years } = trajectory;
  const stacked = (name, title, note, parts, first_color) =>
    parts.length < 2 ? null : new Chart(name, stacked_chart(title, note, years, parts, first_color)).element;
  const served = trajectory.family("served"), places = it_energy(trajectory, true), kinds = it_energy(trajectory, false);
  const capacity = trajectory.quantity("capacity_fp32");
  const charts = [
    served.length ? new Chart("demand", demand_chart(trajectory)).element : null,
    capacity && capacity.central.some((value) => value > 0)
      ? new Chart("capacity", fan_chart([trajectory], "capacity_fp32")).element : null,
    stacked("places", "IT energy by place in TWh", "PUE and share of each place stand in the table.", places, 0),
    stacked("servers", "IT energy by kind of server in TWh", "At the input of the gear.", kinds, 3),
    stacked("uses", "Facility energy by use in TWh", "What goes to the gear, and what the building adds.",
      parts_of(trajectory, ["it_energy", "cooling_energy", "power_chain_loss", "other_energy"]), 0),
  ].filter((chart) => chart);
  if (charts.length === 0) return null;
  const computing = [...trajectory.family("demand"), ...served, ...trajectory.family("gap"), ...(capacity ? [capacity] : [])];
  return section("when", "When and where?", el("div", { class: "pair" }, charts),
    served.length ? tables.by_year("Computing asked for, served and lacking", years, computing) : null,
    places.length ? tables.by_year("Places", years,
      [...places, ...trajectory.family("facility_energy"), ...trajectory.family("share"), ...trajectory.family("pue")]) : null);
}

export function certainty(trajectory) {
  const { uncertainty, coupling } = trajectory.file;
  if (!uncertainty && coupling.length === 0) return null;
  return section("sure", "How sure is it?", uncertainty ? drawn(uncertainty, trajectory) : null,
    coupling.length ? [el("h3", {}, "Where the plants\u2019 figures come from"),
      coupling.map((plant) => el("p", { class: "note" }, simulated(plant))),
      el("details", { class: "data" }, el("summary", {}, "Figures of the weeks and of the whole year"),
        tables.coupling(coupling))] : null);
}

function drawn(uncertainty, trajectory) {
  const { asked, reached } = uncertainty.precision ?? {};
  const precision = typeof reached === "number"
    ? ` The mean facility energy of ${trajectory.years.at(-1)} has a standard error of ${percent(reached)}` +
      `${typeof asked === "number" ? `; at most ${percent(asked)} was asked for` : ""}.` : "";
  return [el("p", {}, `${figure(uncertainty.draws, 9).replace(/\.0+$/, "")} draws of ${uncertainty.inputs.length} inputs ` +
    `(sequence: ${uncertainty.sequence}, seed ${uncertainty.seed}).` + precision),
  el("div", { class: "pair" },
    per_quantity("sobol", uncertainty.sobol, trajectory, sobol_chart, tables.sobol_figures),
    per_quantity("tornado", uncertainty.tornado, trajectory, tornado_chart, tables.tornado_figures)),
  tables.drawn_inputs(uncertainty.inputs)];
}

function against(error) {
  if (typeof error !== "number" || Math.abs(error) < 5e-5) return "as is";
  return `${percent(Math.abs(error))} ${error < 0 ? "below" : "above"}`;
}

function simulated({ plant, scenario, overrides = [], hubs = [], weeks = [], figures, full_year, error }) {
  const changed = overrides.length ? ` with ${listing(overrides)}` : "";
  const where = hubs.length ? `, hubs ${listing(hubs)}` : "";
  return `${plant}: ${weeks.length} representative weeks of ${scenario}${changed}${where}, ` +
    (full_year ? `with a PUE of ${figure(figures.pue)}, ${against(error?.pue)} that of the whole year.`
      : "not held against the whole year.");
}
