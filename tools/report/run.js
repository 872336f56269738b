// A run as the page reads it: its figures, its hubs and what they used over time.
import { unpacked_numbers } from "./packed_numbers.js";
import { Figures } from "./run_why_figures.js";
import { language, say } from "./words.js";

export * from "./run_units.js";

export class Run {
  // `explained`: what all runs share of how figures are made, for those that a click explains.
  // `label`: its name, told apart from those of other runs of the page.
  constructor(file, explained, label = file.name) {
    this.file = file;
    this.name = file.name;
    this.label = label;
    this.summary = file.summary;
    this.total = file.summary.total;
    this.jobs = file.jobs;
    this.figures = file.inputs ? new Figures(file, explained) : null;
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
      this.rows_of(columns).map((row, at) => ({ ...row, date: date_after(this.file.series.first_day, at) }))
    );
  }

  // Hours of the day, as {hour, hours, it, ...}.
  clock(place) {
    const columns = this.over_time(place, "clock");
    return columns && this.rows_of(columns).map((row, hour) => ({ ...row, hour }));
  }

  // Intervals from `first` on, so many as there are up to `count`, as {it, grid, ...}; in long runs and of many hubs
  // they have fewer quantities.
  intervals(place, first = 0, count = this.file.series.interval_count) {
    const columns = this.over_time(place, "intervals");
    return columns && this.rows_of(columns, this.file.series.interval_count).slice(first, first + count);
  }

  // Columns that are nought all along are not in the file.
  rows_of(columns, length = 0) {
    const known = Object.entries(columns).map(([name, packed]) => [name, unpacked_numbers(packed)]);
    const nought = Object.fromEntries(this.file.series.sums.map((name) => [name, 0]));
    return Array.from({ length: Math.max(length, ...known.map(([, numbers]) => numbers.length)) }, (_, at) => {
      const row = { ...nought };
      for (const [name, numbers] of known) row[name] = numbers[at];
      return row;
    });
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

// "2025-01-31" and 1 -> "2025-02-01".
export function date_after(date, days) {
  return new Date(Date.parse(date + "T00:00:00Z") + days * 86400000).toISOString().slice(0, 10);
}
