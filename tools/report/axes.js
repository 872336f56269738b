// Axes, grid and tooltip that the charts share.
import { el } from "./elements.js";
import { tick } from "./figures.js";

export function year_axis(years, color) {
  return {
    type: "category",
    data: years.map(String),
    axisTick: { show: false },
    axisLine: { lineStyle: { color: color.soft }, onZero: true },
    axisLabel: { color: color.soft, fontSize: 12, margin: 10, hideOverlap: true },
  };
}

// Dates from edge to edge; the first and the last stand within the chart.
export function date_axis(dates, color) {
  const axis = year_axis(dates, color);
  const ends = { showMinLabel: true, showMaxLabel: true, alignMinLabel: "left", alignMaxLabel: "right" };
  return { ...axis, boundaryGap: false, axisLabel: { ...axis.axisLabel, ...ends } };
}

// `unit` stands above the axis.
export function value_axis(unit, color, more = {}) {
  return {
    type: "value",
    name: unit,
    nameLocation: "end",
    nameGap: 12,
    splitNumber: 5,
    nameTextStyle: { color: color.soft, align: "left", fontSize: 12 },
    axisLabel: { color: color.soft, fontSize: 12, formatter: tick },
    splitLine: { lineStyle: { color: color.line } },
    ...more,
  };
}

export const plain_grid = {
  left: 4,
  right: 16,
  top: 34,
  bottom: 4,
  outerBoundsMode: "same",
  outerBoundsContain: "axisLabel",
};

// `lines(params)` gives {title, rows: [[name, figure, color]]}; the tooltip is built of text, not of markup.
export function tooltip(color, lines, more = {}) {
  return {
    trigger: "axis",
    confine: true,
    backgroundColor: color.panel,
    borderColor: color.line,
    textStyle: { color: color.text, fontSize: 13 },
    axisPointer: { type: "line", lineStyle: { color: color.soft } },
    formatter: (params) => {
      const { title, rows } = lines(params);
      return el(
        "div",
        { class: "tip" },
        el("strong", {}, title),
        el(
          "table",
          {},
          rows.map(([name, text, mark]) =>
            el(
              "tr",
              {},
              el("td", {}, mark ? el("i", { class: "box", style: "--c:" + mark }) : null, name),
              el("td", { class: "number" }, text),
            ),
          ),
        ),
      );
    },
    ...more,
  };
}

// Whether an axis may begin above nought: only for figures that barely move, as a PUE does.
export function begins_above_nought(values) {
  const known = values.filter((value) => typeof value === "number");
  const low = Math.min(...known),
    high = Math.max(...known);
  return low > 0 && high - low < 0.4 * high;
}

// How far the labels at the ends of lines move down, in pixels, so that none stands on another.
// `pixels_per_unit` is that of the value axis.
export function end_label_shifts(values, pixels_per_unit) {
  const apart = 16;
  const places = values.map((value, at) => ({ at, y: -value * pixels_per_unit })).sort((a, b) => a.y - b.y);
  const shifts = values.map(() => 0);
  let lowest = -Infinity;
  for (const { at, y } of places) {
    shifts[at] = Math.max(0, lowest + apart - y);
    lowest = y + shifts[at];
  }
  return shifts;
}

// Breaks a dotted path into lines of at most so many letters, after its dots, dashes and underscores.
export function broken_path(path, letters) {
  const lines = [""];
  for (const piece of path.match(/[^._-]+[._-]?|[._-]/g) ?? [path]) {
    if (lines.at(-1) !== "" && (lines.at(-1) + piece).length > letters) lines.push("");
    lines[lines.length - 1] += piece;
  }
  return lines.join("\n");
}
