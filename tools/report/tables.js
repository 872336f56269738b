// The tables of a projection.
import { table } from "./table.js";
import { fixed, typed } from "./figures.js";
import { titled } from "./trajectory.js";

const text = (name, shown) => ({ name, text: shown ?? name });
const number = (name, shown, digits = 4) => ({ name, text: shown ?? name, digits });

// Every quantity by year.
export function all_figures(trajectory) {
  return table(
    `All figures of ${trajectory.name}`,
    [
      text("quantity"),
      text("unit"),
      ...trajectory.years.map((year) => number(String(year))),
      { name: "definition", wide: true },
    ],
    trajectory.quantities.map((quantity) => [
      quantity.label,
      quantity.unit,
      ...quantity.central,
      quantity.definition,
    ]),
  );
}

// Projections side by side in the last year of each.
export function side_by_side(trajectories) {
  const keys = new Map(
    trajectories.flatMap((each) => each.headlines()).map((quantity) => [quantity.key, quantity]),
  );
  return table(
    "Headline figures side by side",
    [
      text("quantity"),
      text("unit"),
      ...trajectories.map((each) => number(`${each.name}, ${each.years.at(-1)}`)),
    ],
    [...keys.values()].map((quantity) => [
      quantity.label,
      quantity.unit,
      ...trajectories.map((each) => each.last(quantity.key) ?? null),
    ]),
  );
}

const band_names = ["p05", "p25", "p50", "p75", "p95", "mean"];
export function fan_figures(trajectories, key) {
  const rows = trajectories.flatMap((trajectory) => {
    const quantity = trajectory.quantity(key);
    return quantity
      ? trajectory.years.map((year, at) => [
          trajectory.name,
          year,
          quantity.central[at],
          ...band_names.map((name) => quantity.bands?.[name][at]),
        ])
      : [];
  });
  const quantity = trajectories.map((trajectory) => trajectory.quantity(key)).find((known) => known);
  return table(
    titled(quantity),
    [
      text("projection"),
      { name: "year", show: String },
      number("central"),
      ...band_names.map((name) => number(name)),
    ],
    rows,
  );
}

export function attribution_figures(attribution, label) {
  const span = `${attribution.from} to ${attribution.to}`;
  return table(
    `${label}: change by driver in ${attribution.unit}`,
    [
      text("driver"),
      number(span),
      number("share of the change, %"),
      ...attribution.by_year.map((step) => number(String(step.year))),
    ],
    attribution.parts.map((part, at) => [
      part.driver,
      part.change,
      attribution.change === 0 ? null : (100 * part.change) / attribution.change,
      ...attribution.by_year.map((step) => step.parts[at].change),
    ]),
  );
}

export function by_year(caption, years, quantities) {
  return table(
    caption,
    [
      text("quantity"),
      text("unit"),
      ...years.map((year) => number(String(year))),
      { name: "definition", wide: true },
    ],
    quantities.map((quantity) => [quantity.label, quantity.unit, ...quantity.central, quantity.definition]),
  );
}

export function sobol_figures(sobol, label) {
  return table(
    `${label} of ${sobol.year}: Sobol indices`,
    [
      text("inputs"),
      number("first", "first", 3),
      number("first_error", "\u00b1", 2),
      number("total", "total", 3),
      number("total_error", "\u00b1", 2),
    ],
    sobol.groups.map((group) => [
      group.inputs.join(" + "),
      group.first,
      group.first_error,
      group.total,
      group.total_error,
    ]),
  );
}

export function tornado_figures(tornado, label) {
  return table(
    `${label} of ${tornado.year}: one input at a time`,
    [
      text("input"),
      number("at_p05", `at its p05, ${tornado.unit}`),
      number("at_p95", `at its p95, ${tornado.unit}`),
      number("width", `width, ${tornado.unit}`),
    ],
    tornado.bars.map((bar) => [bar.input, bar.at_p05, bar.at_p95, Math.abs(bar.at_p95 - bar.at_p05)]),
  );
}

export function drawn_inputs(inputs) {
  return table(
    "Inputs that are drawn",
    [
      text("input"),
      text("distribution"),
      ...["central", "p05", "p95"].map((name) => ({ name, show: typed })),
    ],
    inputs.map((input) => [input.path, input.distribution, input.central, input.p05, input.p95]),
  );
}

export function scopes(counts) {
  const years = [...new Set(counts.flatMap((count) => count.years))].sort();
  return table(
    "Facility energy in TWh, by who counts what",
    [
      text("projection"),
      text("scope"),
      { name: "what is counted", wide: true },
      ...years.map((year) => number(String(year))),
      { name: "why it differs", wide: true },
    ],
    counts.map((count) => [
      count.name,
      count.scope?.id,
      count.scope?.note,
      ...years.map((year) => count.values[count.years.indexOf(year)] ?? null),
      count.why,
    ]),
  );
}

// Representative weeks against the whole year, figure by figure.
export function coupling(plants) {
  return table(
    "Plants taken from simulated weeks",
    [
      text("plant"),
      text("figure"),
      number("weeks", "from the weeks"),
      number("full year", "whole year"),
      { name: "error", text: "error, %", show: (value) => fixed(value, 2) },
    ],
    plants.flatMap((plant) =>
      Object.entries(plant.figures).map(([name, value]) => [
        plant.plant,
        name,
        value,
        plant.full_year?.[name],
        typeof plant.error?.[name] === "number" ? 100 * plant.error[name] : null,
      ]),
    ),
  );
}

export function claims(economy) {
  return table(
    "What sources claim would follow",
    [{ name: "claim", wide: true }, number("figure"), text("unit"), { name: "source", wide: true }],
    economy.map((claim) => [claim.claim, claim.figure, claim.unit, claim.source]),
  );
}

export function contradictions(found) {
  return table(
    "Where the sources contradict each other",
    [
      { name: "about", wide: true },
      { name: "source", wide: true },
      text("figure"),
      { name: "taken here", wide: true },
    ],
    found.flatMap(({ about, says, reading }) =>
      says.map(({ source, figure }) => [about, source, figure, reading]),
    ),
  );
}
