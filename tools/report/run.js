// A run as the page reads it: its figures, its hubs and what they used over time.
import { figure } from "./figures.js";

export class Run {
  constructor(file) {
    this.file = file;
    this.name = file.name;
    this.summary = file.summary;
    this.total = file.summary.total;
    this.jobs = file.jobs;
    this.hubs = Object.entries(file.summary.hubs).map(([id, kpis]) => ({ id, name: kpis.name, kpis }));
  }

  // Sums over time of a hub, or of all ("total"); null where the run wrote no series, or where a page of
  // so many hubs has no room for it.
  over_time(place, part) {
    const series = this.file.series;
    if (!series) return null;
    const whole = place === "total" || this.hubs.length === 1;
    return (whole ? series.total : series.hubs[place])[part] ?? null;
  }

  // Days one after the other, as {date, hours, it, ...}; null where there are none.
  days(place) {
    const columns = this.over_time(place, "days");
    return (
      columns &&
      rows_of(columns).map((row, at) => ({ ...row, date: date_after(this.file.series.first_day, at) }))
    );
  }

  // Hours of the day, as {hour, hours, it, ...}.
  clock(place) {
    const columns = this.over_time(place, "clock");
    return columns && rows_of(columns).map((row, hour) => ({ ...row, hour }));
  }

  // Intervals from the start on, as {it, grid, ...}; hubs have fewer quantities than all together.
  intervals(place) {
    const columns = this.over_time(place, "intervals");
    return columns && rows_of(columns);
  }

  // For a list to choose from: all hubs together first; nothing to choose with one hub.
  places() {
    const hubs = this.hubs.map((hub) => ({ value: hub.id, text: titled(hub) }));
    return hubs.length === 1 ? hubs : [{ value: "total", text: "All hubs" }, ...hubs];
  }
}

// The name of a hub, in its own language, and the one it has in files.
export const titled = ({ name, id }) => (name === id ? id : `${name} (${id})`);

const sums = [
  "hours",
  "it",
  "cooling",
  "power_chain_loss",
  "other",
  "facility",
  "grid",
  "on_site",
  "direct",
  "generators",
  "battery_charge",
  "battery_discharge",
  "curtailed",
  "carbon_kg",
  "cost_cny",
  "water_l",
  "price_by_facility",
];

// Columns that are nought all along are not in the file.
function rows_of(columns) {
  const length = Math.max(0, ...Object.values(columns).map((column) => column.length));
  return Array.from({ length }, (_, at) =>
    Object.fromEntries(sums.map((name) => [name, columns[name]?.[at] ?? 0])),
  );
}

// "2025-01-31" and 1 -> "2025-02-01".
export function date_after(date, days) {
  return new Date(Date.parse(date + "T00:00:00Z") + days * 86400000).toISOString().slice(0, 10);
}

// 12345678 kWh -> "12.35 GWh".
export function energy(kwh, digits = 4) {
  return scaled(kwh, digits, ["kWh", "MWh", "GWh", "TWh"]);
}

export function power(kw, digits = 4) {
  return scaled(kw, digits, ["kW", "MW", "GW"]);
}

export function mass(kg, digits = 4) {
  return scaled(kg, digits, ["kg", "t", "kt", "Mt"]);
}

export function water(litres, digits = 4) {
  return scaled(litres, digits, ["L", "m\u00b3", "thousand m\u00b3", "million m\u00b3"]);
}

export function money(cny, digits = 4) {
  const size = Math.abs(cny);
  if (size >= 1e9) return figure(cny / 1e9, digits) + "\u00a0billion CNY";
  return size >= 1e6 ? figure(cny / 1e6, digits) + "\u00a0million CNY" : figure(cny, digits) + "\u00a0CNY";
}

// The greatest unit, each a thousand of the one before, of which there is at least one.
export function scale_of(value, units) {
  const step = Math.min(Math.max(Math.floor(Math.log10(Math.abs(value) || 1) / 3), 0), units.length - 1);
  return { unit: units[step], by: 1000 ** step };
}

function scaled(value, digits, units) {
  const { unit, by } = scale_of(value, units);
  return figure(value / by, digits) + "\u00a0" + unit;
}

export const energy_scale = (kwh) => scale_of(kwh, ["kWh", "MWh", "GWh", "TWh"]);
export const power_scale = (kw) => scale_of(kw, ["kW", "MW", "GW", "TW"]);
export const water_scale = (litres) =>
  scale_of(litres, ["L", "m\u00b3", "thousand m\u00b3", "million m\u00b3"]);
export const money_scale = (cny) => scale_of(cny, ["CNY", "thousand CNY", "million CNY", "billion CNY"]);
