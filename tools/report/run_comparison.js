// Several runs side by side: headline figures with their differences from the first, and one of them as bars.
import { choice, section } from "./elements.js";
import { Chart } from "./chart.js";
import { plain_grid, tooltip, value_axis } from "./axes.js";
import { change, figure } from "./figures.js";
import { differing_inputs } from "./run_comparison_inputs.js";
import { table } from "./table.js";
import { say, term } from "./words.js";

// [label, unit, the figure of a summary, what it is divided by for print]
const total = (key) => (summary) => summary.total[key];
const jobs = (key) => (summary) => summary.jobs[key];
const limits =
  (kept) =>
  ({ compliance }) =>
    compliance.length > 0 ? compliance.filter(({ pass }) => pass === kept).length : null;
const on_time = ({ inference }) => {
  const asked = Object.values(inference).filter(({ requests }) => requests > 0);
  const requests = asked.reduce((sum, each) => sum + each.requests, 0);
  return requests > 0
    ? asked.reduce((sum, each) => sum + each.slo_attainment * each.requests, 0) / requests
    : null;
};
const quantities = [
  [term("Facility energy"), "GWh", total("facility_energy_kwh"), 1e6],
  [term("IT energy"), "GWh", total("it_energy_kwh"), 1e6],
  [term("PUE"), "", total("pue"), 1],
  [term("Green share"), "%", total("green_share"), 0.01],
  [term("Hourly matched share"), "%", total("cfe_score"), 0.01],
  [term("Carbon, location-based"), term("t"), total("carbon_location_kg"), 1e3],
  [term("Carbon, market-based"), term("t"), total("carbon_market_kg"), 1e3],
  [term("Water on site"), term("m\u00b3"), total("water_l"), 1e3],
  [term("Cost of energy"), term("million CNY"), total("cost_cny"), 1e6],
  [term("Peak power"), "MW", total("peak_power_kw"), 1e3],
  [term("GPU allocation"), "%", total("gpu_allocation"), 0.01],
  [term("GPU activity"), "%", total("gpu_activity"), 0.01],
  [term("Mean wait of jobs"), term("s"), jobs("mean_wait_s"), 1],
  [term("Wait of 95 of 100 jobs"), term("s"), jobs("p95_wait_s"), 1],
  [term("Mean slowdown"), "", jobs("mean_slowdown"), 1],
  [term("Jobs completed"), "", jobs("completed"), 1],
  [term("Requests on time"), "%", on_time, 0.01],
  [term("Limits kept"), "", limits(true), 1],
  [term("Limits missed"), "", limits(false), 1],
];

function compared(runs) {
  return quantities
    .map(([label, unit, of, by]) => ({
      label: say(label),
      unit: say(unit),
      values: runs.map(({ summary }) => {
        const value = of(summary);
        return typeof value === "number" ? value / by : null;
      }),
    }))
    .filter(({ values }) => values.some((value) => value !== null));
}

// Null for one run.
export function comparison(runs) {
  if (runs.length < 2) return null;
  const names = runs.map(({ label }) => label);
  const rows = compared(runs);
  let shown = 0;
  const chart = new Chart("comparison", (width, color) => bars(rows[shown], names, width, color));
  return section(
    "comparison",
    say("How do the runs differ?"),
    comparison_table(rows, names),
    choice(
      say("Quantity"),
      rows.map(({ label }, value) => ({ value, text: label })),
      (value) => {
        shown = value;
        chart.draw();
      },
    ),
    chart.element,
    differing_inputs(runs, names),
  );
}

// Runs of one name get a number.
export function told_apart(names) {
  return names.map((name, at) =>
    names.indexOf(name) === names.lastIndexOf(name) ? name : `${name} (${at + 1})`,
  );
}

// Counts whole, else five digits.
function shown_value(value) {
  return Number.isInteger(value) ? value.toLocaleString("en-US") : figure(value, 5);
}

function comparison_table(rows, names) {
  const differences = names.slice(1).flatMap((name) => [
    { name, text: name, show: shown_value },
    { name: `${name}: difference`, text: say("difference"), show: (value) => change(value, 4) },
    { name: `${name}: difference %`, text: say("in %"), show: (value) => change(value, 3) },
  ]);
  return table(
    say("Differences from {run}", { run: names[0] }),
    [
      { name: term("quantity") },
      { name: term("unit") },
      { name: names[0], text: names[0], show: shown_value },
      ...differences,
    ],
    rows.map(({ label, unit, values: [first, ...others] }) => [
      label,
      unit,
      first,
      ...others.flatMap((value) => {
        if (value === null || first === null) return [value, null, null];
        return [value, value - first, first === 0 ? null : (100 * (value - first)) / Math.abs(first)];
      }),
    ]),
  );
}

function bars({ label, unit, values }, names, width, color) {
  const with_unit = (value) => figure(value) + (unit === "" ? "" : "\u00a0" + unit);
  return {
    title: unit === "" ? label : say("{quantity} in {unit}", { quantity: label, unit }),
    height: 50 + 40 * names.length,
    option: {
      grid: { ...plain_grid, top: 4, right: 70 },
      xAxis: value_axis("", color, { min: 0, splitNumber: width < 500 ? 2 : 5 }),
      yAxis: {
        type: "category",
        inverse: true,
        data: names,
        axisTick: { show: false },
        axisLine: { lineStyle: { color: color.soft } },
        axisLabel: { color: color.text, fontSize: 12, width: width < 500 ? 120 : 240, overflow: "break" },
      },
      tooltip: tooltip(color, ([{ dataIndex }]) => ({
        title: names[dataIndex],
        rows: [
          [label, values[dataIndex] === null ? "\u2013" : with_unit(values[dataIndex]), color.series[0]],
        ],
      })),
      series: [
        {
          type: "bar",
          data: values,
          color: color.series[0],
          barMaxWidth: 22,
          label: {
            show: true,
            position: "right",
            color: color.text,
            fontSize: 12,
            formatter: ({ value }) => figure(value),
          },
        },
      ],
    },
  };
}
