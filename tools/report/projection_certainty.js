// How sure a projection is: its drawn inputs, what explains the spread, and the weeks its plants come from.
import { el, section } from "./elements.js";
import { figure, listing, percent } from "./figures.js";
import { sobol_chart } from "./sobol_chart.js";
import { tornado_chart } from "./tornado_chart.js";
import { per_quantity } from "./per_quantity.js";
import * as tables from "./tables.js";

export function certainty(trajectory) {
  const { uncertainty, coupling } = trajectory.file;
  if (!uncertainty && coupling.length === 0) return null;
  return section(
    "sure",
    "How sure is it?",
    uncertainty ? drawn(uncertainty, trajectory) : null,
    coupling.length
      ? [
          el("h3", {}, "Where the plants\u2019 figures come from"),
          coupling.map((plant) => el("p", { class: "note" }, simulated(plant))),
          el(
            "details",
            { class: "data" },
            el("summary", {}, "Figures of the weeks and of the whole year"),
            tables.coupling(coupling),
          ),
        ]
      : null,
  );
}

function drawn(uncertainty, trajectory) {
  const { asked, reached } = uncertainty.precision ?? {};
  const precision =
    typeof reached === "number"
      ? ` The mean facility energy of ${trajectory.years.at(-1)} has a standard error of ${percent(reached)}` +
        `${typeof asked === "number" ? `; at most ${percent(asked)} was asked for` : ""}.`
      : "";
  return [
    el(
      "p",
      {},
      `${figure(uncertainty.draws, 9).replace(/\.0+$/, "")} draws of ${uncertainty.inputs.length} inputs ` +
        `(sequence: ${uncertainty.sequence}, seed ${uncertainty.seed}).` +
        precision,
    ),
    el(
      "div",
      { class: "pair" },
      per_quantity("sobol", uncertainty.sobol, trajectory, sobol_chart, tables.sobol_figures),
      per_quantity("tornado", uncertainty.tornado, trajectory, tornado_chart, tables.tornado_figures),
    ),
    tables.drawn_inputs(uncertainty.inputs),
  ];
}

function against(error) {
  if (typeof error !== "number" || Math.abs(error) < 5e-5) return "as is";
  return `${percent(Math.abs(error))} ${error < 0 ? "below" : "above"}`;
}

function simulated({ plant, scenario, overrides = [], hubs = [], weeks = [], figures, full_year, error }) {
  const changed = overrides.length ? ` with ${listing(overrides)}` : "";
  const where = hubs.length ? `, hubs ${listing(hubs)}` : "";
  return (
    `${plant}: ${weeks.length} representative weeks of ${scenario}${changed}${where}, ` +
    (full_year
      ? `with a PUE of ${figure(figures.pue)}, ${against(error?.pue)} that of the whole year.`
      : "not held against the whole year.")
  );
}
