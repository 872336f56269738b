// How the energy of each hub is covered: by attributes over the whole run, and beside it hour by hour.
import { Chart } from "./chart.js";
import { broken_path, plain_grid, tooltip, value_axis } from "./axes.js";
import { percent } from "./figures.js";
import { energy, hub_label, titled } from "./run.js";
import { say } from "./words.js";

// Parts of a hub's facility energy: [name, share of it, place of its colour, bar].
function parts() {
  const of = (kwh) => (kpis) => kwh(kpis) / kpis.facility_energy_kwh;
  return [
    [say("supply held"), of((k) => k.green_energy_kwh - k.certificates_counted_kwh), 2, "attributes"],
    [say("certificates"), of((k) => k.certificates_counted_kwh), 6, "attributes"],
    [say("not green"), of((k) => k.facility_energy_kwh - k.green_energy_kwh), 7, "attributes"],
    [say("matched by the hour"), (k) => k.cfe_score_without_grid, 0, "hourly"],
    [say("the grid\u2019s carbon-free share"), (k) => k.cfe_score - k.cfe_score_without_grid, 5, "hourly"],
  ];
}

export function coverage(run) {
  return new Chart("coverage", (width, color) => {
    const narrow = width < 500;
    const hubs = run.hubs
      .filter(({ kpis }) => kpis.facility_energy_kwh > 0)
      .sort((a, b) => b.kpis.green_share - a.kpis.green_share);
    const shown = parts().filter(([, share]) => hubs.some(({ kpis }) => share(kpis) > 5e-5));
    return {
      title: say("How the energy of each hub is covered, in percent"),
      note: say("Upper bar: by attributes over the whole run. Lower bar: carbon-free hour by hour."),
      height: 60 + Math.max(hubs.length * 38, 60),
      legend: shown.map(([name, , at]) => ({ name, color: color.series[at] })),
      option: {
        grid: { ...plain_grid, top: 8, right: 24 },
        xAxis: value_axis("", color, { min: 0, max: 100, splitNumber: narrow ? 2 : 5 }),
        yAxis: {
          type: "category",
          inverse: true,
          data: hubs.map(hub_label),
          axisTick: { show: false },
          axisLine: { lineStyle: { color: color.soft } },
          axisLabel: {
            color: color.text,
            fontSize: 12,
            interval: 0,
            lineHeight: 13,
            formatter: (id) => broken_path(id, narrow ? 14 : 34),
          },
        },
        tooltip: tooltip(
          color,
          ([{ dataIndex }]) => {
            const { kpis } = hubs[dataIndex];
            return {
              title: titled(hubs[dataIndex]),
              rows: [
                [say("facility energy"), energy(kpis.facility_energy_kwh)],
                ...shown.map(([name, share, at]) => [name, percent(share(kpis), 4), color.series[at]]),
              ],
            };
          },
          { axisPointer: { type: "shadow" } },
        ),
        series: shown.map(([name, share, at, bar]) => ({
          type: "bar",
          name,
          stack: bar,
          barMaxWidth: bar === "hourly" ? 8 : 14,
          barGap: "15%",
          data: hubs.map(({ kpis }) => 100 * share(kpis)),
          color: color.series[at],
          itemStyle: { opacity: at === 7 ? 0.35 : 1 },
        })),
      },
    };
  });
}
