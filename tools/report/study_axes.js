// What does each axis do? Means by level of a chosen figure, and how much of its variance goes with each axis.
import { choice, el, section } from "./elements.js";
import { Chart } from "./chart.js";
import { plain_grid, tooltip, value_axis } from "./axes.js";
import { percent } from "./figures.js";
import { effects_chart } from "./study_effects_chart.js";
import { name_of, shown_count, title_of } from "./study.js";
import { table } from "./table.js";
import { say, term } from "./words.js";

export function axes(study) {
  const paths = study.figures.filter((path) => effects_of(study, path).length > 0);
  if (paths.length === 0) return null;
  let path = paths[0];
  const chart = new Chart("effects", (width, color) =>
    effects_chart(study, path, effects_of(study, path), width, color),
  );
  const data = el("details", { class: "data" });
  const fill = () =>
    data.replaceChildren(el("summary", {}, say("Figures of this chart")), level_table(study, path));
  fill();
  return section(
    "axes",
    say("What does each axis do?"),
    choice(
      say("Figure"),
      paths.map((value) => ({ value, text: name_of(value) })),
      (value) => {
        path = value;
        fill();
        chart.draw();
      },
    ),
    chart.element,
    data,
    variance(study),
    deviations(study),
  );
}

const effects_of = (study, path) => study.analysis.effects.filter(({ figure }) => figure === path);

// The same for all axes: the mean of all points, or that of the base point.
const reference_of = (study, path) => effects_of(study, path)[0].reference;

function level_table(study, path) {
  const { unit } = study.scale(path);
  const show = study.printer(path);
  return table(
    say("{quantity} by level", { quantity: title_of(path, unit) }),
    [
      { name: term("axis") },
      { name: term("level") },
      { name: term("points"), show: (value) => shown_count(value) },
      { name: term("mean"), show },
      { name: term("change"), show: (value) => study.change(path, value, reference_of(study, path)) },
      { name: term("lowest"), show },
      { name: term("highest"), show },
    ],
    effects_of(study, path).flatMap(({ axis, levels }) =>
      levels.map(({ level, points, mean, change, lowest, highest }) => [
        axis,
        level,
        points,
        mean,
        change,
        lowest,
        highest,
      ]),
    ),
  );
}

// [name, share of a figure's variance] for each axis, for what they do together, for seeds.
function shares(study, parts) {
  return [
    ...parts.axes.map(({ axis, sum_of_squares }) => [axis, sum_of_squares / parts.total]),
    [say("axes together"), parts.interactions / parts.total],
    ...(study.seeds.length > 1 ? [[say("seeds"), parts.seeds / parts.total]] : []),
  ];
}

function variance(study) {
  const known = study.analysis.variance.filter(({ figure }) => study.figures.includes(figure));
  if (known.length === 0) return null;
  const chart = new Chart("variance", (width, color) => stacked(study, known, width, color));
  const columns = shares(study, known[0]).map(([name]) => name);
  return [
    chart.element,
    el(
      "details",
      { class: "data" },
      el("summary", {}, say("Figures of this chart")),
      table(
        say("Share of the variance"),
        [
          { name: term("figure") },
          ...columns.map((name) => ({ name, text: name, show: (value) => percent(value, 3) })),
        ],
        known.map((parts) => [name_of(parts.figure), ...shares(study, parts).map(([, share]) => share)]),
      ),
    ),
  ];
}

function stacked(study, known, width, color) {
  const names = shares(study, known[0]).map(([name]) => name);
  const axes = study.axes.length;
  const hue = (at) => (at < axes ? color.series[at % 7] : at === axes ? color.series[7] : color.line);
  return {
    title: say("What the differences between points go with"),
    note: say(
      "Share of the variance over all points (analysis of variance, first order): each axis by itself, what axes do " +
        "only together, and seeds. Of the levels of this study: wider ones take more.",
    ),
    height: 40 + 34 * known.length,
    legend: names.map((name, at) => ({ name, color: hue(at) })),
    option: {
      grid: { ...plain_grid, top: 4, right: 24 },
      xAxis: value_axis("", color, {
        min: 0,
        max: 1,
        splitNumber: width < 500 ? 2 : 5,
        axisLabel: { color: color.soft, fontSize: 12, formatter: (value) => percent(value, 3).replace(".0", "") },
      }),
      yAxis: {
        type: "category",
        inverse: true,
        data: known.map(({ figure }) => name_of(figure)),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: color.soft } },
        axisLabel: { color: color.text, fontSize: 12, width: width < 500 ? 110 : 240, overflow: "break" },
      },
      tooltip: tooltip(
        color,
        ([{ dataIndex }]) => ({
          title: name_of(known[dataIndex].figure),
          rows: shares(study, known[dataIndex]).map(([name, share], at) => [name, percent(share, 3), hue(at)]),
        }),
        { axisPointer: { type: "shadow" } },
      ),
      series: names.map((name, at) => ({
        type: "bar",
        name,
        stack: "all",
        barMaxWidth: 20,
        color: hue(at),
        data: known.map((parts) => shares(study, parts)[at][1]),
      })),
    },
  };
}

// How much seeds alone move each figure.
function deviations(study) {
  const known = study.analysis.deviations.filter(({ figure }) => study.figures.includes(figure));
  if (known.length === 0) return null;
  return el(
    "details",
    { class: "data" },
    el("summary", {}, say("What seeds alone do")),
    table(
      say("Standard deviation over seeds, pooled over settings"),
      [
        { name: term("figure") },
        { name: term("standard deviation"), show: (value) => value },
        { name: term("of the mean"), show: (value) => percent(value, 3) },
      ],
      known.map(({ figure, deviation, mean }) => [
        name_of(figure),
        study.printed(figure, deviation),
        mean === 0 ? null : deviation / Math.abs(mean),
      ]),
    ),
  );
}
