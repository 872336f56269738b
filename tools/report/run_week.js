// Supply against demand, stacked, for a week one chooses; the slider below zooms.
import { Chart } from "./chart.js";
import { plain_grid, tooltip, value_axis, year_axis } from "./axes.js";
import { power, power_scale } from "./run.js";
import { say, term } from "./words.js";

const supply = [
  [term("Grid"), (row) => row.grid, 7],
  [term("On site"), (row) => row.on_site, 2],
  [term("Direct line"), (row) => row.direct, 5],
  [term("Generators"), (row) => row.generators, 6],
  [term("Battery out"), (row) => row.battery_discharge, 3],
  [term("Curtailed"), (row) => row.curtailed, 4],
];
const site = (row) =>
  row.grid + row.on_site + row.direct + row.generators + row.battery_discharge - row.battery_charge;
const demand = [
  [term("IT equipment"), (row) => row.it, 0],
  [term("Cooling, power chain, other"), (row) => Math.max(site(row) - row.it, 0), 1],
  [term("Battery in"), (row) => row.battery_charge, 3],
  [term("Curtailed"), (row) => row.curtailed, 4],
];

export const intervals_per_week = (run) => Math.max(1, Math.round(168 / run.file.series.interval_hours));

// For a list to choose from: {value: first interval, text}.
export function weeks(run) {
  const { interval_count } = run.file.series;
  const step = intervals_per_week(run);
  const out = [];
  for (let at = 0; at < interval_count; at += step)
    out.push({
      value: at,
      text: say("{date}, week {n}", { date: moment(run, at).slice(0, 10), n: out.length + 1 }),
    });
  return out;
}

// In the time of the scenario.
function moment(run, at) {
  const { start } = run.summary.period;
  const local = Date.parse(start.slice(0, 19) + "Z");
  return new Date(local + at * run.file.series.interval_hours * 3600000)
    .toISOString()
    .slice(0, 16)
    .replace("T", " ");
}

export function week_charts(run, chosen) {
  return [
    week_chart(
      run,
      chosen,
      "supply",
      term("Supply in {unit}, from {date}"),
      term("What comes from where; curtailed supply found no use."),
      supply,
    ),
    week_chart(
      run,
      chosen,
      "demand",
      term("Demand in {unit}, from {date}"),
      term("What it is used for; the same sum."),
      demand,
    ),
  ];
}

function week_chart(run, chosen, name, title, note, all) {
  return new Chart(name, (_width, color) => {
    const first = chosen.week;
    const hours = run.file.series.interval_hours;
    const rows = run.intervals(chosen.place, first, intervals_per_week(run));
    const parts = all.filter(([, of]) => rows.some((row) => of(row) > 0));
    const sum = (row) => parts.reduce((together, [, of]) => together + of(row), 0);
    const { unit, by } = power_scale(Math.max(...rows.map(sum)) / hours);
    return {
      title: say(title, { unit, date: moment(run, first).slice(0, 10) }),
      note: say(note),
      height: 340,
      legend: parts.map(([text, , at]) => ({ name: say(text), color: color.series[at] })),
      option: {
        grid: { ...plain_grid, bottom: 44 },
        xAxis: {
          ...year_axis(
            rows.map((_, at) => moment(run, first + at).slice(5)),
            color,
          ),
          boundaryGap: false,
        },
        yAxis: value_axis(unit, color),
        dataZoom: [
          {
            type: "slider",
            height: 22,
            bottom: 4,
            borderColor: color.line,
            textStyle: { color: color.soft },
          },
          { type: "inside", zoomOnMouseWheel: "ctrl" },
        ],
        tooltip: tooltip(color, ([{ dataIndex }]) => ({
          title: moment(run, first + dataIndex),
          rows: [
            ...parts.map(([text, of, at]) => [
              say(text),
              power(of(rows[dataIndex]) / hours),
              color.series[at],
            ]),
            [say("Together"), power(sum(rows[dataIndex]) / hours)],
          ],
        })),
        series: parts.map(([text, of, at]) => ({
          type: "line",
          name: text,
          stack: "all",
          step: "end",
          data: rows.map((row) => of(row) / hours / by),
          color: color.series[at],
          symbol: "none",
          lineStyle: { width: 0 },
          areaStyle: { opacity: 0.85 },
        })),
      },
    };
  });
}
