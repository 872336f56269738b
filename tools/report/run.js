// A run as the page reads it: its figures, its hubs and what they used over time.
import { Figures } from "./run_why_figures.js";
import { language, say } from "./words.js";

export * from "./run_units.js";

export class Run {
  // `terms`: how figures are made, for those that a click explains.
  constructor(file, terms) {
    this.file = file;
    this.name = file.name;
    this.summary = file.summary;
    this.total = file.summary.total;
    this.jobs = file.jobs;
    this.figures = file.inputs && terms ? new Figures(file, terms) : null;
    this.hubs = Object.entries(file.summary.hubs).map(([id, kpis]) => ({ id, name: kpis.name, kpis }));
  }

  // The path of a figure that a click can explain; undefined where there is no such figure.
  path(path) {
    return this.figures?.find(path)?.path;
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
    return hubs.length === 1 ? hubs : [{ value: "total", text: say("All hubs") }, ...hubs];
  }
}

// What a chart has room for: where Chinese is read, the hub's name; else the one it has in files, as names may be
// in any script.
export const hub_label = ({ name, id }) => (language() === "zh" ? name : id);

// The name of a hub, in its own language, and the one it has in files.
export const titled = ({ name, id }) => (name === id ? id : say("{name} ({id})", { name, id }));

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
