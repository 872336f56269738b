// Sums over groups of jobs, and spans of time as people say them.
import { figure, percent } from "./figures.js";

// Counts of the quantity over the groups of a workload and a hub; "" stands for all.
export function sums_of(data, { quantity, workload, hub }) {
  const counts = new Array(data.edges[quantity].length + 1).fill(0);
  for (const group of data.groups)
    if ((workload === "" || group.workload === workload) && (hub === "" || group.hub === hub))
      group[quantity].forEach((count, at) => (counts[at] += count));
  return { counts, total: counts.reduce((sum, count) => sum + count, 0) };
}

const spans = [
  [86400, "d"],
  [3600, "h"],
  [60, "min"],
  [1, "s"],
];

// 10800 -> "3 h", 45.2 -> "45.2 s"
export function duration(seconds, digits = 3) {
  if (typeof seconds !== "number") return "\u2013";
  const [size, name] = spans.find(([size]) => seconds >= size) ?? spans.at(-1);
  return String(figure(seconds / size, digits)).replace(/\.0+$/, "") + "\u00a0" + name;
}

export function job_sentence(jobs) {
  const count = (value) => value.toLocaleString("en-US");
  const share = percent(jobs.completed / jobs.submitted, 4);
  const ended = `Of ${count(jobs.submitted)} jobs ${count(jobs.completed)} were completed (${share})`;
  const rest = [
    [jobs.running, "ran"],
    [jobs.waiting, "waited"],
    [jobs.failed, "had failed"],
  ]
    .filter(([number]) => number > 0)
    .map(([number, what]) => `${count(number)} ${what}`);
  const at_end = rest.length ? `; at the end ${rest.join(", ")}.` : ".";
  if (typeof jobs.mean_wait_s !== "number") return ended + at_end;
  return (
    ended +
    at_end +
    ` Jobs waited ${duration(jobs.mean_wait_s)} on average, 95 of 100 at most ${duration(jobs.p95_wait_s)}` +
    (typeof jobs.mean_slowdown === "number" ? `; the mean slowdown is ${figure(jobs.mean_slowdown)}.` : ".")
  );
}
