// The tables of a projection.
import { table } from "./table.js";
import { fixed, typed } from "./figures.js";
import { distribution_of, driver_name, told } from "./data_words.js";
import { titled } from "./trajectory.js";
import { say, term } from "./words.js";

// Names are said where they are shown; what is shown instead of a name is said already.
const text = (name) => ({ name });
const number = (name, shown, digits = 4) => ({ name, text: shown, digits });
const year_column = (year) => ({ name: String(year), text: String(year), digits: 4 });

// Every quantity by year.
export function all_figures(trajectory) {
  return table(
    say("All figures of {projection}", { projection: trajectory.name }),
    [
      text(term("quantity")),
      text(term("unit")),
      ...trajectory.years.map(year_column),
      { name: term("definition"), wide: true },
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
    say("Headline figures side by side"),
    [
      text(term("quantity")),
      text(term("unit")),
      ...trajectories.map((each) => {
        const name = `${each.name}, ${each.years.at(-1)}`;
        return number(name, name);
      }),
    ],
    [...keys.values()].map((quantity) => [
      quantity.label,
      quantity.unit,
      ...trajectories.map((each) => each.last(quantity.key) ?? null),
    ]),
  );
}

const band_names = ["p05", "p25", "p50", "p75", "p95", term("mean")];
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
      text(term("projection")),
      { name: term("year"), show: String },
      number(term("central")),
      ...band_names.map((name) => number(name)),
    ],
    rows,
  );
}

export function attribution_figures(attribution, label) {
  const span = { from: attribution.from, to: attribution.to };
  return table(
    say("{quantity}: change by driver in {unit}", { quantity: label, unit: attribution.unit }),
    [
      text(term("driver")),
      number(`${span.from} to ${span.to}`, say("{from} to {to}", span)),
      number(term("share of the change, %")),
      ...attribution.by_year.map((step) => year_column(step.year)),
    ],
    attribution.parts.map((part, at) => [
      driver_name(part.driver),
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
      text(term("quantity")),
      text(term("unit")),
      ...years.map(year_column),
      { name: term("definition"), wide: true },
    ],
    quantities.map((quantity) => [quantity.label, quantity.unit, ...quantity.central, quantity.definition]),
  );
}

export function sobol_figures(sobol, label) {
  return table(
    say("{quantity} of {year}: Sobol indices", { quantity: label, year: sobol.year }),
    [
      text(term("inputs")),
      number(term("first"), undefined, 3),
      number("first_error", "\u00b1", 2),
      number(term("total"), undefined, 3),
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

const with_unit_of = ({ unit }, name) => (unit === "" ? name : say("{name}, {unit}", { name, unit }));

export function tornado_figures(tornado, label) {
  return table(
    say("{quantity} of {year}: one input at a time", { quantity: label, year: tornado.year }),
    [
      text(term("input")),
      number("at_p05", with_unit_of(tornado, say("at its p05"))),
      number("at_p95", with_unit_of(tornado, say("at its p95"))),
      number("width", with_unit_of(tornado, say("width"))),
    ],
    tornado.bars.map((bar) => [bar.input, bar.at_p05, bar.at_p95, Math.abs(bar.at_p95 - bar.at_p05)]),
  );
}

export function drawn_inputs(inputs) {
  return table(
    say("Inputs that are drawn"),
    [
      text(term("input")),
      text(term("distribution")),
      ...[term("central"), "p05", "p95"].map((name) => ({ name, show: typed })),
    ],
    inputs.map((input) => [
      input.path,
      distribution_of(input.distribution),
      input.central,
      input.p05,
      input.p95,
    ]),
  );
}

export function scopes(counts) {
  const years = [...new Set(counts.flatMap((count) => count.years))].sort();
  return table(
    say("Facility energy in TWh, by who counts what"),
    [
      text(term("projection")),
      text(term("scope")),
      { name: term("what is counted"), wide: true },
      ...years.map(year_column),
      { name: term("why it differs"), wide: true },
    ],
    counts.map((count) => [
      count.name,
      count.scope?.id,
      count.scope && told(count.scope.note),
      ...years.map((year) => count.values[count.years.indexOf(year)] ?? null),
      count.why && told(count.why),
    ]),
  );
}

// Representative weeks against the whole year, figure by figure.
export function coupling(plants) {
  return table(
    say("Plants taken from simulated weeks"),
    [
      text(term("plant")),
      text(term("figure")),
      number("weeks", say("from the weeks")),
      number("full year", say("whole year")),
      { name: "error", text: say("error, %"), show: (value) => fixed(value, 2) },
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
    say("What sources claim would follow"),
    [
      { name: term("claim"), wide: true },
      number(term("figure")),
      text(term("unit")),
      { name: term("source"), wide: true },
    ],
    economy.map((claim) => [told(claim.claim), claim.figure, told(claim.unit), told(claim.source)]),
  );
}

export function contradictions(found) {
  return table(
    say("Where the sources contradict each other"),
    [
      { name: term("about"), wide: true },
      { name: term("source"), wide: true },
      text(term("figure")),
      { name: term("taken here"), wide: true },
    ],
    found.flatMap(({ about, says, reading }) =>
      says.map(({ source, figure }) => [told(about), told(source), told(figure), told(reading)]),
    ),
  );
}
