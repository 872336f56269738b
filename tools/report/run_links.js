// Links: what they carried and how much of them that took.
import { el } from "./elements.js";
import { Chart } from "./chart.js";
import { plain_grid, tooltip, value_axis } from "./axes.js";
import { figure, percent } from "./figures.js";
import { table } from "./table.js";
import { explained_columns } from "./run_why.js";
import { say, term } from "./words.js";

// With the places of both ends, where they are known.
export function link_rows(run) {
  const place = { hub: (id) => run.summary.hubs[id]?.location, origin: (id) => run.summary.origins?.[id] };
  return Object.entries(run.summary.network).map(([id, link]) => {
    const points = (link.ends ?? []).map((end) => place[end.kind]?.(end.id));
    return {
      id,
      link,
      gb: link.transferred_gb,
      mean: link.mean_utilization,
      peak: link.peak_utilization,
      points: points.length === 2 && points.every((point) => point) ? points : null,
    };
  });
}

export function links(run) {
  const rows = link_rows(run);
  if (rows.length === 0) return null;
  const busiest = rows
    .filter(({ peak }) => peak > 0)
    .sort((a, b) => b.peak - a.peak)
    .slice(0, 12);
  const carrying = rows.filter(({ gb }) => gb > 0);
  return [
    busiest.length > 0 ? new Chart("links", load_chart(busiest)).element : null,
    carrying.length > 0 ? link_table(run, say("Links that carried data"), carrying) : null,
    carrying.length < rows.length
      ? el(
          "details",
          { class: "data" },
          el("summary", {}, say("All {n} links", { n: rows.length })),
          link_table(run, say("All links"), rows),
        )
      : null,
  ];
}

function load_chart(busiest) {
  return (width, color) => {
    const bar = (name, key, mark) => ({
      type: "bar",
      name,
      data: busiest.map((link) => link[key] * 100),
      color: mark,
      barMaxWidth: 12,
    });
    return {
      title: say("Load of links in percent of their bandwidth"),
      note:
        busiest.length === 12
          ? say("The twelve with the highest peaks.")
          : say("Those that carried anything."),
      height: 70 + 38 * busiest.length,
      legend: [
        { name: say("mean of the run"), color: color.series[0] },
        { name: say("highest step"), color: color.series[1] },
      ],
      option: {
        grid: { ...plain_grid, top: 8, bottom: 24, right: 24 },
        xAxis: value_axis("", color, {
          name: "%",
          nameLocation: "middle",
          nameGap: 26,
          splitNumber: width < 500 ? 3 : 6,
        }),
        yAxis: {
          type: "category",
          inverse: true,
          data: busiest.map(({ id }) => id),
          axisTick: { show: false },
          axisLine: { lineStyle: { color: color.soft } },
          axisLabel: {
            color: color.text,
            fontSize: 12,
            lineHeight: 14,
            formatter: (id) => (width < 500 ? id.replace("-", "-\n") : id),
          },
        },
        tooltip: tooltip(color, ([{ dataIndex }]) => ({
          title: busiest[dataIndex].id,
          rows: [
            [say("mean"), percent(busiest[dataIndex].mean, 4), color.series[0]],
            [say("highest step"), percent(busiest[dataIndex].peak, 4), color.series[1]],
            [say("data carried"), figure(busiest[dataIndex].gb / 1000) + "\u00a0TB"],
          ],
        })),
        series: [
          bar(say("mean of the run"), "mean", color.series[0]),
          bar(say("highest step"), "peak", color.series[1]),
        ],
      },
    };
  };
}

const columns = [
  { key: "transferred_gb", name: term("carried GB") },
  { key: "mean_utilization", name: term("mean load"), show: (value) => percent(value, 4) },
  { key: "peak_utilization", name: term("peak load"), show: (value) => percent(value, 4) },
  { key: "availability", name: term("availability"), digits: 6 },
  { key: "latency_one_way_ms", name: term("one-way ms") },
  { key: "latency_round_trip_ms", name: term("round trip ms") },
  { key: "bandwidth_gbit_per_s", name: term("bandwidth Gbit/s") },
];

function link_table(run, caption, rows) {
  return table(
    caption,
    [{ name: term("link") }, ...explained_columns(run, columns, ([id]) => `network.${id}`)],
    [...rows]
      .sort((a, b) => b.gb - a.gb)
      .map(({ id, link }) => [id, ...columns.map(({ key }) => link[key])]),
  );
}
