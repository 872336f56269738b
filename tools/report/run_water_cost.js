// What it costs: money by part and water, by hub and by day.
import { el, section } from "./elements.js";
import { Chart } from "./chart.js";
import { tooltip, value_axis, year_axis, plain_grid } from "./axes.js";
import { figure } from "./figures.js";
import { titled, money, money_scale, water, water_scale } from "./run.js";

export function water_cost(run) {
  const { total } = run;
  return section(
    "cost",
    "What does it cost, in money and water?",
    el(
      "p",
      { class: "note" },
      `${money(total.cost_cny)} in all, ${money(total.demand_charge_cny)} of it for the highest power of each month; ` +
        (total.facility_energy_kwh > 0
          ? `${figure(total.cost_cny / total.facility_energy_kwh)} CNY for a kWh of facility energy. `
          : "") +
        `Site water of the cooling: ${water(total.water_l)}` +
        (total.wue === null ? "." : `, ${figure(total.wue)} L for a kWh of IT energy (WUE).`),
    ),
    el(
      "div",
      { class: "pair" },
      total.cost_cny > 0 ? by_hub(run, "cost", "Cost", money, money_scale, cost_parts).element : null,
      total.water_l > 0 ? by_hub(run, "water", "Site water", water, water_scale, water_parts).element : null,
      total.water_l > 0 && run.file.series ? water_days(run).element : null,
    ),
  );
}

const cost_parts = [
  ["Energy, contracts and fuel", (kpis) => kpis.cost_cny - kpis.demand_charge_cny, 0],
  ["Demand charge", (kpis) => kpis.demand_charge_cny, 1],
];
const water_parts = [["Site water", (kpis) => kpis.water_l, 5]];

// Bars of hubs, the greatest on top.
function by_hub(run, name, title, print, scale, all) {
  return new Chart(name, (width, color) => {
    const parts = all.filter(([, of]) => run.hubs.some(({ kpis }) => of(kpis) > 0));
    const sum = ({ kpis }) => parts.reduce((together, [, of]) => together + of(kpis), 0);
    const hubs = [...run.hubs].sort((a, b) => sum(a) - sum(b));
    const { unit, by } = scale(Math.max(...hubs.map(sum)));
    return {
      title: `${title} by hub in ${unit}`,
      height: 70 + Math.max(hubs.length * 24, 90),
      legend: parts.length > 1 ? parts.map(([text, , at]) => ({ name: text, color: color.series[at] })) : [],
      option: {
        grid: { ...plain_grid, top: 8, right: 30 },
        xAxis: { ...value_axis("", color), splitNumber: width < 500 ? 3 : 5 },
        yAxis: {
          ...year_axis(
            hubs.map(({ id }) => id),
            color,
          ),
          axisLabel: { color: color.soft, width: 110, overflow: "truncate" },
        },
        tooltip: tooltip(
          color,
          ([{ dataIndex }]) => ({
            title: titled(hubs[dataIndex]),
            rows: parts.map(([text, of, at]) => [text, print(of(hubs[dataIndex].kpis)), color.series[at]]),
          }),
          { axisPointer: { type: "shadow" } },
        ),
        series: parts.map(([text, of, at]) => ({
          type: "bar",
          stack: "all",
          name: text,
          barMaxWidth: 18,
          data: hubs.map(({ kpis }) => of(kpis) / by),
          color: color.series[at],
        })),
      },
    };
  });
}

function water_days(run) {
  return new Chart("water-days", (_width, color) => {
    const days = run.days("total");
    const { unit, by } = water_scale(Math.max(...days.map(({ water_l }) => water_l)));
    return {
      title: `Site water by day in ${unit}`,
      height: 260,
      option: {
        grid: plain_grid,
        xAxis: year_axis(
          days.map(({ date }) => date),
          color,
        ),
        yAxis: value_axis(unit, color),
        tooltip: tooltip(color, ([{ dataIndex }]) => ({
          title: days[dataIndex].date,
          rows: [["Site water", water(days[dataIndex].water_l), color.series[5]]],
        })),
        series: [
          {
            type: "line",
            step: "middle",
            data: days.map(({ water_l }) => water_l / by),
            color: color.series[5],
            symbol: "none",
            lineStyle: { width: 1 },
            areaStyle: { opacity: 0.35 },
          },
        ],
      },
    };
  });
}
