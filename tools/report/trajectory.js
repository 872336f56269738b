// Reads a trajectory.json: its quantities by key, their years, what a family of keys ("gap.training") holds.

const shares = /^(green_share|rack_occupancy|share\..+|activity\..+)$/;

export class Trajectory {
  constructor(file) {
    this.file = file;
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

  // The quantities "family.<member>", with the member's name; of "it_energy.class.ai" that is "ai".
  family(name) {
    return this.quantities
      .filter((quantity) => quantity.key.startsWith(name + "."))
      .map((quantity) => ({
        ...quantity,
        member: quantity.key.slice(name.length + 1).replace(/^class\./, ""),
      }));
  }
}

// Shares are shown in percent; everything else in the unit of the file.
function as_shown(quantity) {
  const scale = quantity.unit === "" && shares.test(quantity.key) ? 100 : 1;
  const scaled = (values) =>
    values.map((value) => (typeof value === "number" ? Number((value * scale).toPrecision(15)) : value));
  const bands =
    quantity.bands &&
    Object.fromEntries(Object.entries(quantity.bands).map(([name, values]) => [name, scaled(values)]));
  return {
    ...quantity,
    scale,
    unit: scale === 100 ? "%" : quantity.unit,
    central: scaled(quantity.central),
    bands,
  };
}

export function with_unit(text, unit) {
  return unit === "" ? text : text + "\u00a0" + unit;
}

// "Facility energy in TWh"
export function titled(quantity) {
  return quantity.unit === "" ? quantity.label : quantity.label + " in " + quantity.unit;
}
