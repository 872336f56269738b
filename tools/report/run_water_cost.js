// What it costs: money by part and water, by hub and by day.
import { el, section } from "./elements.js";
import { Chart } from "./chart.js";
import { date_axis, plain_grid, tooltip, value_axis, year_axis } from "./axes.js";
import { figure } from "./figures.js";
import { hub_label, titled, money, money_scale, water, water_scale } from "./run.js";
import { say, sentences, term } from "./words.js";

export function water_cost(run) {
  const { total } = run;
  return section(
    "cost",
    say("What does it cost, in money and water?"),
    el("p", { class: "note" }, sentences(cost_sentence(total), water_sentence(total))),
    el(
      "div",
      { class: "pair" },
      total.cost_cny > 0 ? cost_chart(run) : null,
      total.water_l > 0 ? water_chart(run) : null,
      total.water_l > 0 && run.file.series ? water_days(run).element : null,
    ),
  );
}

function cost_sentence({ cost_cny, demand_charge_cny, facility_energy_kwh }) {
  const values = {
    cost: money(cost_cny),
    charge: money(demand_charge_cny),
    price: figure(cost_cny / facility_energy_kwh),
  };
  return facility_energy_kwh > 0
    ? say(
        "{cost} in all, {charge} of it for the highest power of each month; {price} CNY for a kWh of " +
          "facility energy.",
        values,
      )
    : say("{cost} in all, {charge} of it for the highest power of each month.", values);
}

function water_sentence({ water_l, wue }) {
  const values = { water: water(water_l), wue: figure(wue) };
  return wue === null
    ? say("Site water of the cooling: {water}.", values)
    : say("Site water of the cooling: {water}, {wue} L for a kWh of IT energy (WUE).", values);
}

const cost_parts = [
  [term("Grid energy"), (kpis) => kpis.grid_cost_cny, 0],
  [term("Demand charge"), (kpis) => kpis.demand_charge_cny, 1],
  [term("On-site and direct supply"), (kpis) => kpis.supply_cost_cny, 2],
  [term("Certificates"), (kpis) => kpis.certificate_cost_cny, 4],
  [term("Generator fuel"), (kpis) => kpis.fuel_cost_cny, 6],
];
const water_parts = [[term("Site water"), (kpis) => kpis.water_l, 5]];

const cost_chart = (run) =>
  by_hub(run, "cost", term("Cost by hub in {unit}"), money, money_scale, cost_parts).element;
const water_chart = (run) =>
  by_hub(run, "water", term("Site water by hub in {unit}"), water, water_scale, water_parts).element;

// Bars of hubs, the greatest on top.
function by_hub(run, name, title, print, scale, all) {
  return new Chart(name, (width, color) => {
    const parts = all.filter(([, of]) => run.hubs.some(({ kpis }) => of(kpis) > 0));
    const sum = ({ kpis }) => parts.reduce((together, [, of]) => together + of(kpis), 0);
    const hubs = [...run.hubs].sort((a, b) => sum(a) - sum(b));
    const { unit, by } = scale(Math.max(...hubs.map(sum)));
    return {
      title: say(title, { unit }),
      height: 70 + Math.max(hubs.length * 24, 90),
      legend:
        parts.length > 1 ? parts.map(([text, , at]) => ({ name: say(text), color: color.series[at] })) : [],
      option: {
        grid: { ...plain_grid, top: 8, right: 30 },
        xAxis: { ...value_axis("", color), splitNumber: width < 500 ? 3 : 5 },
        yAxis: {
          ...year_axis(hubs.map(hub_label), color),
          axisLabel: { color: color.soft, width: width < 500 ? 110 : 160, overflow: "truncate" },
        },
        tooltip: tooltip(
          color,
          ([{ dataIndex }]) => ({
            title: titled(hubs[dataIndex]),
            rows: parts.map(([text, of, at]) => [
              say(text),
              print(of(hubs[dataIndex].kpis)),
              color.series[at],
            ]),
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
      title: say("Site water by day in {unit}", { unit }),
      height: 260,
      option: {
        grid: plain_grid,
        xAxis: date_axis(
          days.map(({ date }) => date),
          color,
        ),
        yAxis: value_axis(unit, color),
        tooltip: tooltip(color, ([{ dataIndex }]) => ({
          title: days[dataIndex].date,
          rows: [[say("Site water"), water(days[dataIndex].water_l), color.series[5]]],
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
