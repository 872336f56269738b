// Means of a figure by level, axis after axis, with the lowest and the highest point.
import { tooltip, value_axis } from "./axes.js";
import { shown_count, title_of, with_unit } from "./study.js";
import { say } from "./words.js";

export function effects_chart(study, path, effects, width, color) {
  const narrow = width < 500;
  const { unit, by } = study.scale(path);
  const from_base = study.file.design === "one-at-a-time";
  // A row for each axis' name, then one for each of its levels.
  const rows = effects.flatMap((effect, at) => [
    { head: effect.axis },
    ...effect.levels.map((level) => ({ ...level, effect, color: color.series[at % 7] })),
  ]);
  const levels = rows.map((row, place) => ({ ...row, place })).filter(({ head }) => head === undefined);
  const printed = study.printer(path);
  const print = (value) => with_unit(printed(value), unit);
  return {
    title: say("{quantity} by level", { quantity: title_of(path, unit) }),
    note: from_base
      ? say("Dots: means over seeds, all other axes as in the base point (line); bars: lowest and highest point.")
      : say("Dots: means over all other axes and seeds; bars: lowest and highest point; line: mean of all points."),
    height: 40 + 24 * rows.length,
    option: {
      grid: {
        left: 4,
        right: narrow ? 60 : 90,
        top: 6,
        bottom: 4,
        outerBoundsMode: "same",
        outerBoundsContain: "axisLabel",
      },
      xAxis: value_axis("", color, { scale: true, splitNumber: narrow ? 3 : 6 }),
      yAxis: {
        type: "category",
        inverse: true,
        data: rows.map(({ head, level }) => head ?? level),
        axisTick: { show: false },
        axisLine: { show: false },
        axisLabel: {
          color: (_name, at) => (rows[at].head === undefined ? color.text : color.soft),
          fontSize: 12,
          interval: 0,
          width: narrow ? 120 : 260,
          overflow: "truncate",
        },
      },
      tooltip: tooltip(color, (params) => told(study, path, levels[params.dataIndex], print), { trigger: "item" }),
      series: [extents(levels, by), dots(study, path, levels, by, color)],
    },
  };
}

function told(study, path, { effect, level, points, mean, change, lowest, highest, color }, print) {
  return {
    title: `${effect.axis}=${level}`,
    rows: [
      [say("mean"), print(mean), color],
      [say("change"), study.change(path, change, effect.reference)],
      [say("lowest"), print(lowest)],
      [say("highest"), print(highest)],
      [say("points"), shown_count(points)],
    ],
  };
}

// From the lowest to the highest point of each level.
function extents(levels, by) {
  return {
    type: "custom",
    z: 2,
    encode: { x: [1, 2], y: 0 },
    data: levels.map(({ place, lowest, highest }) => [place, lowest / by, highest / by]),
    renderItem: ({ dataIndex }, api) => {
      const [left, y] = api.coord([api.value(1), api.value(0)]);
      const [right] = api.coord([api.value(2), api.value(0)]);
      const shape = { x: left - 1, y: y - 3, width: Math.max(2, right - left + 2), height: 6, r: 3 };
      return { type: "rect", shape, style: { fill: levels[dataIndex].color, opacity: 0.3 } };
    },
  };
}

function dots(study, path, levels, by, color) {
  return {
    type: "scatter",
    z: 3,
    symbolSize: 11,
    data: levels.map(({ place, mean, color: fill, change, effect }) => ({
      value: [mean / by, place],
      itemStyle: { color: fill, borderColor: color.panel, borderWidth: 1 },
      label: { formatter: study.change(path, change, effect.reference) },
    })),
    label: { show: true, position: "right", color: color.text, fontSize: 11, distance: 6, textBorderColor: color.panel, textBorderWidth: 2 },
    markLine: {
      silent: true,
      symbol: "none",
      label: { show: false },
      lineStyle: { color: color.soft, type: "dashed" },
      data: [{ xAxis: levels[0].effect.reference / by }],
    },
  };
}
