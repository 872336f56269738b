// How do settings and figures go together? A line for each setting across its axes and its figures.
import { ParallelChart } from "echarts/charts";
import { ParallelComponent } from "echarts/components";
import { use } from "echarts/core";
import { el, section } from "./elements.js";
import { Chart } from "./chart.js";
import { tick } from "./figures.js";
import { told } from "./study_choices.js";
import { title_of } from "./study.js";
import { tooltip } from "./axes.js";
import { say, sentences } from "./words.js";

use([ParallelChart, ParallelComponent]);

const most_lines = 1500;
const most_figures = 6;

export function paths(study) {
  if (!study.has_results || study.axes.length === 0) return null;
  const shown = shown_settings(study);
  if (shown.length < 2) return null;
  const chart = new Chart("paths", (width, color) => lines(study, shown, width, color));
  return section("paths", say("Which settings lead to which figures?"), el("div", {}, chart.element));
}

// Those of the front, then as many of the others as there is room for, evenly.
function shown_settings(study) {
  const known = study.settings.flatMap(({ done }, at) => (done > 0 ? [at] : []));
  const others = known.filter((at) => !study.front.has(at));
  const step = Math.max(1, Math.ceil(others.length / most_lines));
  return [...known.filter((at) => study.front.has(at)), ...others.filter((_, at) => at % step === 0)];
}

// Objectives, then figures that differ.
function shown_figures(study) {
  const objectives = study.objectives.map(({ figure }) => figure);
  const differs = (path) => new Set(study.known(path)).size > 1;
  return study.figures.filter((path) => objectives.includes(path) || differs(path)).slice(0, most_figures);
}

// Lines of at most so many letters, where words allow it.
function wrapped(name, letters) {
  const lines = [""];
  for (const word of name.split(/(?<=[ \uff08])/)) {
    if (lines.at(-1) !== "" && (lines.at(-1) + word).trimEnd().length > letters) lines.push("");
    lines[lines.length - 1] += word;
  }
  return lines.map((line) => line.trimEnd()).join("\n");
}

function lines(study, shown, width, color) {
  const figures = shown_figures(study);
  const narrow = width < 700;
  const count = study.axes.length + figures.length;
  const style = (more) => ({
    nameTextStyle: { color: color.text, fontSize: narrow ? 11 : 12 },
    axisLine: { lineStyle: { color: color.soft } },
    axisTick: { show: false },
    splitLine: { show: false },
    axisLabel: {
      color: color.text,
      fontSize: 11,
      textBorderColor: color.panel,
      textBorderWidth: 3,
      showMinLabel: true,
      showMaxLabel: true,
      hideOverlap: true,
      width: narrow ? 70 : Math.max(60, width / count - 20),
      overflow: "truncate",
    },
    nameLocation: narrow ? "start" : "end",
    nameGap: narrow ? 8 : 14,
    ...more,
  });
  const axes = [
    ...study.axes.map(({ name, levels }) =>
      levels ? style({ name, type: "category", data: levels.map((level) => level.name) }) : style({ name, type: "value", scale: true }),
    ),
    ...figures.map((path) => style({ name: title_of(path, study.scale(path).unit), type: "value", scale: true })),
  ].map((axis, dim) => ({
    ...axis,
    dim,
    name: wrapped(axis.name, narrow ? 15 : Math.max(10, width / count / 7)),
    axisLabel: axis.type === "value" ? { ...axis.axisLabel, formatter: tick } : axis.axisLabel,
  }));
  const line = (at) => {
    const setting = study.settings[at];
    return {
      value: [
        ...study.axes.map(({ levels }, axis) => (levels ? setting.levels[axis] : study.place(setting, axis))),
        ...figures.map((path) => {
          const value = study.mean(setting, path);
          return value === null ? "-" : value / study.scale(path).by;
        }),
      ],
      told: told(study, setting, figures),
    };
  };
  const series = (name, settings, lineStyle, z) => ({
    type: "parallel",
    name,
    z,
    lineStyle,
    inactiveOpacity: 0.04,
    activeOpacity: lineStyle.opacity,
    emphasis: { lineStyle: { width: 4, opacity: 1 } },
    data: settings.map(line),
  });
  const all = study.settings.filter(({ done }) => done > 0).length;
  return {
    title: say("Settings and their figures"),
    note: sentences(
      say("A line is a setting. Drag along an axis to keep only the lines that pass there; a click on it lets go."),
      shown.length < all ? say("Drawn are {n} of {all} settings.", { n: shown.length, all }) : "",
    ),
    height: narrow ? 90 + 78 * count : 460,
    legend: [
      { name: say("none is as good by all objectives"), color: color.series[1], shape: "line" },
      { name: say("the others"), color: color.series[0], shape: "line" },
    ],
    option: {
      parallel: narrow
        ? { layout: "vertical", left: 104, right: 36, top: 24, bottom: 30 }
        : { left: 60, right: 70, top: 74, bottom: 24 },
      parallelAxis: axes,
      tooltip: tooltip(color, (params) => params.data.told, { trigger: "item" }),
      series: [
        series(
          "others",
          shown.filter((at) => !study.front.has(at)),
          { color: color.series[0], width: 1.2, opacity: Math.max(0.15, Math.min(0.6, 40 / shown.length)) },
          2,
        ),
        series(
          "front",
          shown.filter((at) => study.front.has(at)),
          { color: color.series[1], width: 2.2, opacity: 0.95 },
          3,
        ),
      ],
    },
  };
}
