// Sobol indices: the share of the variance that goes with an input alone (first) and with all it takes part
// in (total), each with its own error as a bar.
import { broken_path, tooltip, value_axis } from "./axes.js";
import { figure } from "./figures.js";
import { say, sentences } from "./words.js";

// Estimates may lie a little outside of 0 to 1; the chart ends here.
const most = 1.2;
const within = (index) => Math.min(Math.max(index, 0), most);

export function sobol_chart(sobol, label) {
  return (width, color) => {
    const narrow = width < 500;
    const sorted = [...sobol.groups].sort((a, b) => b.total - a.total);
    const groups = sorted.slice(0, 12).filter((group, at) => at === 0 || group.total >= 0.005);
    const others = sorted.length - groups.length;
    const name = (group) => group.inputs.map((input) => broken_path(input, narrow ? 18 : 34)).join(" +\n");
    const lines = groups.map((group) => name(group).split("\n").length);
    const row = Math.max(36, ...lines.map((count, at) => 7.5 * (count + (lines[at + 1] ?? count)) + 6));
    const kinds = [
      { key: "first", text: say("first: alone"), color: color.series[2] },
      { key: "total", text: say("total: with all it takes part in"), color: color.series[4] },
    ];
    return {
      title: say("{quantity} of {year}: share of the variance by input", {
        quantity: label,
        year: sobol.year,
      }),
      note: sentences(
        say("Sobol indices; whiskers show their own error. Inputs that are drawn together share a row."),
        others > 0 ? say("The table holds {n} more, smaller ones.", { n: others }) : "",
      ),
      height: 60 + row * groups.length,
      legend: kinds.map((kind) => ({ name: kind.text, color: kind.color })),
      option: {
        grid: {
          left: 4,
          right: 22,
          top: Math.max(10, 7.5 * (lines[0] ?? 0) - row / 2 + 4),
          bottom: 4,
          outerBoundsMode: "same",
          outerBoundsContain: "axisLabel",
        },
        xAxis: value_axis("", color, {
          max: (extent) => Math.max(0.2, Math.min(most, Math.ceil(extent.max * 5) / 5)),
          splitNumber: narrow ? 3 : 5,
        }),
        yAxis: {
          type: "category",
          inverse: true,
          data: groups.map(name),
          axisTick: { show: false },
          axisLine: { lineStyle: { color: color.soft } },
          axisLabel: { color: color.text, fontSize: 12, lineHeight: 15, interval: 0, margin: 10 },
        },
        tooltip: tooltip(
          color,
          ([{ dataIndex }]) => ({
            title: groups[dataIndex].inputs.join(" + "),
            rows: kinds.map(({ key, color: mark }) => [
              say(key),
              `${figure(groups[dataIndex][key], 3)} \u00b1 ${figure(groups[dataIndex][key + "_error"], 2)}`,
              mark,
            ]),
          }),
          { axisPointer: { type: "shadow" } },
        ),
        series: [
          ...kinds.map((kind) => ({
            type: "bar",
            name: kind.key,
            barWidth: 11,
            barGap: "20%",
            color: kind.color,
            data: groups.map((group) => within(group[kind.key])),
          })),
          ...kinds.map((kind, at) => whiskers(groups, kind.key, at, color)),
        ],
      },
    };
  };
}

// A line from index minus error to index plus error, through the middle of its bar.
function whiskers(groups, key, at, color) {
  return {
    type: "custom",
    silent: true,
    z: 5,
    encode: { x: [1, 2], y: 0 },
    data: groups.map((group, row) => [
      row,
      within(group[key] - group[key + "_error"]),
      within(group[key] + group[key + "_error"]),
    ]),
    renderItem: (_params, api) => {
      const [left, middle] = api.coord([api.value(1), api.value(0)]);
      const [right] = api.coord([api.value(2), api.value(0)]);
      const y = middle + (at === 0 ? -6.6 : 6.6);
      const stroke = { stroke: color.text, lineWidth: 1.2, fill: "none" };
      const line = (x1, y1, x2, y2) => ({ type: "line", shape: { x1, y1, x2, y2 }, style: stroke });
      return {
        type: "group",
        children: [line(left, y, right, y), line(left, y - 3, left, y + 3), line(right, y - 3, right, y + 3)],
      };
    },
  };
}
