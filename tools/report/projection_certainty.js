// How sure a projection is: its drawn inputs, what explains the spread, and the weeks its plants come from.
import { el, section } from "./elements.js";
import { figure, listing, percent } from "./figures.js";
import { sobol_chart } from "./sobol_chart.js";
import { tornado_chart } from "./tornado_chart.js";
import { per_quantity } from "./per_quantity.js";
import * as tables from "./tables.js";
import { say, sentences } from "./words.js";

export function certainty(trajectory) {
  const { uncertainty, coupling } = trajectory.file;
  if (!uncertainty && coupling.length === 0) return null;
  return section(
    "sure",
    say("How sure is it?"),
    uncertainty ? drawn(uncertainty, trajectory) : null,
    coupling.length
      ? [
          el("h3", {}, say("Where the plants\u2019 figures come from")),
          coupling.map((plant) => el("p", { class: "note" }, simulated(plant))),
          el(
            "details",
            { class: "data" },
            el("summary", {}, say("Figures of the weeks and of the whole year")),
            tables.coupling(coupling),
          ),
        ]
      : null,
  );
}

function drawn(uncertainty, trajectory) {
  const draws = say("{n} draws of {inputs} inputs (sequence: {sequence}, seed {seed}).", {
    n: figure(uncertainty.draws, 9).replace(/\.0+$/, ""),
    inputs: uncertainty.inputs.length,
    sequence: say(uncertainty.sequence),
    seed: uncertainty.seed,
  });
  return [
    el("p", {}, sentences(draws, precision(uncertainty, trajectory.years.at(-1)))),
    el(
      "div",
      { class: "pair" },
      per_quantity("sobol", uncertainty.sobol, trajectory, sobol_chart, tables.sobol_figures),
      per_quantity("tornado", trajectory.tornado, trajectory, tornado_chart, tables.tornado_figures),
    ),
    tables.drawn_inputs(uncertainty.inputs),
  ];
}

function precision(uncertainty, year) {
  const { asked, reached } = uncertainty.precision ?? {};
  if (typeof reached !== "number") return "";
  const values = { year, reached: percent(reached), asked: percent(asked) };
  return typeof asked === "number"
    ? say(
        "The mean facility energy of {year} has a standard error of {reached}; at most {asked} was asked " +
          "for.",
        values,
      )
    : say("The mean facility energy of {year} has a standard error of {reached}.", values);
}

function simulated({ plant, scenario, overrides = [], hubs = [], weeks = [], figures, full_year, error }) {
  const changed = overrides.length
    ? say("{scenario} with {changes}", { scenario, changes: listing(overrides) })
    : scenario;
  const values = {
    plant,
    n: weeks.length,
    scenario: hubs.length
      ? say("{scenario}, hubs {hubs}", { scenario: changed, hubs: listing(hubs) })
      : changed,
  };
  if (!full_year)
    return say("{plant}: {n} representative weeks of {scenario}, not held against the whole year.", values);
  values.pue = figure(figures.pue);
  const off = error?.pue;
  if (typeof off !== "number" || Math.abs(off) < 5e-5)
    return say(
      "{plant}: {n} representative weeks of {scenario}, with a PUE of {pue}, the same as that of the whole " +
        "year.",
      values,
    );
  values.off = percent(Math.abs(off));
  return off < 0
    ? say(
        "{plant}: {n} representative weeks of {scenario}, with a PUE of {pue}, {off} below that of the " +
          "whole year.",
        values,
      )
    : say(
        "{plant}: {n} representative weeks of {scenario}, with a PUE of {pue}, {off} above that of the " +
          "whole year.",
        values,
      );
}
