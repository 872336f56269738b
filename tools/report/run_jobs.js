// Jobs: how long they wait and run, how wide they are, what became of them.
import { choice, el, section } from "./elements.js";
import { Chart } from "./chart.js";
import { plain_grid, tooltip } from "./axes.js";
import { figure, percent } from "./figures.js";
import { duration, job_sentence, sums_of } from "./run_job_sums.js";
import { table } from "./table.js";

const quantities = {
  wait_s: { text: "Wait", title: "How long jobs waited to start", show: duration },
  slowdown: {
    text: "Slowdown",
    title: "Time in the system over time on the servers",
    show: (edge) => String(edge) + "\u00d7",
  },
  run_s: { text: "Run time", title: "How long jobs ran", show: duration },
  gpus: { text: "Width", title: "How many GPUs jobs took", show: (edge) => String(edge) },
};

// "up to 1 s", "1 to 3 s", ..., "over 30 d"
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
      "How long do jobs wait?",
      lead,
      el("p", { class: "note" }, "The run wrote no jobs.csv."),
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
    "How long do jobs wait?",
    lead,
    el(
      "div",
      { class: "choices" },
      choice(
        "Quantity",
        Object.entries(quantities).map(([value, { text }]) => ({ value, text })),
        pick("quantity"),
      ),
      choice("Workload", members("workload", "All workloads"), pick("workload")),
      choice("Hub", members("hub", "All hubs"), pick("hub")),
    ),
    chart.element,
    job_table(data),
  );
}

function distribution(data, chosen, width, color) {
  const { title, show } = quantities[chosen.quantity];
  const { counts, total } = sums_of(data, chosen);
  const last = counts.findLastIndex((count) => count > 0);
  const names = bin_names(data.edges[chosen.quantity], show).slice(0, last + 1);
  return {
    title: [title, chosen.workload, chosen.hub].filter((text) => text !== "").join(", "),
    note: `${figure(total, 6)} jobs, up to the mark below each bar; the scale is logarithmic.`,
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
        name: "jobs",
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
          ["jobs", figure(counts[dataIndex], 7), color.series[0]],
          ["share", percent(counts[dataIndex] / total, 3)],
          ["up to here", percent(counts.slice(0, dataIndex + 1).reduce((a, b) => a + b, 0) / total, 4)],
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

const states = ["completed", "running", "waiting", "staging", "held", "failed"];

function job_table(data) {
  return table(
    "Jobs by workload and hub",
    [
      { name: "workload and hub" },
      ...states.map((name) => ({ name, show: (value) => value.toLocaleString("en-US") })),
      { name: "mean wait s" },
      { name: "longest wait s" },
      { name: "mean slowdown" },
    ].filter(({ name }) => !states.includes(name) || data.groups.some((group) => group.states[name] > 0)),
    data.groups.map((group) => [
      `${group.workload}, ${group.hub ?? "not placed"}`,
      ...states
        .filter((name) => data.groups.some((each) => each.states[name] > 0))
        .map((name) => group.states[name]),
      group.mean_wait_s,
      group.longest_wait_s,
      group.mean_slowdown,
    ]),
  );
}
