// The mean day: power by hour of the day, and the tariff.
import { Chart } from "./chart.js";
import { begins_above_nought, plain_grid, tooltip, value_axis, year_axis } from "./axes.js";
import { figure } from "./figures.js";
import { power, power_scale } from "./run.js";
import { say, term } from "./words.js";

const lines = [
  [term("Facility"), (row) => row.facility, 0],
  [term("IT equipment"), (row) => row.it, 1],
  [term("From the grid"), (row) => row.grid, 7],
  [term("On site and direct"), (row) => row.on_site + row.direct, 2],
  [term("Battery out"), (row) => row.battery_discharge, 3],
];

const hour_name = (hour) => String(hour).padStart(2, "0") + ":00";

// Hours of several hubs add up, so mean power is energy over the hours of one.
function hours_of(run, { place }) {
  const hubs = place === "total" ? run.hubs.length : 1;
  return run
    .clock(place)
    .filter(({ hours }) => hours > 0)
    .map((row) => ({ ...row, length: row.hours / hubs }));
}

export function day_charts(run, chosen) {
  return [
    new Chart("day", (_width, color) => {
      const rows = hours_of(run, chosen);
      const shown = lines.filter(([, of]) => rows.some((row) => of(row) > 0));
      const { unit, by } = power_scale(Math.max(...rows.map((row) => row.facility / row.length)));
      return {
        title: say("Mean day: power in {unit}", { unit }),
        note: say("Mean over the run by hour of the day, on each hub\u2019s own clock."),
        height: 300,
        legend: shown.map(([name, , at]) => ({ name: say(name), color: color.series[at], shape: "line" })),
        option: {
          grid: plain_grid,
          xAxis: year_axis(
            rows.map(({ hour }) => hour_name(hour)),
            color,
          ),
          yAxis: value_axis(unit, color),
          tooltip: tooltip(color, ([{ dataIndex }]) => ({
            title: hour_name(rows[dataIndex].hour),
            rows: shown.map(([name, of, at]) => [
              say(name),
              power(of(rows[dataIndex]) / rows[dataIndex].length),
              color.series[at],
            ]),
          })),
          series: shown.map(([name, of, at]) =>
            line(
              name,
              rows.map((row) => of(row) / row.length / by),
              color.series[at],
            ),
          ),
        },
      };
    }),
    new Chart("tariff", (_width, color) => {
      const rows = hours_of(run, chosen);
      const values = rows.map((row) => (row.facility > 0 ? row.price_by_facility / row.facility : null));
      return {
        title: say("Mean day: tariff in CNY/kWh"),
        note: say("Weighted by facility energy."),
        height: 300,
        option: {
          grid: plain_grid,
          xAxis: year_axis(
            rows.map(({ hour }) => hour_name(hour)),
            color,
          ),
          yAxis: value_axis(say("CNY/kWh"), color, { scale: begins_above_nought(values) }),
          tooltip: tooltip(color, ([{ dataIndex }]) => ({
            title: hour_name(rows[dataIndex].hour),
            rows: [[say("Tariff"), figure(values[dataIndex]), color.series[5]]],
          })),
          series: [{ ...line(say("Tariff"), values, color.series[5]), step: "middle" }],
        },
      };
    }),
  ];
}

function line(name, data, color) {
  return { type: "line", name, data, color, symbol: "none", lineStyle: { width: 2 } };
}
