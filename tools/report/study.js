// A study as the page reads it: its settings, the figures of each, and how they are called and counted.
import { figure, fixed, in_percent, typed } from "./figures.js";
import { energy_scale, mass_scale, money_scale, power_scale, water_scale } from "./run_units.js";
import { say, term } from "./words.js";

export class Study {
  constructor(file) {
    this.file = file;
    this.name = file.name;
    this.axes = file.axes;
    this.objectives = file.objectives;
    this.rows = file.rows;
    this.analysis = file.analysis;
    this.settings = file.analysis.settings;
    this.seeds = [...new Set(file.rows.map(({ seed }) => seed))];
    this.front = new Set(file.analysis.front);
    this.kinds = new Map(file.analysis.headline.map(({ figure, kind }) => [figure, kind]));
    // Those whose values the page holds, in the order of the headline.
    this.figures = file.analysis.headline
      .map(({ figure }) => figure)
      .filter((path) => file.figures.includes(path));
  }

  // Whether there is anything to judge.
  get has_results() {
    return this.analysis.done > 0 && this.figures.length > 0;
  }

  // Of a setting: its mean over seeds; null where it has none.
  mean(setting, path) {
    return setting.means?.[this.file.figures.indexOf(path)] ?? null;
  }

  // Of a point.
  value(row, path) {
    return row.values?.[this.file.figures.indexOf(path)] ?? null;
  }

  known(path) {
    return this.settings.map((setting) => this.mean(setting, path)).filter((value) => value !== null);
  }

  // {unit, by}: a value over `by` is a number of this unit; one for all settings.
  scale(path) {
    const known = this.known(path).map(Math.abs);
    return scale_of(this.kinds.get(path) ?? "plain", Math.max(0, ...known));
  }

  // "12.3 GWh"
  printed(path, value, digits = 4) {
    if (value === null) return "\u2013";
    const { unit, by } = scale_of(this.kinds.get(path) ?? "plain", Math.abs(value));
    return with_unit(this.number(path, value, by, digits), unit);
  }

  // A change in percent of what it is from, of a share in percentage points; a dash where that is nought.
  change(path, change, from) {
    if (change === null || from === null) return "\u2013";
    const signed = (value) => (value > 0 ? "+" : "") + fixed(value, 2);
    if (this.kinds.get(path) === "share") return say("{n} percentage points", { n: signed(100 * change) });
    return from === 0 ? "\u2013" : in_percent(signed((100 * change) / Math.abs(from)));
  }

  // In a column: value -> text, in the unit of scale().
  printer(path) {
    const { by } = this.scale(path);
    return (value) => this.number(path, value, by, 4);
  }

  // Counts whole.
  number(path, value, by, digits) {
    const whole = this.kinds.get(path) === "plain" && this.known(path).every(Number.isInteger);
    return whole ? shown_count(value, digits) : figure(value / by, digits);
  }

  // "cooling=immersion; policy=nearest": names as the study's file has them.
  levels_of(setting) {
    const levels = this.shown_levels(setting);
    return this.axes.map(({ name }, at) => `${name}=${levels[at]}`).join("; ");
  }

  // Draws of a range to the digits that there is room for.
  shown_levels({ levels }) {
    return levels.map((level, at) => (this.axes[at].range ? typed(level) : level));
  }

  // Places of levels along an axis: the number of a range, else the position among its levels.
  place(setting, at) {
    const { levels, range } = this.axes[at];
    return range ? parseFloat(setting.levels[at]) : levels.findIndex(({ name }) => name === setting.levels[at]);
  }
}

const plain = (unit) => ({ unit, by: 1 });

function scale_of(kind, largest) {
  switch (kind) {
    case "energy":
      return energy_scale(largest);
    case "power":
      return power_scale(largest);
    case "mass":
      return mass_scale(largest);
    case "water":
      return water_scale(largest);
    case "money":
      return money_scale(largest);
    case "share":
      return { unit: "%", by: 0.01 };
    case "seconds":
      return plain(say("s"));
    case "hours":
      return plain(say("h"));
    default:
      return plain("");
  }
}

// A mean of counts may lie between them.
export function shown_count(value, digits = 4) {
  return Number.isInteger(value) ? value.toLocaleString("en-US").replace("-", "\u2212") : figure(value, digits);
}

export function with_unit(number, unit) {
  if (unit === "%") return in_percent(number);
  return unit === "" ? number : number + "\u00a0" + unit;
}

const names = {
  facility_energy_kwh: term("Facility energy"),
  it_energy_kwh: term("IT energy"),
  pue: term("PUE"),
  green_share: term("Green share"),
  cfe_score: term("Hourly matched share"),
  carbon_location_kg: term("Carbon, location-based"),
  carbon_market_kg: term("Carbon, market-based"),
  water_l: term("Water on site"),
  cost_cny: term("Cost of energy"),
  peak_power_kw: term("Peak power"),
  gpu_allocation: term("GPU allocation"),
  "jobs.completed": term("Jobs completed"),
  "jobs.mean_wait_s": term("Mean wait of jobs"),
  "compliance.kept": term("Limits kept"),
  "compliance.missed": term("Limits missed"),
};

// What a figure is called; its path where it has no other name.
export function name_of(path) {
  if (Object.hasOwn(names, path)) return say(names[path]);
  const [, table, id, key] = /^(total|(?:hubs|sides)\.(.+))\.(\w+)$/.exec(path) ?? [];
  if (!key || !Object.hasOwn(names, key)) return path;
  return table === "total" ? say(names[key]) : say("{name} ({id})", { name: say(names[key]), id });
}

// The same within a sentence: "cost of energy", "PUE".
export const name_within = (path) => name_of(path).replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());

// "Cost of energy in million CNY"
export function title_of(path, unit) {
  return unit === "" ? name_of(path) : say("{quantity} in {unit}", { quantity: name_of(path), unit });
}

const designs = {
  "full-factorial": term("full factorial"),
  "one-at-a-time": term("one axis at a time"),
  "latin-hypercube": term("latin hypercube"),
};
export const design_of = (design) => (Object.hasOwn(designs, design) ? say(designs[design]) : design);
