// Jobs: how long they wait and run, how wide they are, what became of them.
import { choice, el, section } from "./elements.js";
import { Chart } from "./chart.js";
import { plain_grid, tooltip } from "./axes.js";
import { figure, percent } from "./figures.js";
import { duration, job_sentence, sums_of } from "./run_job_sums.js";
import { table } from "./table.js";
import { explained_columns } from "./run_why.js";
import { say, term } from "./words.js";

const quantities = {
  wait_s: { text: term("Wait"), title: term("How long jobs waited to start"), show: duration },
  slowdown: {
    text: term("Slowdown"),
    title: term("Time in the system over time on the servers"),
    show: (edge) => String(edge) + "\u00d7",
  },
  run_s: { text: term("Run time"), title: term("How long jobs ran"), show: duration },
  gpus: { text: term("Width"), title: term("How many GPUs jobs took"), show: (edge) => String(edge) },
};

// "≤ 1 s", "≤ 3 s", ..., "> 30 d"
function bin_names(edges, show) {
  return [...edges.map((edge) => "\u2264 " + show(edge)), "> " + show(edges.at(-1))];
}

export function jobs(run) {
  const { submitted } = run.summary.jobs;
  if (submitted === 0) return null;
  const data = run.jobs.jobs;
  const lead = el("p", {}, job_sentence(run.summary.jobs));
  if (!data)
    return section(
      "jobs",
      say("How long do jobs wait?"),
      lead,
      el("p", { class: "note" }, say("The run wrote no jobs.csv.")),
      all_jobs(run),
    );
  const chosen = { quantity: "wait_s", workload: "", hub: "" };
  const chart = new Chart("job-waits", (width, color) => distribution(data, chosen, width, color));
  const pick = (name) => (value) => {
    chosen[name] = value;
    chart.draw();
  };
  const members = (name, all) => {
    const known = [...new Set(data.groups.map((group) => group[name]).filter((value) => value !== null))];
    return known.length < 2
      ? []
      : [{ value: "", text: all }, ...known.map((value) => ({ value, text: value }))];
  };
  return section(
    "jobs",
    say("How long do jobs wait?"),
    lead,
    el(
      "div",
      { class: "choices" },
      choice(
        say("Quantity"),
        Object.entries(quantities).map(([value, { text }]) => ({ value, text: say(text) })),
        pick("quantity"),
      ),
      choice(say("Workload"), members("workload", say("All workloads")), pick("workload")),
      choice(say("Hub"), members("hub", say("All hubs")), pick("hub")),
    ),
    chart.element,
    all_jobs(run),
    job_table(data),
  );
}

function distribution(data, chosen, width, color) {
  const { title, show } = quantities[chosen.quantity];
  const { counts, total } = sums_of(data, chosen);
  const last = counts.findLastIndex((count) => count > 0);
  const names = bin_names(data.edges[chosen.quantity], show).slice(0, last + 1);
  return {
    title: [say(title), chosen.workload, chosen.hub].filter((text) => text !== "").join(say(", ")),
    note: say("{n} jobs, up to the mark below each bar; the scale is logarithmic.", {
      n: figure(total, 6),
    }),
    height: width < 500 ? 260 : 320,
    option: {
      grid: plain_grid,
      xAxis: {
        type: "category",
        data: names,
        axisTick: { show: false },
        axisLine: { lineStyle: { color: color.soft } },
        axisLabel: { color: color.soft, fontSize: 12, interval: 0, rotate: width < 700 ? 55 : 0 },
      },
      yAxis: {
        type: "log",
        min: 0.5,
        name: say("jobs"),
        nameTextStyle: { color: color.soft, align: "left", fontSize: 12 },
        nameGap: 12,
        axisLabel: {
          color: color.soft,
          fontSize: 12,
          formatter: (value) => (value < 1 ? "" : figure(value, 1)),
        },
        splitLine: { lineStyle: { color: color.line } },
      },
      tooltip: tooltip(color, ([{ dataIndex }]) => ({
        title: names[dataIndex],
        rows: [
          [say("jobs"), figure(counts[dataIndex], 7), color.series[0]],
          [say("share"), percent(counts[dataIndex] / total, 3)],
          [say("up to here"), percent(counts.slice(0, dataIndex + 1).reduce((a, b) => a + b, 0) / total, 4)],
        ],
      })),
      series: [
        {
          type: "bar",
          data: counts.slice(0, last + 1).map((count) => (count > 0 ? count : null)),
          color: color.series[0],
          barCategoryGap: "12%",
          label: {
            show: width >= 700,
            position: "top",
            color: color.soft,
            fontSize: 11,
            formatter: ({ value }) => figure(value, 7).replace(/\.0+$/, ""),
          },
        },
      ],
    },
  };
}

const states = [
  term("completed"),
  term("running"),
  term("waiting"),
  term("staging"),
  term("held"),
  term("failed"),
];

const count = (value) => value.toLocaleString("en-US");
const columns = [
  { key: "submitted", name: term("submitted"), show: count },
  { key: "completed", name: term("completed"), show: count },
  { key: "running", name: term("running"), show: count },
  { key: "waiting", name: term("waiting"), show: count },
  { key: "failed", name: term("failed"), show: count },
  { key: "mean_wait_s", name: term("mean wait s") },
  { key: "p95_wait_s", name: term("95 % waited at most s") },
  { key: "mean_slowdown", name: term("mean slowdown") },
  { key: "gpu_hours", name: term("GPU hours") },
  { key: "energy_kwh", name: term("energy kWh") },
  { key: "energy_kwh_per_gpu_hour", name: term("energy kWh per GPU hour") },
];

// In one row, as summary.json has them.
function all_jobs(run) {
  return table(say("All jobs"), explained_columns(run, columns, () => "jobs"), [
    columns.map(({ key }) => run.summary.jobs[key]),
  ]);
}

function job_table(data) {
  return table(
    say("Jobs by workload and hub"),
    [
      { name: term("workload and hub") },
      ...states.map((name) => ({ name, show: count })),
      { name: term("mean wait s") },
      { name: term("longest wait s") },
      { name: term("mean slowdown") },
    ].filter(({ name }) => !states.includes(name) || data.groups.some((group) => group.states[name] > 0)),
    data.groups.map((group) => [
      say("{workload}, {hub}", { workload: group.workload, hub: group.hub ?? say("not placed") }),
      ...states
        .filter((name) => data.groups.some((each) => each.states[name] > 0))
        .map((name) => group.states[name]),
      group.mean_wait_s,
      group.longest_wait_s,
      group.mean_slowdown,
    ]),
  );
}
