// Reads a trajectory.json: its quantities by key, their years, what a family of keys ("gap.training") holds.

import { definition_of, told } from "./data_words.js";
import { in_percent } from "./figures.js";
import { language, say } from "./words.js";

const shares = /^(green_share|rack_occupancy|share\..+|activity\..+)$/;

export class Trajectory {
  constructor(file) {
    this.file = file;
    this.attribution = file.attribution.map(attribution_as_shown);
    this.tornado = file.uncertainty?.tornado?.map(tornado_as_shown) ?? [];
    this.name = file.name;
    this.years = file.years;
    this.quantities = file.quantities.map(as_shown);
    this.by_key = new Map(this.quantities.map((quantity) => [quantity.key, quantity]));
  }

  quantity(key) {
    return this.by_key.get(key);
  }
  first(key) {
    return this.by_key.get(key)?.central.at(0);
  }
  last(key) {
    return this.by_key.get(key)?.central.at(-1);
  }
  headlines() {
    return this.quantities.filter((quantity) => quantity.headline);
  }

  // The quantities "family.<member>", with the member and its name; of "it_energy.class.ai" that is "ai".
  family(name) {
    return this.quantities
      .filter((quantity) => quantity.key.startsWith(name + "."))
      .map((quantity) => {
        const member = quantity.key.slice(name.length + 1).replace(/^class\./, "");
        return { ...quantity, member, name: say(member) };
      });
  }
}

// What the units of the file are called, and how many of them it is; Chinese goes by ten thousands.
const units = {
  en: { GCNY: ["billion CNY", 1], M: ["million", 1] },
  zh: { GCNY: ["亿元", 10], M: ["万", 100], Mt: ["万吨", 100], GL: ["万立方米", 100] },
};

// Shares are shown in percent.
function unit_of(key, unit) {
  if (unit === "" && shares.test(key)) return { unit: "%", scale: 100 };
  const [shown, scale] = units[language()][unit] ?? [unit, 1];
  return { unit: shown, scale };
}

const scaled_by = (scale) => (value) =>
  typeof value === "number" ? Number((value * scale).toPrecision(15)) : value;

function as_shown(quantity) {
  const { unit, scale } = unit_of(quantity.key, quantity.unit);
  const scaled = (values) => values.map(scaled_by(scale));
  const bands =
    quantity.bands &&
    Object.fromEntries(Object.entries(quantity.bands).map(([name, values]) => [name, scaled(values)]));
  return {
    ...quantity,
    label: told(quantity.label),
    definition: definition_of(quantity.definition),
    unit,
    central: scaled(quantity.central),
    bands,
  };
}

function attribution_as_shown(attribution) {
  const { unit, scale } = unit_of(attribution.quantity, attribution.unit);
  const scaled = scaled_by(scale);
  const parts = (list) => list.map((part) => ({ ...part, change: scaled(part.change) }));
  return {
    ...attribution,
    unit,
    change: scaled(attribution.change),
    parts: parts(attribution.parts),
    by_year: attribution.by_year.map((step) => ({ ...step, parts: parts(step.parts) })),
  };
}

function tornado_as_shown(tornado) {
  const { unit, scale } = unit_of(tornado.quantity, tornado.unit);
  const scaled = scaled_by(scale);
  return {
    ...tornado,
    unit,
    central: scaled(tornado.central),
    bars: tornado.bars.map((bar) => ({ ...bar, at_p05: scaled(bar.at_p05), at_p95: scaled(bar.at_p95) })),
  };
}

export function with_unit(text, unit) {
  if (unit === "%") return in_percent(text);
  return unit === "" ? text : text + "\u00a0" + unit;
}

// "Facility energy in TWh"
export function titled(quantity) {
  const { label, unit } = quantity;
  return unit === "" ? label : say("{quantity} in {unit}", { quantity: label, unit });
}
