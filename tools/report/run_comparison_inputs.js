// What several runs were given that is not the same: that is where their figures part.
import { el } from "./elements.js";
import { table } from "./table.js";
import { say, term } from "./words.js";

const most_at_once = 20;

// Null where a run does not tell its inputs.
export function differing_inputs(runs, names) {
  if (!runs.every(({ figures }) => figures)) return null;
  const given = runs.map(({ figures }) => new Map(figures.inputs.rows.map(({ key, value }) => [key, value])));
  const keys = [...new Set(given.flatMap((values) => [...values.keys()]))];
  const differing = keys.filter((key) => given.some((values) => values.get(key) !== given[0].get(key)));
  if (differing.length === 0) return el("p", {}, say("The runs have the same inputs."));
  const shown = table(
    say("Inputs that differ"),
    [{ name: term("input"), wide: true }, ...names.map((name) => ({ name, text: name }))],
    differing.map((key) => [key, ...given.map((values) => values.get(key))]),
  );
  return differing.length <= most_at_once
    ? shown
    : el(
        "details",
        { class: "data" },
        el("summary", {}, say("Inputs that differ: {n}", { n: differing.length })),
        shown,
      );
}
