// Sums over groups of jobs, and spans of time as people say them.
import { figure, listing, percent } from "./figures.js";
import { say, sentences, term } from "./words.js";

// Counts of the quantity over the groups of a workload and a hub; "" stands for all.
export function sums_of(data, { quantity, workload, hub }) {
  const counts = new Array(data.edges[quantity].length + 1).fill(0);
  for (const group of data.groups)
    if ((workload === "" || group.workload === workload) && (hub === "" || group.hub === hub))
      group[quantity].forEach((count, at) => (counts[at] += count));
  return { counts, total: counts.reduce((sum, count) => sum + count, 0) };
}

const spans = [
  [86400, term("{n}\u00a0d")],
  [3600, term("{n}\u00a0h")],
  [60, term("{n}\u00a0min")],
  [1, term("{n}\u00a0s")],
];

// 10800 -> "3 h", 45.2 -> "45.2 s"
export function duration(seconds, digits = 3) {
  if (typeof seconds !== "number") return "\u2013";
  const [size, text] = spans.find(([size]) => seconds >= size) ?? spans.at(-1);
  return say(text, { n: figure(seconds / size, digits).replace(/\.0+$/, "") });
}

export function job_sentence(jobs) {
  const count = (value) => value.toLocaleString("en-US");
  const values = {
    submitted: count(jobs.submitted),
    completed: count(jobs.completed),
    share: percent(jobs.completed / jobs.submitted, 4),
    rest: listing(
      [
        [jobs.running, term("{n} ran")],
        [jobs.waiting, term("{n} waited")],
        [jobs.failed, term("{n} had failed")],
      ]
        .filter(([number]) => number > 0)
        .map(([number, text]) => say(text, { n: count(number) })),
    ),
  };
  return sentences(
    values.rest === ""
      ? say("Of {submitted} jobs {completed} were completed ({share}).", values)
      : say("Of {submitted} jobs {completed} were completed ({share}); at the end {rest}.", values),
    waits(jobs),
  );
}

function waits({ mean_wait_s, p95_wait_s, mean_slowdown }) {
  if (typeof mean_wait_s !== "number") return "";
  const values = { mean: duration(mean_wait_s), long: duration(p95_wait_s), slowdown: figure(mean_slowdown) };
  return typeof mean_slowdown === "number"
    ? say("Jobs waited {mean} on average, 95 of 100 at most {long}; the mean slowdown is {slowdown}.", values)
    : say("Jobs waited {mean} on average, 95 of 100 at most {long}.", values);
}
